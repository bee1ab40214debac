/** Help in both languages, and everything a person can get wrong, each with its one sentence and its status. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownFolder, played, root, wellspring } from "./wellspring.ts";

const COMMANDS = [
  ["demo"],
  ["check"],
  ["explain"],
  ["replay"],
  ["backtest"],
  ["simulate"],
  ["bench"],
  ["bench", "engine"],
];
const LOCAL_LIFE = readFileSync(join(root, "plans/local-life.json"), "utf8");

describe.each(["zh", "en"] as const)("help in %s", (lang) => {
  test.each(COMMANDS.map((command) => [command.join(" "), command] as const))("%s", async (name, command) => {
    const { status, stdout, stderr } = await played([...command, "--help", "--lang", lang]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`wellspring ${name}`);
    const [, examples] = stdout.split(lang === "zh" ? "例子：" : "Examples:");
    expect(examples).toMatch(new RegExp(`^  wellspring ${name}`, "m"));
    for (const code of [0, 1, 2, 3, 4, 130]) expect(examples).toMatch(new RegExp(`^  ${code} +\\S`, "m"));
    expect(stdout).toContain(lang === "zh" ? "用法：" : "Usage:");
    expect(/\p{Script=Han}/u.test(stdout.replaceAll("订单.csv", ""))).toBe(lang === "zh");
    // Each option says what it does.
    for (const [, flags, text] of stdout.matchAll(/^ {2}(-\S.*?)(?: {2,}(.*))?$/gm))
      expect([flags, text]).toEqual([flags, expect.stringMatching(/\S/)]);
  });

  test("the front page lists every command", async () => {
    const { stdout } = await played(["--lang", lang]);
    for (const [command = ""] of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, "m"));
  });
});

test("help by the command help, and the version", async () => {
  const [byWord, byFlag] = [await played(["help", "check"]), await played(["check", "--help"])];
  expect(byWord).toEqual(byFlag);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(await played(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

describe("wrong usage is said in one sentence, with status 3", () => {
  test.each([
    [["chek"], "did you mean check?", "是不是 check？"],
    [["frobnicate"], "no command “frobnicate”", "没有命令“frobnicate”"],
    [["replay", "--plam", "x", "y"], "did you mean --plan?", "是不是 --plan？"],
    [["replay", "y"], "option --plan is missing", "缺少选项 --plan"],
    [["replay", "--plan"], "option --plan <plan> needs a value", "选项 --plan <plan> 后面要有值"],
    [["replay", "--plan", "local-life"], "argument ORDERS.jsonl is missing", "缺少参数 ORDERS.jsonl"],
    [["check", "local-life", "more"], "Too many arguments for check", "命令 check 的参数太多"],
    [["bench"], "needs a subcommand", "还要一个子命令"],
    [["bench", "engine", "--lots", "0"], "--lots takes a whole number", "--lots 要一个"],
    [["bench", "engine", "--lots", "1e3"], "--lots takes a whole number", "--lots 要一个"],
    [["bench", "engine", "--mix", "both"], "none of: purchase or mixed", "不在可选之列"],
    [["explain", "local-life", "--amount", "1,000"], "--amount takes an amount", "--amount 要一个金额"],
    [["explain", "local-life", "--amount", "-5"], "--amount takes an amount", "--amount 要一个金额"],
    [["explain", "local-life", "--take", "100%"], "--take takes a percent", "--take 要一个"],
    [["explain", "local-life", "--store-region", "4401"], "6 digits", "6 位数字"],
    [["check", "local-life", "--cost", "30"], "--cost takes a percent", "--cost 要一个"],
    [["backtest", "--plan", "local-life", "x.csv", "--column", "who=a"], "role=header", "项=表头"],
    [
      ["backtest", "--plan", "local-life", "x.csv", "--format", "xls"],
      "none of: csv or cdnow",
      "不在可选之列",
    ],
    [["simulate", "--world", "stop"], "option --plan is missing", "缺少选项 --plan"],
    [
      ["simulate", "--plan", "local-life", "--adversary", "thief"],
      "none of: all or wash-ring",
      "不在可选之列",
    ],
    [["simulate", "--plan", "local-life", "--world", "stop", "--runs", "0"], "--runs takes", "--runs 要一个"],
    [["check", "x", "--lang", "fr"], "none of: zh or en", "不在可选之列"],
  ])("%j", async (args, inEnglish, inChinese) => {
    const [en, zh] = [await played(args), await played(args, { LANG: "zh_CN.UTF-8" })];
    for (const [{ status, stdout, stderr }, words] of [
      [en, inEnglish],
      [zh, inChinese],
    ] as const) {
      expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
      expect(stderr).toContain(words);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }
  });
});

describe("plans that cannot be read", () => {
  const files: readonly (readonly [name: string, bytes: string | Buffer, says: string])[] = [
    ["comma.json", '{\n  "name": "x",\n}', "comma.json line 3, column 1"],
    ["empty.json", "", "empty.json is empty"],
    ["blank.json", "\ufeff \n\n", "blank.json is empty"],
    ["twice.json", '{"name":"x",\n"name":"y"}', "twice.json line 2, column 1: “name” stands twice"],
    ["bytes.json", Buffer.from([0x7b, 0xff, 0xff, 0x7d]), "neither UTF-8 nor GB18030"],
    ["large.json", " ".repeat(1_100_000), "larger than 1024 KiB"],
  ];

  test.each(files)("%s", async (name, bytes, says) => {
    const folder = ownFolder();
    writeFileSync(join(folder, name), bytes);
    const { status, stdout, stderr } = await played(["check", join(folder, name)]);
    expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
    expect(stderr).toContain(says);
  });

  test("not there, a directory, no such preset", async () => {
    const folder = ownFolder();
    expect(await played(["check", join(folder, "none.json")])).toMatchObject({
      status: 4,
      stderr: /not found/,
    });
    expect(await played(["check", folder])).toMatchObject({ status: 4, stderr: /is a directory/ });
    const preset = await played(["check", "local-live"]);
    expect(preset.status).toBe(4);
    expect(preset.stderr).toContain("local-life, local-life-2x, local-life-high, product-2x, product-3x");
  });

  test("as JSON for a program, as a stack for who asks for it", async () => {
    const { stderr } = await played(["check", "none", "--json"]);
    expect(JSON.parse(stderr).error).toMatchObject({ code: "no_such_plan", message: /^There is no plan/ });
    const debug = await played(["check", "none"], { WELLSPRING_DEBUG: "1" });
    expect(debug.stderr).toMatch(/^ +at .*jsonfile/m);
    expect((await played(["check", "none"])).stderr).not.toMatch(/^ +at /m);
  });
});

test("what a name could do to a terminal is written out", async () => {
  const { stderr } = await played(["check", "\u001b[2Jplan\u202e.json"]);
  expect(stderr).toBe("wellspring: Cannot read \\u{1b}[2Jplan\\u{202e}.json: not found\n");
});

describe("plans as programs in China write them", () => {
  const named = LOCAL_LIFE.replace('"local-life"', '"本地生活"');
  const gbk = Buffer.concat([
    Buffer.from(LOCAL_LIFE.slice(0, LOCAL_LIFE.indexOf('"local-life"') + 1)),
    Buffer.from([0xb1, 0xbe, 0xb5, 0xd8, 0xc9, 0xfa, 0xbb, 0xee]),
    Buffer.from(LOCAL_LIFE.slice(LOCAL_LIFE.indexOf('"local-life"') + "local-life".length + 1)),
  ]);
  test.each([
    ["a byte order mark", Buffer.from(`\ufeff${named}`)],
    ["GBK", gbk],
    ["UTF-16", Buffer.from(`\ufeff${named}`, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(`\ufeff${named}`, "utf16le").swap16()],
  ])("%s", async (_, bytes) => {
    const folder = ownFolder();
    writeFileSync(join(folder, "plan.json"), bytes);
    const { status, stdout } = await played(["check", join(folder, "plan.json"), "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).plan).toEqual({ name: "本地生活", version: 1 });
  });
});

describe("faults of a plan", () => {
  const faulty = JSON.stringify({
    ...JSON.parse(LOCAL_LIFE),
    take: "5%",
    version: 0,
    pool: { mint: "100%" },
  });

  test("are all told by check and by who needs the plan, with status 1", async () => {
    const folder = ownFolder();
    const path = join(folder, "plan.json");
    writeFileSync(path, faulty);
    const checked = await played(["check", path]);
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain("pool.mint");
    const { status, stdout, stderr } = await played(["explain", path, "--lang", "zh"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("处错误：");
    for (const place of ["version", "pool.mint", "pool.exit_load"]) expect(stderr).toContain(place);
    const asJson = JSON.parse((await played(["explain", path, "--json"])).stderr);
    expect(asJson.error.faults.map((fault: { path: string }) => fault.path)).toContain("pool.cap.multiple");
  });
});

describe("what check and explain say", () => {
  test("every preset may be published, with conditions", async () => {
    for (const file of readdirSync(join(root, "plans"))) {
      const { status, stdout } = await played(["check", file.replace(".json", ""), "--json"]);
      expect([file, status, JSON.parse(stdout).verdict]).toEqual([file, 0, "publishable_with_conditions"]);
    }
  });

  test("a receipt in both languages, its lines and the reasons of its zeros", async () => {
    const zh = await played(["explain", "local-life", "--lang", "zh", "--no-city"]);
    expect(zh.status).toBe(0);
    expect(zh.stdout).toMatch(/直推奖励 +推荐人 +0\.3% × 1,000\.00 +3\.00/);
    expect(zh.stdout).toMatch(/市代奖励 +— .* 0\.00 +\S/);
    const amounts = async (...more: string[]) => {
      const { stdout } = await played(["explain", "local-life", "--json", ...more]);
      const [receipt] = JSON.parse(stdout).receipts;
      const lines: { code: string; amount_fen: number; reason: string | null }[] = receipt.lines;
      expect(lines.reduce((sum, line) => sum + line.amount_fen, 0)).toBe(receipt.amount_fen);
      return Object.fromEntries(lines.map(({ code, amount_fen, reason }) => [code, reason ?? amount_fen]));
    };
    const whole = {
      due: 80000,
      operator: 2000,
      upline_1: 300,
      upline_2: 200,
      recruiter: 500,
      unclaimed: 700,
    };
    expect(await amounts()).toMatchObject({
      ...whole,
      region_district: 100,
      region_city: 100,
      region_province: 100,
    });
    expect(await amounts("--no-second", "--no-district")).toMatchObject({
      upline_2: "sponsor_has_no_sponsor",
      region_district: "no_agent",
      region_city: 200,
    });
    expect(await amounts("--own-store", "--no-sponsor", "--no-recruiter")).toMatchObject({
      upline_1: "no_sponsor",
      recruiter: "no_recruiter",
    });
    expect(await amounts("--store-region", "441900")).toMatchObject({ region_district: "level_skipped" });
    expect(await amounts("--take", "15%", "--amount", "12.34")).toMatchObject({ due: 1049 });
    expect(await amounts("--after", "2")).toMatchObject(whole);
  });

  test("goods by their cost, a refusal by its reason, a plan with periods by both its receipts", async () => {
    const goods = JSON.parse((await played(["explain", "product-2x", "--cost", "300", "--json"])).stdout)
      .receipts[0];
    expect(goods.lines[0]).toMatchObject({ code: "due", amount_fen: 30000 });
    expect(goods.points.issued).toBe("210.00000000");
    const refused = await played(["explain", "local-life", "--amount", "0.49"]);
    expect(refused).toMatchObject({ status: 1, stderr: /below the plan's smallest purchase/ });
    const folder = ownFolder();
    const periods = { ...JSON.parse(LOCAL_LIFE), settle_after: "P7D", commission_freeze: "P7D" };
    writeFileSync(join(folder, "plan.json"), JSON.stringify(periods));
    const args = ["explain", join(folder, "plan.json"), "--after", "3", "--json"];
    const { receipts } = JSON.parse((await played(args)).stdout);
    expect(receipts.map((receipt: { status: string }) => receipt.status)).toEqual(["pending", "settled"]);
    expect(receipts[1].points.price_before.shown).toBe("1.86741363");
  });
});

test("colours only for a terminal that wants them", async () => {
  const coloured = async (env: Record<string, string>, isTTY: boolean) =>
    (await played(["--help"], env, isTTY)).stdout.includes("\u001b[");
  expect(await coloured({ TERM: "xterm" }, true)).toBe(true);
  expect(await coloured({ TERM: "xterm", NO_COLOR: "1" }, true)).toBe(false);
  expect(await coloured({ TERM: "dumb" }, true)).toBe(false);
  expect(await coloured({ TERM: "xterm" }, false)).toBe(false);
});

describe("orders that cannot be read", () => {
  test("not there, a directory, another kind of file", async () => {
    const folder = ownFolder();
    mkdirSync(join(folder, "orders.jsonl"));
    writeFileSync(join(folder, "zipped"), Buffer.from([0x1f, 0x8b, 8, 0, 0]));
    writeFileSync(join(folder, "wide"), Buffer.from("\ufeff{}", "utf16le"));
    const said = async (name: string) => {
      const { status, stdout, stderr } = await played(["replay", "--plan", "local-life", join(folder, name)]);
      expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
      return stderr;
    };
    expect(await said("none")).toContain("not found");
    expect(await said("orders.jsonl")).toContain("is a directory");
    expect(await said("zipped")).toContain("looks like gzip");
    expect(await said("wide")).toContain("looks like UTF-16");
  });

  test("totals beyond what JSON carries are refused, not rounded", async () => {
    const lines = [
      '{"id":"1","kind":"join","member":"a"}',
      '{"id":"2","kind":"open_store","merchant":"s","owner":"a","region":"440106"}',
      ...[3, 4].map(
        (id) => `{"id":"${id}","kind":"purchase","member":"a","merchant":"s","amount_fen":9007199254740991}`,
      ),
    ];
    const { status, stdout, stderr } = await wellspring(["replay", "--plan", "local-life", "-"], {
      input: lines.join("\n"),
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("beyond what can be written exactly");
  });
});
