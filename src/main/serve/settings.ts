/** What an operator may set of the server, read from the environment once. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface ServeSettings {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Keys of personal data; made on first use and kept in the data folder where none is given. */
  readonly secret: string;
  readonly operatorName: string;
  /** Reached over https: cookies are then Secure. */
  readonly secure: boolean;
  readonly trustProxy: boolean | string;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
  /** Webhooks may go to this machine and private networks: for a demo and for tills in the house. */
  readonly privateWebhooks: boolean;
  /** Address others are told for this process. */
  readonly url: string | undefined;
}

const LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;
const DEFAULT_PORT = 8080;

/** A setting that cannot be what it is, by name. */
export class BadSetting extends Error {
  constructor(
    readonly setting: string,
    readonly value: string,
  ) {
    super(`${setting}=${value}`);
  }
}

/** Reads the settings; makes the data folder and, where none is given, the secret in it. */
export function serveSettings(env: NodeJS.ProcessEnv): ServeSettings {
  const dataFolder = resolve(env["WELLSPRING_DATA"] || "data");
  const port = env["WELLSPRING_PORT"] || `${DEFAULT_PORT}`;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new BadSetting("WELLSPRING_PORT", port);
  const level = env["WELLSPRING_LOG"] || "warn";
  if (!LEVELS.some((each) => each === level)) throw new BadSetting("WELLSPRING_LOG", level);
  const proxy = env["WELLSPRING_TRUST_PROXY"] ?? "";
  return {
    host: env["WELLSPRING_HOST"] || "127.0.0.1",
    port: Number(port),
    dataFolder,
    databaseUrl: env["WELLSPRING_DATABASE_URL"] || undefined,
    secret: env["WELLSPRING_SECRET"] || secretIn(dataFolder),
    operatorName: env["WELLSPRING_OPERATOR"] || "活水 Wellspring",
    secure: env["WELLSPRING_SECURE"] === "1",
    trustProxy: proxy === "1" ? true : proxy === "" ? false : proxy,
    logLevel: level as ServeSettings["logLevel"],
    privateWebhooks: env["WELLSPRING_PRIVATE_WEBHOOKS"] === "1",
    url: env["WELLSPRING_URL"] || undefined,
  };
}

/** The secret kept beside the data; a server without it could no longer read personal data. */
function secretIn(folder: string): string {
  const file = join(folder, "secret");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(file, `1:${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another process of the same folder was quicker.
      if (!existsSync(file)) throw error;
    }
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8").trim();
}
