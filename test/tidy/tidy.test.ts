/**
 * Lint as a test: the rules of the house that no ready-made linter knows, each with planted faults that prove
 * that it bites and clean samples that prove that it does not bite everything.
 */
import { describe, expect, test } from "vitest";
import { browsers } from "./browsers.ts";
import { balance, finished, size, typed } from "./code.ts";
import { documented, noFloat, pure } from "./engine.ts";
import { exactVersions, lockfile, readmes, selfContained } from "./project.ts";
import { type File, projectFiles, type Rule } from "./source.ts";
import { sql } from "./sql.ts";
import { cycles, faceWalls, folderNames, walls } from "./walls.ts";

const file = (path: string, text: string): File => ({ path, text });
const engine = (text: string): File[] => [file("src/engine/pool.ts", text)];
const lock = (entry: object): File[] => [
  file("package-lock.json", JSON.stringify({ packages: { "node_modules/a": entry } })),
];
const manifest = (version: string): File[] => [
  file("package.json", JSON.stringify({ dependencies: { a: version } })),
];
const readme = (...lines: string[]): string => ["# Wellspring", "```sh", ...lines, "```", ""].join("\n");
const pair = (en: string, zh: string): File[] => [file("README.md", en), file("README.zh.md", zh)];

type Case = { name: string; rule: Rule; bites: File[][]; passes: File[][] };

const cases: Case[] = [
  {
    name: "walls between floors",
    rule: walls,
    bites: [
      engine(`import { z } from "zod";`),
      engine(`import { readFileSync } from "node:fs";`),
      engine(`import type { World } from "#sim";`),
      engine(`export * from "../sim/index.ts";`),
      engine(`const late = import("../sim/index.ts");`),
      engine(`type World = import("#sim").World;`),
      engine(`import { Pool } from "#engine";`),
      [file("src/sim/run.ts", `import { decide } from "../engine/decide.ts";`)],
      [file("src/sim/run.ts", `import { decide } from "#engine/decide.ts";`)],
      [file("src/sim/run.ts", `import { listen } from "#desk";`)],
      [file("src/sim/run.ts", `import { listen } from "#cellar";`)],
      [file("src/sim/run.ts", `import version from "../../package.json" with { type: "json" };`)],
      [file("src/desk/run.ts", `import { pay } from "#connect";`)],
      [file("src/main/run.ts", `import { createWellspringClient } from "#client";`)],
      [file("src/web/ui/a.tsx", `import { buildServer } from "#api";`)],
      [file("src/attic/run.ts", "export const a = 1;")],
      [file("src/run.ts", "export const a = 1;")],
    ],
    passes: [
      engine(`import { mulDivDown } from "./unit.ts";\nconst text = 'import "zod"';`),
      [file("src/sim/run.ts", `import { decide } from "#engine";\nimport { cpus } from "node:os";`)],
      [file("src/desk/run.ts", `import { pay } from "#connect/wechat";`)],
      [file("src/web/ui/a.tsx", `import { createWellspringClient } from "#client";`)],
      [file("src/connect/wechat/client.ts", `import { sign } from "../signing.ts";`)],
      [file("test/engine/pool.test.ts", `import { heap } from "../../src/engine/heap.ts";`)],
    ],
  },
  {
    name: "walls between the faces",
    rule: faceWalls,
    bites: [
      [file("src/web/ui/a.tsx", `import { Button } from "antd";`)],
      [file("src/web/ui/a.tsx", `import { Button } from "antd-mobile";`)],
      [file("src/web/console/a.tsx", `import { Toast } from "antd-mobile";`)],
      [file("src/web/h5/page/a.tsx", `import { useStore } from "../../counter/store.tsx";`)],
      [file("src/web/ui/a.tsx", `import { Frame } from "../mobile/frame.tsx";`)],
      [file("src/web/ui/a.ts", `import { join } from "node:path";`)],
      [file("src/web/attic/a.ts", "")],
    ],
    passes: [
      [file("src/web/console/page/a.tsx", `import { Table } from "antd"; import "../../ui/figures.tsx";`)],
      [file("src/web/counter/a.tsx", `import { Frame } from "../mobile/frame.tsx"; import "antd-mobile";`)],
      [file("src/web/landing.tsx", `import "./ui/frame.tsx";`)],
    ],
  },
  {
    name: "no import cycle within a floor",
    rule: cycles,
    bites: [
      [
        file("src/engine/a.ts", `import "./b.ts";`),
        file("src/engine/b.ts", `import type { C } from "./c.ts";`),
        file("src/engine/c.ts", `export { a } from "./a.ts";`),
      ],
      [file("src/sim/a.ts", `import "./a.ts";`)],
    ],
    passes: [
      [
        file("src/engine/a.ts", `import "./b.ts"; import "./c.ts";`),
        file("src/engine/b.ts", `import "./c.ts";`),
        file("src/engine/c.ts", ""),
      ],
    ],
  },
  {
    name: "no folder whose name says nothing",
    rule: folderNames,
    bites: [
      [file("src/engine/utils/a.ts", "")],
      [file("test/helpers/a.ts", "")],
      [file("src/types/a.ts", "")],
    ],
    passes: [[file("src/engine/types-of-order.ts", ""), file("src/api/routes/a.ts", "")]],
  },
  {
    name: "files of at most 300 lines, lines of at most 110 characters",
    rule: size,
    bites: [engine("\n".repeat(301)), engine(`// ${"a".repeat(108)}`), [file("bin/a.mjs", "长".repeat(111))]],
    passes: [engine(`${"a\n".repeat(300)}`), engine("长".repeat(110)), [file("README.md", "a".repeat(500))]],
  },
  {
    name: "SQL that keeps to one cell and travels",
    rule: sql,
    bites: [
      [file("src/desk/a.ts", `db.query("SELECT id FROM journal WHERE seq = $1");`)],
      [file("src/desk/a.ts", "db.query(`SELECT id FROM job WHERE kind = $1 FOR UPDATE SKIP LOCKED`);")],
      [file("src/store/a.ts", `db.query("SELECT pg_advisory_lock(1)");`)],
      [file("src/store/a.ts", `db.query("UPDATE job SET run_at = clock_timestamp() WHERE cell_id = $1");`)],
      [file("src/store/a.ts", `db.query("UPDATE job SET cell_id = $1 WHERE cell_id = $2");`)],
      [file("src/store/a.ts", `db.query("WITH a AS (SELECT 1) " + "SELECT id FROM member JOIN a ON true");`)],
    ],
    passes: [
      [file("src/desk/a.ts", `db.query("SELECT id FROM journal WHERE cell_id = $1 AND seq = $2");`)],
      [file("src/store/a.ts", `db.query("INSERT INTO job (cell_id, id) VALUES ($1, $2)");`)],
      [file("src/store/a.ts", `db.query("SELECT code FROM region"); const say = "SELECT a store";`)],
      [file("src/store/migrate.ts", `db.query("SELECT name FROM migration");`)],
    ],
  },
  {
    name: "nothing untyped",
    rule: typed,
    bites: [
      engine("export const read = (text: string): any => JSON.parse(text);"),
      engine("const a = b as any;"),
      engine("// @ts-ignore\nconst a = 1;"),
      engine("const a = 1; /* @ts-nocheck */"),
      engine("// @ts-expect-error\nconst a: string = 1;"),
      engine("// Stryker disable next-line all\nconst a = 1;"),
      engine("// Stryker disable all: so\nconst a = 1;"),
    ],
    passes: [
      engine("/** any member */ const any = 1; const text = '@ts-ignore as any';"),
      engine(
        "// Stryker disable next-line StringLiteral: the text is for a person, no test reads it\nconst a = '';",
      ),
      [file("test/engine/a.test.ts", "// @ts-expect-error a fen is not a grain\nconst a: string = 1;")],
    ],
  },
  {
    name: "nothing unfinished",
    rule: finished,
    bites: [
      engine("// TODO round down\nconst a = 1;"),
      engine("function a() {\n  /* FIXME */\n}"),
      engine(`throw new Error("not implemented");`),
      [file("test/a.test.ts", `it.only("pays", () => {});`)],
      [file("test/a.test.ts", `describe.skip("pool", () => {});`)],
      [file("test/a.test.ts", `test.concurrent.skip("pays", () => {});`)],
      [file("test/a.test.ts", `test.todo("pays");`)],
    ],
    passes: [
      engine("const methods = rows.skip(2); const text = 'TODO';"),
      [file("test/a.test.ts", `it.skipIf(browser === undefined)("shows the chart", () => {});`)],
    ],
  },
  {
    name: "only post() changes a balance",
    rule: balance,
    bites: [
      engine("account.balance = 5n;"),
      engine("account.balance += 5n;"),
      engine("account['balance'] -= 5n;"),
      engine("book.accounts.get(id)!.balance++;"),
      engine("(account as { balance: bigint }).balance ||= 5n;"),
      [file("src/desk/pay.ts", "--account.balance;")],
    ],
    passes: [
      engine(
        "const balance = account.balance; const same = account.balance === 5n; let x = -account.balance;",
      ),
      [file("src/engine/post.ts", "from.balance -= amount;")],
    ],
  },
  {
    name: "the engine has no clock, no locale, no chance",
    rule: pure,
    bites: [
      engine("const now = Date.now();"),
      engine("const now = new Date();"),
      engine("const luck = Math.random();"),
      engine("const text = new Intl.NumberFormat();"),
      engine("globalThis.setTimeout(run, 1);"),
    ],
    passes: [engine("/** Date of the order */ type A = { Date: string }; const a = order.Date;")],
  },
  {
    name: "the engine has no float",
    rule: noFloat,
    bites: [
      engine("const load = amount * 0.2;"),
      engine("const a = parseFloat(text);"),
      engine("const a = Number.parseFloat(text);"),
      engine("const a = Math.round(x);"),
      engine("const a = Math.pow(x, 2);"),
      engine("const a = x.toFixed(2);"),
      engine("const fen = Number(amount);"),
      engine("const fen = parseInt(text, 10);"),
      engine("export function jsonPoints(grains: bigint) {\n  return Number(grains);\n}"),
      [file("src/engine/time.ts", "const a = x / 1.5;")],
    ],
    passes: [
      engine("const a = Number.isSafeInteger(x) ? Math.max(1, 2) : 1e6; const text = '0.5 Math.round(1)';"),
      [file("src/engine/time.ts", "const day = Number(text);")],
      engine("export function jsonFen(fen: bigint) {\n  return Number(fen);\n}"),
    ],
  },
  {
    name: "exported functions of the engine have a docstring",
    rule: documented,
    bites: [
      engine("export function worth() {}"),
      engine("// a comment is no docstring\nexport function worth() {}"),
      engine("export const worth = () => 1n;"),
      engine("export const worth = function () {};"),
    ],
    passes: [
      engine("/** Fen, rounded down (RULES section 4). */\nexport function worth() {}\nfunction own() {}"),
      engine("/** Fen. */\nexport const worth = () => 1n;\nexport const ONE = 1n;"),
    ],
  },
  {
    name: "nothing in a browser that Chrome 86 or Safari 14 do not know",
    rule: browsers,
    bites: [
      [file("src/web/h5/a.ts", "const last = rows.at(-1);")],
      [file("src/web/ui/a.ts", "const copy = structuredClone(row);")],
      [file("src/web/ui/a.ts", "const key = crypto.randomUUID();")],
      [file("src/web/ui/a.ts", "const signal = AbortSignal.timeout(5);")],
      [file("src/web/ui/a.ts", "const found = /(?<=¥)\\d+/.exec(text);")],
      [file("src/web/ui/a.ts", "const found = new RegExp('(?<!a)b');")],
      [file("src/web/ui/a.ts", "void navigator.clipboard.writeText(text);")],
      [file("src/web/ui/a.css", ".a:has(> .b) { color: red; }")],
      [file("src/web/ui/a.css", ".a { height: 100dvh; }")],
      engine("const isKnown = Object.hasOwn(table, key); const sorted = rows.toSorted();"),
    ],
    passes: [
      [file("src/web/ui/a.ts", "const text = price.replaceAll(',', ''); const lot = { at: 1 }; lot.at;")],
      [file("src/web/ui/a.ts", "navigator.clipboard?.writeText(text); /(?<year>\\d+)/.exec(text);")],
      [file("src/web/ui/a.ts", `if ("wakeLock" in navigator) navigator.wakeLock.request("screen");`)],
      [file("src/web/ui/a.css", ".a:is(.b) { gap: 1rem; }")],
      [file("src/desk/a.ts", "const last = rows.at(-1);")],
    ],
  },
  {
    name: "the repository stands on its own",
    rule: selfContained,
    bites: [
      [file("docs/a.md", `see ${["..", "/shared/RULES.md"].join("")}`)],
      [file("package-lock.json", `"https://registry.${"npmjs"}.org/a"`)],
      [file(".ci/run", `cd ${["/wo", "rk/main"].join("")}`)],
    ],
    passes: [[file("docs/a.md", "see src/engine, the network of stores, shared/workspace")]],
  },
  {
    name: "the lockfile has no addresses",
    rule: lockfile,
    bites: [lock({ version: "1.0.0", resolved: "somewhere" })],
    passes: [lock({ version: "1.0.0", integrity: "sha512-x" })],
  },
  {
    name: "dependencies are exact",
    rule: exactVersions,
    bites: [manifest("^1.0.0"), manifest("~1.0.0"), manifest("1.x"), manifest("*"), manifest("latest")],
    passes: [manifest("1.0.0"), manifest("3.0.0-beta.1")],
  },
  {
    name: "both READMEs give the same commands",
    rule: readmes,
    bites: [
      pair(readme("npm start", "npm test"), readme("npm start")),
      pair(readme("npm start"), readme("npm start", "npm test")),
      pair(readme("npm start", "npm test"), readme("npm test", "npm start")),
      [file("README.md", readme("npm start"))],
    ],
    passes: [
      pair(readme("$ npm start   # the demo", "18 passed"), readme("npm start # 演示", "18 项通过")),
      [file("docs/a.md", "")],
    ],
  },
];

const project = projectFiles();

test("the project's own files are what the rules look at", () => {
  const paths = project.map(({ path }) => path);
  expect(paths).toContain("package.json");
  expect(paths).toContain("test/tidy/tidy.test.ts");
  expect(paths.filter((path) => path.startsWith("node_modules/"))).toEqual([]);
});

describe.each(cases)("$name", ({ rule, bites, passes }) => {
  test.each(bites.map((files) => [files] as const))("bites planted fault %$", (files) => {
    expect(rule(files), JSON.stringify(files)).not.toEqual([]);
  });
  test.each(passes.map((files) => [files] as const))("lets clean sample %$ pass", (files) => {
    expect(rule(files), JSON.stringify(files)).toEqual([]);
  });
  test("holds in this project", () => {
    expect(rule(project)).toEqual([]);
  });
});
