/** Statements as plain text: columns that stay in line with Chinese in them, and the trial balance. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Account, type Journal, KIND } from "#engine";
import {
  balanceRecord,
  balanceText,
  clip,
  padEnd,
  padStart,
  type Receipt,
  receiptOf,
  receiptText,
  safe,
  trialBalance,
  widthOf,
  wrap,
  yuan,
} from "#statement";
import { play, playable } from "./play.ts";

describe("columns", () => {
  test("a Chinese character takes two, a joining mark none", () => {
    expect(widthOf("货款 a，（")).toBe(4 + 1 + 1 + 2 + 2);
    expect(widthOf("é")).toBe(1);
    expect(padEnd("货款", 6)).toBe("货款  ");
    expect(padStart("货款", 6)).toBe("  货款");
    expect(padEnd("too long", 3)).toBe("too long");
  });

  test("what is too long loses its end", () => {
    expect(clip("commission", 10)).toBe("commission");
    expect(clip("commission", 9)).toBe("commissi…");
    expect(clip("推荐奖励", 6)).toBe("推荐…");
    expect(clip("推荐奖励", 5)).toBe("推荐…");
  });

  test("lines break at spaces and between Chinese characters, never before a closing sign", () => {
    expect(wrap("the take of 20%", 8)).toEqual(["the take", "of 20%"]);
    expect(wrap("封顶额是上限，不是目标。", 12)).toEqual(["封顶额是上", "限，不是目", "标。"]);
    expect(wrap("  one two three", 9, 4)).toEqual(["  one two", "    three"]);
    expect(wrap("unbreakable", 4)).toEqual(["unbreakable"]);
    expect(wrap("", 4)).toEqual([]);
  });

  test("yuan", () => {
    expect([0n, 5n, -5n, 100n, 123_456_789n, -100_000n].map(yuan)).toEqual([
      "0.00",
      "0.05",
      "-0.05",
      "1.00",
      "1,234,567.89",
      "-1,000.00",
    ]);
  });

  test("a name cannot move the cursor, turn the line round or end it", () => {
    expect(safe("a\u0007\u202e\u2028b\u200b")).toBe("a\\u{7}\\u{202e}\\u{2028}b\\u{200b}");
    expect(safe("会员 é 😀")).toBe("会员 é 😀");
  });
});

describe("the receipt as text", () => {
  const { replay, journals } = play({}, [
    { id: "1", kind: "join", member: "boss" },
    { id: "2", kind: "join", member: "own", sponsor: "boss" },
    { id: "3", kind: "open_store", merchant: "s1", owner: "own", region: "440106" },
    { id: "4", kind: "appoint", member: "boss", region: "440100" },
    { id: "5", kind: "join", member: "a" },
    { id: "p1", kind: "purchase", member: "a", merchant: "s1", amount_fen: 100_000 },
  ]);
  const receipt = receiptOf(journals.at(-1) as Journal, replay.book) as Receipt;

  test("is an aligned table, Chinese first", () => {
    expect(receiptText(receipt, "zh")).toBe(`分账单 p1
会员 a  门店 s1  章程 local-life 第 1 版
付款 1,000.00 元
本单锁客：推荐人定为 own

项目              归属                 算法  金额（元）  说明
货款              s1         80% × 1,000.00      800.00  消费额减抽成 20%
平台利润          平台利润    2% × 1,000.00       20.00
直推奖励          own       0.3% × 1,000.00        3.00  本单锁客
间推奖励          boss      0.2% × 1,000.00        2.00
招商奖励          boss      0.5% × 1,000.00        5.00
区代奖励          —         0.1% × 1,000.00        0.00  这一级没有代理
市代奖励          boss      0.2% × 1,000.00        2.00
省代奖励          —         0.3% × 1,000.00        0.00  这一级没有代理
无人领取的奖励    未领奖励                         8.00  分销预算所余
入池款            积分池                         160.00  其余全部
合计                                           1,000.00

入池款的去向
申购（换成积分）  积分池       70% × 160.00      112.00
不换积分          积分池                          48.00  提升全体持有人的价格
转余留            余留                             0.00  全部进入积分池
涨幅上限转余留    余留                             0.00  涨幅未超上限

积分  得 112.00000000 积分
  价格 前  1.00 元 / 1.00000000 积分 = 1.00000000 元
  价格 后  160.00 元 / 112.00000000 积分 = 1.42857142 元
  封顶额增加 1,200.00 元；批次 1 持 112.00000000 积分，每积分 10.71428571 元时强制赎回
现在  本单尚余 112.00000000 积分，每积分 1.42857142 元，市值 160.00 元；留存 20%，现在赎回可得
    128.00 元

本单记载已入账的事实，不是收益承诺。积分价格今后可能长期不变，封顶额是上限，不是目标。`);
  });

  test("says in English what it says in Chinese", () => {
    const text = receiptText(receipt, "en", { width: 120 });
    expect(text).toContain(
      "district agent         —          0.1% × 1,000.00      0.00  no agent is appointed here",
    );
    expect(text).toContain("promises nothing");
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test("stays within the width asked for, in both languages, and keeps every amount", () => {
    for (const lang of ["zh", "en"] as const) {
      for (const width of [48, 56, 64, 72, 80, 100, 140]) {
        const lines = receiptText(receipt, lang, { width }).split("\n");
        expect(
          lines.filter((line) => widthOf(line) > width),
          `${lang} ${width}`,
        ).toEqual([]);
        for (const { amount_fen } of receipt.status === "settled" ? receipt.lines : []) {
          expect(lines.join("\n")).toContain(yuan(BigInt(amount_fen)));
        }
      }
    }
  });

  test("of any purchase is without a gap in its words", () => {
    fc.assert(
      fc.property(playable(60), ({ plan, lines }) => {
        const world = play(plan, lines);
        for (const journal of world.journals) {
          const found = receiptOf(journal, world.replay.book);
          if (found === null) continue;
          expect(receiptText(found, "zh")).not.toMatch(/undefined|NaN|\{\w+\}/);
          expect(receiptText(found, "en")).not.toMatch(/undefined|NaN|\{\w+\}|\p{Script=Han}/u);
        }
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test("of a pending purchase says until when", () => {
    const { replay, journals } = play({ settle_after: "P7D" }, [
      { id: "1", kind: "join", member: "own" },
      { id: "2", kind: "open_store", merchant: "s", owner: "own", region: "440106" },
      {
        id: "p",
        kind: "purchase",
        member: "own",
        merchant: "s",
        amount_fen: 100,
        at: "2026-01-01T00:00:00+08:00",
      },
    ]);
    const text = receiptText(receiptOf(journals.at(-1) as Journal, replay.book) as Receipt, "zh");
    expect(text).toContain("待结：退款期至 2026-01-08T00:00:00+08:00，届时分账");
  });
});

describe("the trial balance", () => {
  const orders = [
    { id: "1", kind: "join", member: "o" },
    { id: "2", kind: "open_store", merchant: "s", owner: "o", region: "440106" },
    { id: "p", kind: "purchase", member: "o", merchant: "s", amount_fen: 100_000 },
    { id: "x", kind: "redeem", member: "o", points: "all" },
    { id: "r", kind: "refund", purchase: "p", amount_fen: 100_000 },
  ];

  test("lists kinds with what they hold and what they owe", () => {
    // The owner bought 112 points for 160 yuan, sold them for 128 and got the 1000 back: the 128 go back; the gap
    // of 160 − 128 = 32 is the store's, and stands against it; the 32 that stayed are in the remainder.
    const { replay } = play({}, orders);
    const balance = trialBalance(replay.book.accounts());
    const row = (kind: string) => balance.rows.find((each) => each.kind === kind);
    expect(row("payable")).toMatchObject({ accounts: 1, credit: 0n, debit: 3_200n });
    expect(row("pool_remainder")).toMatchObject({ credit: 3_200n, debit: 0n });
    expect(row("wallet")).toMatchObject({ credit: 0n, debit: 0n });
    expect(balance.totals).toEqual([
      { unit: "fen", credit: 3_200n, debit: 3_200n, balanced: true },
      { unit: "grains", credit: 0n, debit: 0n, balanced: true },
    ]);
    expect(balance.conservation).toEqual({
      received: 0n,
      accounts: -3_200n,
      pool: 0n,
      remainder: 3_200n,
      holds: true,
    });
    expect(balanceText(balance, "zh")).toContain(
      "收款减付款 0.00 = 各科目 -32.00 + 积分池 0.00 + 余留 32.00  相符",
    );
    expect(balanceRecord(balance).conservation).toEqual({
      received_fen: 0,
      accounts_fen: -3_200,
      pool_fen: 0,
      remainder_fen: 3_200,
      holds: true,
    });
  });

  test("agrees in every random world, and does not when one fen or one grain is missing", () => {
    fc.assert(
      fc.property(playable(80), fc.nat(), ({ plan, lines }, n) => {
        const { replay } = play(plan, lines);
        const accounts = [...replay.book.accounts()];
        const balance = trialBalance(accounts);
        expect([...balance.totals.map((total) => total.balanced), balance.conservation.holds]).toEqual([
          true,
          true,
          true,
        ]);
        const kind = n % 2 === 0 ? KIND.wallet : KIND.points;
        const stray = Object.assign(new Account(kind, "stray"), { balance: n % 3 === 0 ? 1n : -1n });
        const broken = trialBalance([...accounts, stray]);
        expect(broken.totals.map((total) => total.balanced)).toEqual(
          n % 2 === 0 ? [false, true] : [true, false],
        );
        expect(broken.conservation.holds).toBe(n % 2 !== 0);
        expect(balanceText(broken, "zh")).toContain("不符！");
        expect(balanceText(balance, "en")).not.toContain("DOES NOT");
      }),
      { numRuns: 60, seed: 9 },
    );
  });
});
