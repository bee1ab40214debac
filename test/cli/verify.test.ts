/** verify, export, backup and restore on the command line, on a PostgreSQL of one's own. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DIFFERENCES, migrate } from "#store";
import { zh } from "../../src/main/words/zh.ts";
import { type Stage, stage } from "../desk/stage.ts";
import { bareDatabase } from "../postgres.ts";
import { lived } from "../store/verify-world.ts";
import { ownFolder, played, wellspring } from "./wellspring.ts";

const clock = { now: Date.UTC(2026, 6, 1) * 1_000 };
const CHINESE = { LANG: "zh_CN.UTF-8" };
let set: Stage;
beforeAll(async () => {
  set = await stage({ exitLimit: 2, now: () => clock.now });
  await lived(set.desk, 1n, clock);
  await set.desk.close();
});
afterAll(async () => await set.drop());

const on = (folder: string) => ["--database", set.url, "--data", folder];

describe("verify in the database", () => {
  test("a clean book: status 0, its figures, and the proof of the day kept", async () => {
    const folder = ownFolder();
    const { status, stdout, stderr } = await played(["verify", ...on(folder)]);
    expect(stderr).toMatch(/^A signing key was made in the data folder/);
    expect(stdout).toMatch(/^Cell 1: [\d,]+ journals replayed one by one, all agree/);
    for (const name of ["cash of the pool C", "points out N", "members", "fingerprint"])
      expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
    expect(status).toBe(0);
    const chinese = await played(["verify", ...on(folder)], CHINESE);
    expect(chinese).toMatchObject({
      status: 0,
      stderr: "",
      stdout: /^单元 1：[\d,]+ 笔凭证逐笔重放，全部一致/,
    });
    const json = JSON.parse((await played(["verify", ...on(folder), "--json"])).stdout);
    expect(json).toMatchObject({ cell: "1", operator: "1", differences: 0, findings: [] });
    const { rows } = await set.database.query<{ body: string }>("SELECT body FROM proof");
    expect(rows.map(({ body }) => JSON.parse(body))).toEqual([json.proof]);
  });

  test("a book that somebody touched: status 1, and where, in both languages; no proof", async () => {
    const folder = ownFolder();
    await set.database.query("UPDATE lot SET cap0 = cap0 + 1 WHERE seq = 3");
    try {
      const en = await played(["verify", ...on(folder)]);
      expect(en).toMatchObject({ status: 1, stderr: "", stdout: /1 difference\(s\), 1 listed/ });
      expect(en.stdout).toMatch(/the lot differs {2}lot 3 cap0\n {2}expected \d+\n {2}found \d+\n/);
      const zh = await played(["verify", ...on(folder)], CHINESE);
      expect(zh.stdout).toMatch(
        /发现 1 处不一致[\s\S]*批次不符 {2}批次 3 cap0\n {2}应为 \d+\n {2}实为 \d+\n/,
      );
      const json = JSON.parse((await played(["verify", ...on(folder), "--json"])).stdout);
      expect(json).toMatchObject({
        differences: 1,
        proof: null,
        findings: [{ what: "lot", where: "lot 3 cap0" }],
      });
      expect(existsSync(join(folder, "proof-key.pem"))).toBe(false);
    } finally {
      await set.database.query("UPDATE lot SET cap0 = cap0 - 1 WHERE seq = 3");
    }
  });

  test("what cannot be: no such cell, no such database, a number that is none", async () => {
    const folder = ownFolder();
    const none = await played(["verify", ...on(folder), "--cell", "77"]);
    expect(none).toMatchObject({ status: 1, stdout: "", stderr: "wellspring: There is no cell 77.\n" });
    const bad = ["verify", "--data", folder, "--database", "postgres://nobody@127.0.0.1:1/x"];
    const far = await played(bad);
    expect(far).toMatchObject({
      status: 4,
      stdout: "",
      stderr: /the database: The database cannot be reached/,
    });
    expect((await played(bad, CHINESE)).stderr).toMatch(/数据库：连接不上数据库/);
    expect(await played(["verify", "--cell", "0"])).toMatchObject({ status: 3, stdout: "" });
    expect(await played(["verify", "--key", "short"])).toMatchObject({ status: 3, stderr: /43 characters/ });
  });
});

describe("export and verify --proof", () => {
  test("written here, checked in a process that has no database", async () => {
    const folder = ownFolder();
    const file = join(folder, "book.jsonl.gz");
    const made = await played(["export", "--out", file, ...on(folder)]);
    expect(made).toMatchObject({ status: 0, stdout: /journals exported: / });
    expect(made.stdout).toContain("Not shown: that every real sale became an order.");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = /public key +(\S+)/.exec(made.stdout)?.[1] ?? "";
    const env = {
      WELLSPRING_DATABASE_URL: "postgres://nobody@127.0.0.1:1/x",
      WELLSPRING_DATA: join(folder, "no"),
    };
    const checked = await wellspring(["verify", "--proof", file, "--key", key], { env });
    expect(checked).toMatchObject({ status: 0, stderr: "" });
    expect(checked.stdout).toMatch(
      /all agree[\s\S]*Shown: every order[\s\S]*Not shown: that every real sale/,
    );
    expect(checked.stdout).not.toContain("taken from the file itself");
    expect(existsSync(join(folder, "no"))).toBe(false);
    const unpinned = await played(["verify", "--proof", file], CHINESE);
    expect(unpinned.stdout).toMatch(/已证实[\s\S]*不能证实[\s\S]*公钥取自文件本身/);
    const wrong = await played(["verify", "--proof", file, "--key", "A".repeat(43)]);
    expect(wrong).toMatchObject({ status: 1, stdout: /signed with another key {2}proof/ });

    const forged = join(folder, "forged.jsonl");
    writeFileSync(
      forged,
      gunzipSync(readFileSync(file)).toString().replace('"amount_fen":1', '"amount_fen":2'),
    );
    const found = await played(["verify", "--proof", forged, "--key", key]);
    expect(found.status).toBe(1);
    expect(found.stdout).toMatch(/the record differs from the replay {2}journal \d+/);
    const json = JSON.parse((await played(["verify", "--proof", file, "--json"])).stdout);
    expect(json).toMatchObject({ differences: 0, proof: { key } });
  });

  test("progress is shown to who asks for it; what cannot be written or read is said", async () => {
    const folder = ownFolder();
    const file = join(folder, "book.jsonl");
    const shown = await played(["export", "--out", file, ...on(folder), "--progress"]);
    expect(shown.stderr).toMatch(/orders\/s/);
    expect((await played(["verify", "--progress", ...on(folder)])).stderr).toMatch(/cell 1 .*orders\/s/);
    expect((await played(["verify", "--progress", "--proof", file])).stderr).toMatch(
      /book\.jsonl .*orders\/s/,
    );
    expect(await played(["export", ...on(folder)])).toMatchObject({ status: 3, stdout: "" });
    expect(await played(["export", ...on(folder), "--cell", "9", "--out", file])).toMatchObject({
      status: 1,
    });
    const nowhere = await played(["export", ...on(folder), "--out", join(folder, "no", "x")]);
    expect(nowhere).toMatchObject({ status: 4, stderr: /not found/ });
    writeFileSync(join(folder, "other"), "id,amount\n");
    const other = await played(["verify", "--proof", join(folder, "other")]);
    expect(other).toMatchObject({ status: 4, stdout: "", stderr: /no file of journals/ });
    expect(await played(["verify", "--proof", join(folder, "gone")])).toMatchObject({ status: 4 });
  });
});

test("backup, restore into an empty database, verify there", async () => {
  const folder = ownFolder();
  const file = join(folder, "book.backup");
  const own = await bareDatabase();
  try {
    const made = await played(["backup", file, ...on(folder)]);
    expect(made).toMatchObject({ status: 0, stdout: /rows backed up/ });
    const there = ["--database", own.url, "--data", folder];
    const back = await played(["restore", file, ...there, "--json"]);
    expect(back.status).toBe(0);
    const { rows, sha256 } = JSON.parse(back.stdout);
    expect(made.stdout.replaceAll(",", "")).toContain(`${rows} rows`);
    expect(made.stdout).toContain(sha256);
    expect(await played(["verify", ...there])).toMatchObject({ status: 0 });
    const twice = await played(["restore", file, ...there]);
    expect(twice).toMatchObject({ status: 4, stdout: "", stderr: /empty database only/ });
    const gone = await played(["restore", join(folder, "gone"), ...there]);
    expect(gone).toMatchObject({ status: 4, stderr: /Cannot read .*gone: not found/ });
    writeFileSync(join(folder, "bad"), "x");
    const empty = await bareDatabase();
    const bad = await played(["restore", join(folder, "bad"), "--database", empty.url], CHINESE);
    expect(bad.status).toBe(4);
    expect(bad.stderr).toMatch(/\p{Script=Han}/u);
    await migrate(empty.database).catch(() => {});
    await empty.drop();
  } finally {
    await own.drop();
  }
});

test("every kind of difference has its words", () => {
  for (const what of DIFFERENCES) expect(zh).toHaveProperty([`found.${what}`]);
});

test.each(["verify", "export", "backup", "restore"])("help of %s in both languages", async (name) => {
  for (const [lang, title] of [
    ["zh", "例子："],
    ["en", "Examples:"],
  ] as const) {
    const { status, stdout, stderr } = await played(["help", name, "--lang", lang]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split(title)[1]).toMatch(new RegExp(`^  wellspring ${name}`, "m"));
  }
});
