/** The files for production name what is really there, and one port. What they do is tried by hand only. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

/** A YAML reader comes with the tool that makes the API's client; it is asked for where that tool finds it. */
function parseYaml(text: string): unknown {
  const here = createRequire(import.meta.url);
  const there = createRequire(
    createRequire(here.resolve("openapi-typescript")).resolve("@redocly/openapi-core"),
  );
  return there("js-yaml").load(text);
}

interface Compose {
  readonly services: Record<
    string,
    {
      readonly image: string;
      readonly env_file: string;
      readonly environment: Record<string, string>;
      readonly ports?: string[];
      readonly volumes: string[];
      readonly healthcheck: { readonly test: string[] };
      readonly depends_on?: Record<string, { readonly condition: string }>;
      readonly command?: string[];
    }
  >;
  readonly volumes: Record<string, unknown>;
}

const compose = parseYaml(read("compose.yaml")) as Compose;
const docker = read("Dockerfile");
const unit = read("deploy/wellspring.service");
const PORT = "8080";

test("compose: a PostgreSQL we support, durable, and the server that waits for it", () => {
  const { database, server } = compose.services;
  const major = Number(/^postgres:(\d+)$/.exec(database?.image ?? "")?.[1]);
  expect(major).toBeGreaterThanOrEqual(15);
  expect(major).toBeLessThanOrEqual(18);
  expect(database?.command).toEqual(expect.arrayContaining(["fsync=on", "synchronous_commit=on"]));
  expect(server?.depends_on).toEqual({ database: { condition: "service_healthy" } });
  expect(server?.ports).toEqual([`127.0.0.1:${PORT}:${PORT}`]);
  expect(server?.environment["WELLSPRING_PORT"]).toBe(PORT);
  expect(server?.healthcheck.test.join(" ")).toContain(`127.0.0.1:${PORT}/healthz`);
  for (const service of [database, server]) {
    // The key of the personal data is not given to the database.
    expect(service?.env_file).toBe(service === server ? "wellspring.env" : "database.env");
    for (const volume of service?.volumes ?? []) {
      const [from = ""] = volume.split(":");
      expect(from.startsWith("./") || from in compose.volumes).toBe(true);
    }
    // No secret stands in the file.
    expect(Object.keys(service?.environment ?? {}).filter((name) => /PASSWORD|SECRET/.test(name))).toEqual(
      [],
    );
  }
});

test("the image copies what exists, builds with a real script, listens where compose looks, not as root", () => {
  const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;
  for (const [, script] of docker.matchAll(/npm run (\w+)/g)) expect(scripts).toHaveProperty(script ?? "");
  for (const [, paths = ""] of docker.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
    for (const path of paths.split(" "))
      expect(existsSync(fileURLToPath(new URL(path, root))), path).toBe(true);
  }
  expect(docker).toMatch(new RegExp(`WELLSPRING_PORT=${PORT}\\b`));
  expect(docker).toMatch(new RegExp(`^EXPOSE ${PORT}$`, "m"));
  expect(docker).toContain(`127.0.0.1:${PORT}/healthz`);
  expect(docker.lastIndexOf("USER node")).toBeGreaterThan(docker.lastIndexOf("FROM"));
  expect(docker).toMatch(
    /^CMD \["node", "--max-semi-space-size=128", "--no-allocation-site-pretenuring", "bin\/wellspring\.mjs", "serve"\]$/m,
  );
});

test("the unit starts the program on the same port and keeps its rights small", () => {
  const program =
    /^ExecStart=\/usr\/bin\/node --max-semi-space-size=128 --no-allocation-site-pretenuring (\S+) serve$/m.exec(
      unit,
    )?.[1];
  expect(existsSync(new URL(program ?? "missing", root))).toBe(true);
  expect(unit).toMatch(new RegExp(`WELLSPRING_PORT=${PORT}\\b`));
  expect(unit).toMatch(/^User=wellspring$/m);
  expect(unit).toMatch(/^NoNewPrivileges=yes$/m);
  expect(unit).toMatch(/^ProtectSystem=strict$/m);
  expect(unit).toMatch(/^KillMode=mixed$/m);
});

test("every file the guide names is there, and the example of settings holds no secret", () => {
  for (const [path] of read("deploy/README.md").matchAll(/(?<![\w/])deploy\/[\w.]+\w/g)) {
    expect(existsSync(new URL(path, root)), path).toBe(true);
  }
  const example = read("deploy/wellspring.env.example");
  expect(example).toMatch(/^WELLSPRING_SECRET=$/m);
  expect(read("deploy/database.env.example")).toMatch(/^POSTGRES_PASSWORD=CHANGE-ME$/m);
  expect(read(".gitignore")).toMatch(/^\/\*\.env$/m);
});
