/** Journals as text and as JSON: nothing unsaid, nothing lost. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, type Journal, KIND, PART, Replay, readPlan, STEP, showInstant } from "#engine";
import { accountWord, journalText, kindWord, stepWord } from "#statement";
import { journalRecord, planRecord } from "#store";
import { plans } from "../engine/world.ts";
import { Fold, facts } from "./fold.ts";
import { play, playable } from "./play.ts";

const utc = (at: number) => showInstant(at, "Z");

describe("the record of a journal", () => {
  test("holds all of the book: folding the records of a random world gives the same book again", () => {
    const reached = new Set<string>();
    const run = (lines: readonly string[], plan: unknown) => {
      const fold = new Fold();
      const { replay } = play(plan, lines, (journal) => {
        fold.take(JSON.stringify(journalRecord(journal)));
        reached.add(journal.entry.type);
        for (const exit of journal.exits) reached.add(`exit by ${exit.reason}`);
        if (journal.entry.type === "purchased" && journal.entry.locked !== null) reached.add("locked");
        if (journal.entry.type === "purchased" && journal.entry.pending !== null) reached.add("settled");
        if (journal.closed) reached.add("closed");
      });
      if (replay.book.members.size === 0) return;
      expect(fold.facts()).toEqual(facts(replay.book, utc));
    };
    fc.assert(
      fc.property(playable(120), ({ plan, lines }) => run(lines, plan)),
      { numRuns: 150, seed: 20_260_101 },
    );
    const kinds = [
      "joined",
      "opened",
      "appointed",
      "pended",
      "pending_refunded",
      "purchased",
      "thawed",
      "moved",
    ];
    const rare = ["exit by cap", "exit by dust", "locked", "settled"];
    expect([...kinds, ...rare].filter((each) => !reached.has(each))).toEqual([]);
  });

  test("holds withdrawals, sponsors by code and by case, and the end of an agent's term", () => {
    const fold = new Fold();
    const reached: string[] = [];
    const lines = [
      { kind: "join", member: "o" },
      { kind: "join", member: "a" },
      { kind: "join", member: "b" },
      { kind: "open_store", merchant: "s", owner: "o", region: "440106" },
      { kind: "bind", member: "a", sponsor: "o" },
      { kind: "appoint", member: "b", region: "440106" },
      { kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000 },
      { kind: "redeem", member: "a", points: "12" },
      { kind: "correct_sponsor", member: "a", sponsor: "b", case: "2026-7" },
      { kind: "correct_sponsor", member: "o", sponsor: "a", case: "2026-8" },
      { kind: "correct_sponsor", member: "a", sponsor: null, case: "2026-9" },
      { kind: "dismiss", region: "440106" },
      { kind: "withdraw", member: "a", source: "wallet", amount_fen: 1_000 },
      { kind: "withdraw", member: "a", source: "wallet", amount_fen: 371 },
      { kind: "withdraw", member: "o", source: "commission", amount_fen: 300 },
      { kind: "withdraw", member: "b", source: "commission", amount_fen: 50 },
      { kind: "pay_out", withdrawal: "12" },
      { kind: "return_withdrawal", withdrawal: "14" },
    ].map((line, i) => ({ id: `${i}`, ...line }));
    const { replay } = play({}, lines, (journal) => {
      fold.take(JSON.stringify(journalRecord(journal)));
      reached.push(journal.entry.type);
    });
    expect(replay.refused).toEqual([]);
    expect(reached).toHaveLength(lines.length);
    expect(fold.facts()).toEqual(facts(replay.book, utc));
    expect(fold.facts()["withdrawals"]).toEqual([
      ["12", { member: "a", source: "wallet", amount: "1000", state: "paid" }],
      ["13", { member: "a", source: "wallet", amount: "371", state: "held" }],
      ["14", { member: "o", source: "commission", amount: "300", state: "returned" }],
      ["15", { member: "b", source: "commission", amount: "50", state: "held" }],
    ]);
  });

  test("says the same whenever it is written, as long as no later order locked a member", () => {
    const kept: { journal: Journal; text: string }[] = [];
    const local = { kind: "purchase", member: "a", merchant: "s" };
    const lines = [
      { id: "1", kind: "join", member: "o" },
      { id: "2", kind: "join", member: "a", sponsor: "o" },
      { id: "3", kind: "open_store", merchant: "s", owner: "o", region: "440106", goods: true },
      { id: "p", ...local, amount_fen: 100_000, cost_fen: 80_000, at: "2026-01-01T00:00:00+08:00" },
      { id: "r", kind: "refund", purchase: "p", amount_fen: 10_000, at: "2026-01-02T00:00:00+08:00" },
      { id: "q", ...local, amount_fen: 50_000, at: "2026-02-01T00:00:00+08:00" },
      { id: "x", kind: "redeem", member: "a", points: "10", at: "2026-03-01T00:00:00+08:00" },
    ];
    play({ settle_after: "P7D", commission_freeze: "P7D" }, lines, (journal) => {
      kept.push({ journal, text: canonical(journalRecord(journal)) });
    });
    expect(kept.map(({ journal }) => journal.kind)).toContain("thaw");
    for (const { journal, text } of kept) expect(canonical(journalRecord(journal))).toBe(text);
  });

  test("names a portion so that it can be mistaken for nothing else", () => {
    const portions = [{ to: "charity", rate: "1%" }];
    const { journals } = play({ portions }, [
      { id: "1", kind: "join", member: "o" },
      { id: "2", kind: "open_store", merchant: "s", owner: "o", region: "440106" },
      { id: "p", kind: "purchase", member: "o", merchant: "s", amount_fen: 1_000 },
    ]);
    const record = journalRecord(journals.at(-1) as Journal);
    expect(record.postings).toContainEqual({
      step: "portion",
      from: "outside",
      to: "portion:charity",
      amount: "10",
    });
  });
});

test("a plan written back is read as the same plan", () => {
  fc.assert(
    fc.property(plans, (json) => {
      const read = readPlan(json);
      if (!("plan" in read)) return;
      expect(readPlan(planRecord(read.plan))).toEqual(read);
    }),
    { numRuns: 300, seed: 7 },
  );
});

describe("the text of a journal", () => {
  const orders = [
    { id: "1", kind: "join", member: "o" },
    { id: "2", kind: "join", member: "a" },
    { id: "3", kind: "open_store", merchant: "s", owner: "o", region: "440106" },
    { id: "p1", kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000 },
  ];

  test("is a block a bookkeeper can read, in both languages", () => {
    const { journals } = play({}, orders);
    const last = journals.at(-1) as Journal;
    expect(journalText(last, "zh")).toBe(
      [
        "【p1 · 消费】",
        "  锁客：a 的推荐人定为 o",
        "  外部收付 → 应付货款 s        800.00 元    货款",
        "  外部收付 → 平台利润           20.00 元    平台利润",
        "  外部收付 → 推荐奖励 o          3.00 元    直推奖励",
        "  外部收付 → 未领奖励           17.00 元    无人领取的奖励",
        "  外部收付 → 积分池            160.00 元    申购入池",
        "  已发积分 → 持有积分 a  112.00000000 积分  发放积分",
        "  批次 1（a）：起始 112.00000000 积分，封顶额 1,200.00 元，触发价 10.71428571，剩 112.00000000 积分",
        "  积分池前  空（最近价 1.00 / 1.00000000 = 1.00000000）  余留 0.00 元",
        "  积分池后  160.00 / 112.00000000 = 1.42857142  余留 0.00 元",
      ].join("\n"),
    );
    expect(journalText(last, "en").split("\n").slice(0, 4)).toEqual([
      "【p1 · purchase】",
      "  lock: o is now the sponsor of a",
      "  outside → payable s                  800.00 yuan    due to the supplier",
      "  outside → operator                    20.00 yuan    operator's portion",
    ]);
  });

  test("has a word in both languages for every account, every step and every kind of journal", () => {
    const codes = new Set([...Object.values(PART), ...Object.values(STEP)].map(({ code }) => code));
    for (const { code } of Object.values(PART)) codes.add(`refund_${code}`);
    for (const code of codes) {
      expect(stepWord(code, "zh"), code).toMatch(/\p{Script=Han}/u);
      expect(stepWord(code, "en"), code).not.toMatch(/_/);
    }
    for (const { name } of Object.values(KIND))
      expect(accountWord(name, "zh"), name).toMatch(/\p{Script=Han}/u);
    const seen = new Set<string>();
    fc.assert(
      fc.property(playable(60), ({ plan, lines }) => {
        play(plan, lines, (journal) => {
          seen.add(journal.kind);
          for (const { step } of journal.postings) seen.add(step.code);
          expect(journalText(journal, "en")).not.toMatch(/undefined|NaN|\{\w+\}/);
        });
      }),
      { numRuns: 60, seed: 11 },
    );
    for (const word of seen)
      expect(codes.has(word) || /\p{Script=Han}/u.test(kindWord(word, "zh")), word).toBe(true);
  });

  test("writes out what in a name could move the cursor or hide", () => {
    const { journals } = play({}, [{ id: "1", kind: "join", member: "a\u001b[2J\n\u202eb" }]);
    expect(journalText(journals[0] as Journal, "zh")).toBe(
      "【1 · 入会】\n  会员 a\\u{1b}[2J\\u{a}\\u{202e}b，推荐人 —",
    );
  });
});

test("every posting of a world is in the text, with its amount", () => {
  const replay = play({}, [
    { id: "1", kind: "join", member: "o" },
    { id: "2", kind: "open_store", merchant: "s", owner: "o", region: "440106" },
    { id: "p", kind: "purchase", member: "o", merchant: "s", amount_fen: 123_456 },
    { id: "r", kind: "refund", purchase: "p", amount_fen: 1 },
    { id: "x", kind: "redeem", member: "o", points: "all" },
  ]);
  expect(replay.replay).toBeInstanceOf(Replay);
  for (const journal of replay.journals) {
    const rows = journalText(journal, "zh")
      .split("\n")
      .filter((line) => line.includes(" → "));
    expect(rows).toHaveLength(journal.postings.length);
  }
});
