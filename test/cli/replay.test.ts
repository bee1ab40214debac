/** `replay` as a process of its own: RULES section 7 to the letter, and files as bad as they come. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ended, ownFolder, root, start, wellspring } from "./wellspring.ts";

const CASES = join(root, "test/cases");
const cases = readdirSync(CASES)
  .filter((file) => file.endsWith(".plan.json"))
  .map((file) => file.slice(0, -".plan.json".length));
const PLAN = join(CASES, "local-1.plan.json");

test("the worked replays are there", () => {
  expect(cases.length).toBeGreaterThanOrEqual(17);
});

describe("every worked replay, as a file", () => {
  test.concurrent.each(cases)("%s", async (name) => {
    const file = (part: string) => join(CASES, `${name}.${part}`);
    const { status, stdout, stderr } = await wellspring([
      "replay",
      "--plan",
      file("plan.json"),
      file("orders.jsonl"),
    ]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(file("result.json"), "utf8")));
    expect(status).toBe(0);
  });
});

/** A small history; every line after it is added to something that stands. */
const HISTORY = [
  '{"id":"1","kind":"join","member":"甲"}',
  '{"id":"2","kind":"open_store","merchant":"店","owner":"甲","region":"440106"}',
  '{"id":"3","kind":"join","member":"乙","sponsor":"甲"}',
  '{"id":"4","kind":"purchase","member":"乙","merchant":"店","amount_fen":100000}',
];

describe("lines that are no orders", () => {
  const odd: readonly (readonly [line: string | Buffer, field: string | null])[] = [
    ["not json", null],
    ['{"id":"x","kind":"join"', null],
    ["[]", null],
    ["null", null],
    ['"text"', null],
    ["\u0000", null],
    ["{}", "id"],
    ['{"id":7,"kind":"join","member":"m"}', "id"],
    ['{"id":"","kind":"join","member":"m"}', "id"],
    ['{"id":"x"}', "kind"],
    ['{"id":"x","kind":"steal"}', "kind"],
    ['{"id":"x","kind":"toString"}', "kind"],
    ['{"id":"x","kind":"join"}', "member"],
    ['{"id":"x","kind":"join","member":"m","sponsor":7}', "sponsor"],
    ['{"id":"x","kind":"open_store","merchant":"s","owner":"甲","region":"4401"}', "region"],
    ['{"id":"x","kind":"open_store","merchant":"s","owner":"甲","region":"440106","take":"100%"}', "take"],
    ['{"id":"x","kind":"purchase","member":"乙","merchant":"店","amount_fen":1e3}', "amount_fen"],
    ['{"id":"x","kind":"purchase","member":"乙","merchant":"店","amount_fen":1000.0}', "amount_fen"],
    ['{"id":"x","kind":"purchase","member":"乙","merchant":"店","amount_fen":-0}', "amount_fen"],
    ['{"id":"x","kind":"purchase","member":"乙","merchant":"店","amount_fen":"1000"}', "amount_fen"],
    [
      '{"id":"x","kind":"purchase","member":"乙","merchant":"店","amount_fen":9007199254740992}',
      "amount_fen",
    ],
    ['{"id":"x","kind":"purchase","member":"乙","merchant":"店","amount_fen":１０}', null],
    ['{"id":"x","kind":"redeem","member":"乙","points":"1.123456789"}', "points"],
    ['{"id":"x","kind":"redeem","member":"乙","points":"-1"}', "points"],
    ['{"id":"x","kind":"redeem","member":"乙","points":"1,000"}', "points"],
    ['{"id":"x","kind":"inject","amount_fen":5,"at":"2026-02-30T00:00:00Z"}', "at"],
    [Buffer.from([0x7b, 0xbb, 0xe1, 0xd4, 0xb1, 0x7d]), null],
    [`{"id":"x","kind":"inject","amount_fen":5,"note":"${"x".repeat(10_000_000)}"}`, null],
  ];
  const after = '{"id":"5","kind":"purchase","member":"甲","merchant":"店","amount_fen":5000}';
  const bytes = (lines: readonly (string | Buffer)[]) =>
    Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), Buffer.from("\n")]));

  test("each is listed by line and field, the others are booked, and the status is 2", async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, "odd.jsonl"), bytes([...HISTORY, ...odd.map(([line]) => line), after]));
    writeFileSync(join(folder, "good.jsonl"), bytes([...HISTORY, after]));
    const [bad, good] = await Promise.all(
      ["odd", "good"].map((name) => wellspring(["replay", "--plan", PLAN, `${name}.jsonl`], { cwd: folder })),
    );
    const { refused, ...rest } = JSON.parse(bad?.stdout ?? "");
    const listed = odd.map(([, field], i) => ({ line: HISTORY.length + i + 1, code: "malformed", field }));
    expect(refused).toEqual(listed);
    expect(bad?.status).toBe(2);
    expect(bad?.stderr).toBe(
      `${odd.length} line(s) were malformed; see refused in the result (the first is line ${HISTORY.length + 1}).\n`,
    );
    expect(good?.status).toBe(0);
    expect({ ...rest, refused: [] }).toEqual(JSON.parse(good?.stdout ?? ""));
  });

  test("from a pipe: a mark at the start, blank lines, Windows line ends, and half a line at the end", async () => {
    const input = `\ufeff${HISTORY.join("\r\n")}\r\n\r\n   \n${after.slice(0, 30)}`;
    const { status, stdout, stderr } = await wellspring(["replay", "--plan", PLAN, "-", "--lang", "zh"], {
      input,
    });
    const result = JSON.parse(stdout);
    expect(result.refused).toEqual([{ line: 7, code: "malformed", field: null }]);
    expect(result.members["乙"].sponsor).toBe("甲");
    expect(stderr).toContain("1 行不合格式");
    expect(status).toBe(2);
  });
});

describe("refused orders leave the status at 0", () => {
  test("and the last line counts without its end; --pretty is the same result", async () => {
    const again = HISTORY[3] as string;
    const other = again.replace("100000", "100001");
    const input = [...HISTORY, again, other, '{"id":"9","kind":"redeem","member":"丙","points":"all"}'].join(
      "\n",
    );
    const [plain, pretty] = await Promise.all(
      [[], ["--pretty"]].map((more) =>
        wellspring(["replay", "--plan", "local-life", "-", ...more], { input }),
      ),
    );
    const result = JSON.parse(plain?.stdout ?? "");
    expect(result.refused).toEqual([
      { id: "4", code: "id_conflict" },
      { id: "9", code: "member_unknown" },
    ]);
    expect(result.pool).toEqual({
      cash_fen: 16000,
      points: "112.00000000",
      price: "1.42857142",
      remainder_fen: 0,
    });
    expect(plain?.stdout.trim().split("\n")).toHaveLength(1);
    expect(pretty?.stdout).toBe(`${JSON.stringify(result, null, 2)}\n`);
    expect([plain?.status, pretty?.status]).toEqual([0, 0]);
  });
});

test("--journal writes every journal for a person to read", async () => {
  const folder = ownFolder();
  const args = ["replay", "--plan", PLAN, "-", "--journal", "journals.txt", "--lang", "zh"];
  const { status } = await wellspring(args, { input: HISTORY.join("\n"), cwd: folder });
  const text = readFileSync(join(folder, "journals.txt"), "utf8");
  expect(text.match(/^【/gm)).toHaveLength(HISTORY.length);
  expect(text).toContain("【4 · 消费】");
  expect(text).toMatch(/外部收付 → 应付货款 店 +800\.00 元/);
  expect(status).toBe(0);
  expect(readdirSync(folder)).toEqual(["journals.txt"]);
});

test("Ctrl-C ends at once with status 130 and leaves no half-written file", async () => {
  const folder = ownFolder();
  const child = start(["replay", "--plan", PLAN, "-", "--journal", "journals.txt"], { cwd: folder });
  const end = ended(child);
  child.stdin.write(`${HISTORY.join("\n")}\n`);
  while (!readdirSync(folder).includes("journals.txt.part")) await new Promise((go) => setTimeout(go, 20));
  child.kill("SIGINT");
  const { status, stdout, stderr } = await end;
  expect({ status, stdout }).toEqual({ status: 130, stdout: "" });
  expect(stderr).toBe("wellspring: Stopped; no half-written file is left.\n");
  expect(readdirSync(folder)).toEqual([]);
});

test("a reader that goes away (| head) is no fault", async () => {
  const many = Array.from({ length: 30_000 }, (_, i) => `{"id":"${i}","kind":"join","member":"member-${i}"}`);
  const child = start(["replay", "--plan", PLAN, "-", "--pretty"]);
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.end(many.join("\n"));
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("progress is shown where it is asked for, on standard error alone", async () => {
  const input = HISTORY.join("\n");
  const { stdout, stderr } = await wellspring(["replay", "--plan", PLAN, "-", "--progress"], { input });
  expect(stderr).toContain("orders/s");
  expect(JSON.parse(stdout).pool.cash_fen).toBe(16000);
});
