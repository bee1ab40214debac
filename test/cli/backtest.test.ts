/** `backtest`, `demo`, `simulate` and `bench` from end to end: what they write, what they say, how they end. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ended, ownFolder, played, root, start, wellspring } from "./wellspring.ts";

const ORDERS = join(root, "examples/orders-zh.csv");
const TABLES = [
  "bad-rows.csv",
  "exits.csv",
  "findings.json",
  "members.csv",
  "report.html",
  "series.csv",
  "stores.csv",
];

const backtest = (out: string, file: string, ...more: string[]) =>
  played(["backtest", "--plan", "local-life", file, "--out", out, ...more]);

describe("a shop's export", () => {
  test("is read, booked and told; bad rows make the status 2 and are listed", async () => {
    const folder = ownFolder();
    const { status, stdout, stderr } = await wellspring(["backtest", "--plan", "local-life", ORDERS], {
      cwd: folder,
      env: { LANG: "zh_CN.UTF-8" },
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    const out = join(folder, "reports/local-life-orders-zh");
    expect(readdirSync(out).sort()).toEqual(TABLES);
    expect(stdout).toContain("读到 40 行：记账 39，被账簿拒绝 0，坏行 1。");
    expect(stdout).toContain("1 × 不存在的日期或时刻");
    expect(stdout).toContain(pathToFileURL(join(out, "report.html")).href);
    expect(stdout.match(/^· /gm)).toHaveLength(3);
    const bad = readFileSync(join(out, "bad-rows.csv"), "utf8");
    expect(bad.startsWith("\ufeff行 line,列 column,")).toBe(true);
    expect(bad.trimEnd().split("\r\n")[1]).toMatch(/^25,时间,2024-02-30.*,time_impossible,不存在/);
    const findings = JSON.parse(readFileSync(join(out, "findings.json"), "utf8"));
    expect(findings.money.spent_fen).toBe(441_560);
    expect(findings.orders).toMatchObject({ purchase: 38, refund: 1, open_store: 5 });
  });

  test("in GBK gives the same figures; --json tells them to a program", async () => {
    const folder = ownFolder();
    const text = readFileSync(ORDERS, "utf8");
    const letters = [...new Set(text.match(/\P{ASCII}/gu) ?? [])];
    const gbk = new Map(letters.map((letter) => [letter, gbkOf(letter)]));
    const bytes = Buffer.concat([...text].map((sign) => gbk.get(sign) ?? Buffer.from(sign)));
    writeFileSync(join(folder, "gbk.csv"), bytes);
    const [utf8, other] = [
      await backtest(join(folder, "a"), ORDERS, "--json"),
      await backtest(join(folder, "b"), join(folder, "gbk.csv"), "--json"),
    ];
    const { folder: _, notes, ...figures } = JSON.parse(other.stdout);
    expect(JSON.parse(utf8.stdout)).toMatchObject(figures);
    expect(JSON.stringify(notes)).toContain("gb18030");
    expect(figures.rows).toEqual({ read: 40, booked: 39, refused: 0, bad: 1 });
  });

  test("with columns named by hand, and rows that the plan refuses", async () => {
    const folder = ownFolder();
    const lines = ["单号,手机,花了多少", "1,138,0.50", "2,139,20.00", "3,140,=1+1", "4,141,30.00"];
    writeFileSync(join(folder, "own.csv"), `${lines.join("\n")}\n`);
    const args = [
      "--column",
      "member=手机",
      "--column",
      "amount=花了多少",
      "--unit",
      "yuan",
      "--stores",
      "3",
    ];
    const unnamed = await backtest(join(folder, "x"), join(folder, "own.csv"));
    expect(unnamed.status).toBe(4);
    expect(unnamed.stderr).toContain("--column amount=");
    expect(readdirSync(folder)).toEqual(["own.csv"]);
    const { status, stdout } = await backtest(join(folder, "x"), join(folder, "own.csv"), ...args);
    expect(status).toBe(2);
    expect(stdout).toContain("4 rows read: 2 booked, 1 refused by the book, 1 bad.");
    const bad = readFileSync(join(folder, "x/bad-rows.csv"), "utf8").trimEnd().split("\r\n");
    expect(bad).toHaveLength(3);
    expect(bad[1]).toMatch(/^2,,order:1,amount_too_small,/);
    expect(bad[2]).toMatch(/^4,花了多少,'=1\+1,amount_malformed,/);
  });

  test("of the CDNOW kind; a plan with periods wants times", async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, "cdnow.txt"), " 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n");
    const ok = await backtest(join(folder, "out"), join(folder, "cdnow.txt"), "--format", "cdnow", "--json");
    expect(ok.status).toBe(0);
    expect(JSON.parse(ok.stdout)).toMatchObject({ rows: { read: 2, booked: 2 }, money: { spent_fen: 2377 } });
    const plan = {
      ...JSON.parse(readFileSync(join(root, "plans/local-life.json"), "utf8")),
      settle_after: "P7D",
    };
    writeFileSync(join(folder, "periods.json"), JSON.stringify(plan));
    writeFileSync(join(folder, "own.csv"), "订单号,会员,金额\n1,a,20.00\n");
    const asked = [
      "backtest",
      "--plan",
      join(folder, "periods.json"),
      join(folder, "own.csv"),
      "--out",
      join(folder, "y"),
    ];
    expect(await played(asked)).toMatchObject({ status: 1, stderr: /has rows without a time/ });
  });

  test("refused as a whole: the file, the line and what to do, in both languages", async () => {
    const folder = ownFolder();
    const at = (name: string) => join(folder, name);
    writeFileSync(at("odd.csv"), "甲,乙,丙\n1,2,3\n");
    writeFileSync(at("head.csv"), "会员,金额\n");
    writeFileSync(at("plan.csv"), '{"name":"x"}\n');
    const cases: readonly (readonly [file: string, lang: string, says: string])[] = [
      [
        "odd.csv",
        "zh",
        "odd.csv 第 1 行：找不到这些列：会员、金额。表头有：甲、乙、丙。请指明：--column member=…",
      ],
      ["odd.csv", "en", "odd.csv, line 1: no column for member, amount."],
      ["head.csv", "zh", "head.csv 只有表头，没有一行订单。"],
      ["head.csv", "en", "head.csv has a header but no row of orders."],
      ["plan.csv", "zh", "plan.csv：找不到表头"],
      ["none.csv", "zh", "none.csv：文件读不了（不存在）"],
    ];
    for (const [file, lang, says] of cases) {
      const args = ["backtest", "--plan", "local-life", at(file), "--lang", lang, "--out", at("out")];
      const { status, stdout, stderr } = await played(args);
      expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
      expect(stderr).toContain(says);
      expect(existsSync(at("out"))).toBe(false);
    }
  });

  test("a last line that ends without its line's end is taken, and said to be open", async () => {
    const folder = ownFolder();
    const file = join(folder, "cut.csv");
    writeFileSync(file, "会员,金额\na,100.00\nb,10");
    const args = ["backtest", "--plan", "local-life", file, "--lang", "zh", "--out", join(folder, "out")];
    const { status, stdout } = await played(args);
    expect(status).toBe(0);
    expect(stdout).toContain("文件最后一行（第 3 行）没有换行符");
  });

  test("a division code of no province is wrong usage", async () => {
    const { status, stderr } = await played([
      "backtest",
      "--plan",
      "local-life",
      "-",
      "--store-region",
      "990101",
    ]);
    expect(status).toBe(3);
    expect(stderr).toContain("990101");
  });

  test("writes over its own results, but not into somebody else's directory", async () => {
    const folder = ownFolder();
    const out = join(folder, "out");
    mkdirSync(out);
    writeFileSync(join(out, "diary.txt"), "dear diary");
    const refused = await backtest(out, ORDERS);
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain("holds other files (diary.txt)");
    expect(readdirSync(out)).toEqual(["diary.txt"]);
    expect((await backtest(out, ORDERS, "--force")).status).toBe(2);
    expect(readFileSync(join(out, "diary.txt"), "utf8")).toBe("dear diary");
    expect(readdirSync(out).sort()).toEqual([...TABLES, "diary.txt"].sort());
    const own = join(folder, "own");
    expect((await backtest(own, ORDERS)).status).toBe(2);
    expect((await backtest(own, ORDERS)).status).toBe(2);
    writeFileSync(join(folder, "file"), "");
    expect(await backtest(join(folder, "file"), ORDERS)).toMatchObject({ status: 4, stderr: /Cannot write/ });
    expect(await backtest(own, join(folder, "none.csv"))).toMatchObject({ status: 4 });
  });
});

/** Two bytes of GBK, found by trying: Node decodes it but does not encode it. */
function gbkOf(letter: string): Buffer {
  const decoder = new TextDecoder("gbk");
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++)
      if (decoder.decode(Uint8Array.of(high, low)) === letter) return Buffer.from([high, low]);
  throw new Error(`${letter} is not in GBK`);
}

describe("demo", () => {
  test("in both languages, with a report that is there, and status 0", async () => {
    const folder = ownFolder();
    const { status, stdout, stderr } = await wellspring(["demo"], { cwd: folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("真实购买记录的回测（CDNOW，2,349 位会员，6,919 行，其中 8 行未记账");
    expect(stdout).toContain(
      "Backtest of real purchases (CDNOW, 2,349 members, 6,919 rows, 8 of them not booked",
    );
    for (const command of ["check", "explain", "backtest", "simulate"])
      expect(stdout).toContain(`wellspring ${command} `);
    const [, report = ""] = /报告 Report: (file:\S+)/.exec(stdout) ?? [];
    expect(readFileSync(new URL(report), "utf8")).toContain("</html>");
  });

  test("in one language where one is asked for, and for a program", async () => {
    const folder = ownFolder();
    const out = ["--out", join(folder, "out")];
    const one = await played(["demo", "--lang", "en", ...out], { npm_lifecycle_event: "start" });
    expect(one.stdout).toContain("  node bin/wellspring.mjs check local-life");
    expect(/\p{Script=Han}/u.test(one.stdout)).toBe(false);
    const { status, stdout } = await played(["demo", "--json", ...out]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows).toEqual({ read: 6919, booked: 6911, refused: 0, bad: 8 });
  });
});

describe("simulate", () => {
  const stop = JSON.parse(readFileSync(join(root, "worlds/stop.json"), "utf8"));
  const arrivals = [
    { from_day: 1, kind: "constant", per_day: "5" },
    { from_day: 20, kind: "stop" },
  ];
  const small = JSON.stringify({ ...stop, id: "small", days: 30, arrivals });

  test("many runs, an adversary, a report; the same seed gives the same", async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, "small.json"), small);
    const args = [
      "simulate",
      "--plan",
      "local-life",
      "--world",
      "small.json",
      "--runs",
      "5",
      "--adversary",
      "bank-run",
    ];
    const [text, json] = await Promise.all([
      wellspring(args, { cwd: folder, env: { LANG: "zh_CN.UTF-8" } }),
      wellspring([...args, "--json", "--out", "other"], { cwd: folder }),
    ]);
    expect(text?.status).toBe(0);
    expect(text?.stdout).toContain("30 天，推演 5 次，种子 1");
    expect(text?.stdout).toMatch(/\[守住\] 挤兑 /);
    const found = JSON.parse(json?.stdout ?? "");
    expect(found.rows).toHaveLength(5);
    expect(found.verdicts).toMatchObject([{ attack: "bank_run", verdict: "holds" }]);
    const out = join(folder, "reports/local-life-small");
    const mine = [...TABLES, "runs.csv", "simulation.json", "verdicts.json"].filter(
      (name) => name !== "bad-rows.csv",
    );
    expect(readdirSync(out).sort()).toEqual(mine.sort());
    for (const name of ["findings.json", "runs.csv", "simulation.json", "verdicts.json"])
      expect([name, readFileSync(join(out, name), "utf8")]).toEqual([
        name,
        readFileSync(join(folder, "other", name), "utf8"),
      ]);
    expect(readFileSync(join(out, "runs.csv"), "utf8").trimEnd().split("\r\n")).toHaveLength(6);
  });

  test("a world with faults, and one that is none", async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, "odd.json"), JSON.stringify({ ...stop, days: 0, colour: "red" }));
    const odd = await played(["simulate", "--plan", "local-life", "--world", join(folder, "odd.json")]);
    expect(odd.status).toBe(1);
    for (const place of ["days", "colour"]) expect(odd.stderr).toContain(place);
    const none = await played(["simulate", "--plan", "local-life", "--world", "stopp"]);
    expect(none.status).toBe(4);
    expect(none.stderr).toContain("s-curve");
  });

  test("Ctrl-C ends its threads and writes nothing", async () => {
    const folder = ownFolder();
    const child = start(["simulate", "--plan", "local-life", "--runs", "5000", "--progress"], {
      cwd: folder,
    });
    child.stderr.once("data", () => child.kill("SIGINT"));
    const { status, stderr } = await ended(child);
    expect(status).toBe(130);
    expect(stderr).toContain("Stopped; no half-written file is left.");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("bench engine", () => {
  test("fills, measures in turns and tells how cost grows", async () => {
    const args = [
      "bench",
      "engine",
      "--lots",
      "50,400",
      "--orders",
      "300",
      "--rounds",
      "3",
      "--mix",
      "mixed",
    ];
    const { status, stdout } = await wellspring([...args, "--json"]);
    expect(status).toBe(0);
    const { sizes, plan, mix, rounds } = JSON.parse(stdout);
    expect({ plan, mix, rounds }).toEqual({ plan: "local-life", mix: "mixed", rounds: 3 });
    expect(sizes.map(({ lots }: { lots: number }) => lots)).toEqual([50, 400]);
    for (const size of sizes) {
      expect(size.orders_per_second).toBeGreaterThan(100);
      expect(size.slowest_per_second).toBeLessThanOrEqual(size.orders_per_second);
      expect(size.core === null || (size.core > 0 && size.core < 1.1)).toBe(true);
      expect(size.postings_per_order).toBeGreaterThan(6);
      expect(size.lots_after).toBeGreaterThanOrEqual(size.lots);
      expect(size.refused).toBe(0);
    }
    expect([sizes[0].ratio, sizes[0].log_ratio]).toEqual([1, 1]);
    expect(sizes[1].log_ratio).toBeCloseTo(Math.log2(400) / Math.log2(50), 3);
  });

  test("a plan that lets purchases wait cannot be measured so", async () => {
    const folder = ownFolder();
    const plan = {
      ...JSON.parse(readFileSync(join(root, "plans/local-life.json"), "utf8")),
      settle_after: "P7D",
    };
    writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
    const refused = await played(["bench", "engine", "--plan", join(folder, "plan.json"), "--quick"]);
    expect(refused).toMatchObject({ status: 3, stderr: /lets purchases wait/ });
  });
});
