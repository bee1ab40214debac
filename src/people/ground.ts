/** What every part of people stands on: one cell of a database, a clock, chance, the keys. */
import { createHash } from "node:crypto";
import { V7Generator } from "uuidv7";
import type { Database } from "#store";
import type { SmsSender } from "./sms.ts";
import { Vault } from "./vault.ts";

export type PeopleSettings = {
  /** The cell these people belong to: the operator's main cell. */
  readonly cell: bigint;
  readonly operator: bigint;
  /** Keys of personal data; see Vault. */
  readonly secret: string;
  readonly clock: () => Date;
  /** So many random bytes; crypto.randomBytes unless a test says otherwise. */
  readonly random: (bytes: number) => Buffer;
  readonly sms: SmsSender;
  /** Staff may be made without TOTP: for a demo alone. */
  readonly staffWithoutTotp?: boolean;
};

export class Ground {
  readonly cell: bigint;
  readonly operator: bigint;
  readonly vault: Vault;
  private readonly ids: V7Generator;

  constructor(
    readonly database: Database,
    readonly settings: PeopleSettings,
  ) {
    this.cell = settings.cell;
    this.operator = settings.operator;
    this.vault = new Vault(settings.secret, settings.random);
    this.ids = new V7Generator({ nextUint32: () => settings.random(4).readUInt32BE() });
  }

  now(): Date {
    return this.settings.clock();
  }

  after(seconds: number): Date {
    return new Date(this.now().getTime() + seconds * 1000);
  }

  id(): string {
    return this.ids.generateOrResetWithTs(this.now().getTime()).toString();
  }

  /** Where a cipher belongs: it opens for this cell, person and field alone. */
  place(principal: string, field: string): string {
    return `${this.cell}/${principal}/${field}`;
  }

  /** A token of 256 random bits that names its kind and cell: `wss_1_…`. */
  token(kind: "wss" | "wsk"): string {
    return `${kind}_${this.cell}_${this.settings.random(32).toString("base64url")}`;
  }

  /** The stored form of a token of this kind and cell; undefined for any other text. */
  tokenHash(kind: "wss" | "wsk", token: string): Buffer | undefined {
    const [, cell] = new RegExp(`^${kind}_(\\d{1,19})_[\\w-]{43}$`).exec(token) ?? [];
    return cell !== undefined && BigInt(cell) === this.cell ? sha256(token) : undefined;
  }
}

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Where a request came from, for the logs; never a reason to let someone in. */
export type From = { readonly ip: string | null; readonly agent: string | null };

export const NOWHERE: From = { ip: null, agent: null };
