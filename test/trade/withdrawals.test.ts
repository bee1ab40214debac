/** Withdrawals: every state against every act, races on one wallet and one row, limits, two officers for large ones. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Signed } from "#connect/demo";
import type { Withdrawal, WithdrawalState } from "#desk";
import {
  applied,
  balance,
  CELL,
  code,
  fund,
  journals,
  ok,
  payee,
  type TradeStage,
  tradeStage,
} from "./stage.ts";

let stage: TradeStage;
beforeAll(async () => {
  stage = await tradeStage();
  await fund(stage, 40);
  await stage.trade.settings.put(CELL, "withdraw_per_day", 1_000, "owner");
});
afterAll(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const { stringify } = JSON;
const find = async (id: string) => (await stage.trade.withdrawals.find(CELL, id)) as Withdrawal;
const tell = (message: Signed | null, trade = stage.trade) =>
  trade.notices.receive(CELL, "demo", message?.headers ?? {}, message?.body ?? "");
const approve = (id: string, officer = "finance") => stage.trade.withdrawals.approve(CELL, id, officer);
const pay = (id: string, voucher?: string) => stage.trade.withdrawals.pay(CELL, id, "finance", voucher);
const lost = () => Promise.reject(new Error("no answer"));

/** A withdrawal in each state, by the way that leads there. */
const REACH: Readonly<Record<WithdrawalState, () => Promise<Withdrawal>>> = {
  requested: async () => {
    const stopped = stage.another({
      after: (step) => {
        if (step === "withdrawal.requested") throw new Error("stopped");
      },
    });
    const asked = { member: "mei", source: "wallet", amountFen: 5_000n, payee, by: "mei" } as const;
    await expect(stopped.withdrawals.apply(CELL, asked)).rejects.toThrow("stopped");
    return (await stage.trade.withdrawals.list(CELL, { states: ["requested"], limit: 1 }))[0] as Withdrawal;
  },
  refused: async () => {
    const asked = { member: "mei", source: "commission", amountFen: 90_000n, payee, by: "mei" } as const;
    expect(code(await stage.trade.withdrawals.apply(CELL, asked))).toBe("balance_insufficient");
    return (await stage.trade.withdrawals.list(CELL, { states: ["refused"], limit: 1 }))[0] as Withdrawal;
  },
  applied: () => applied(stage),
  first_approved: async () => ok(await approve((await applied(stage, 100_000n)).id, "risk")),
  approved: async () => ok(await approve((await applied(stage)).id)),
  rejected: async () => {
    const { id } = await applied(stage);
    return ok(await stage.trade.withdrawals.reject(CELL, id, "finance", "账号不符"));
  },
  cancelled: async () => ok(await stage.trade.withdrawals.cancel(CELL, (await applied(stage)).id, "mei")),
  sent: async () => {
    const { id } = await REACH.approved();
    stage.wire = lost;
    const sent = ok(await pay(id));
    stage.wire = null;
    return sent;
  },
  awaiting_member: async () => ok(await pay((await REACH.approved()).id)),
  paid: async () => ok(await pay((await REACH.approved()).id, "V-1")),
  failed: async () => {
    const { id, channelNo } = await REACH.awaiting_member();
    ok(await tell(stage.gateway.endTransfer(channelNo, "FAIL")));
    return await find(id);
  },
  expired: async () => {
    const { id, channelNo } = await REACH.awaiting_member();
    ok(await tell(stage.gateway.endTransfer(channelNo, "EXPIRED")));
    return await find(id);
  },
};
const STATES = Object.keys(REACH) as WithdrawalState[];

type From = Partial<Record<WithdrawalState, WithdrawalState>>;
const ACTS: readonly { name: string; from: From; act(id: string): Promise<object> }[] = [
  {
    name: "approve",
    from: { applied: "approved", first_approved: "approved" },
    act: (id) => approve(id),
  },
  {
    name: "reject",
    from: { applied: "rejected", first_approved: "rejected", approved: "rejected" },
    act: (id) => stage.trade.withdrawals.reject(CELL, id, "finance", "资料不全"),
  },
  {
    name: "cancel",
    from: { applied: "cancelled" },
    act: (id) => stage.trade.withdrawals.cancel(CELL, id, "mei"),
  },
  { name: "pay by hand", from: { approved: "paid" }, act: (id) => pay(id, "V-2") },
  { name: "pay by channel", from: { approved: "awaiting_member" }, act: (id) => pay(id) },
];

describe.each(STATES)("a withdrawal that is %s", (state) => {
  test.each(ACTS)("$name", async ({ from, act }) => {
    const row = await REACH[state]();
    expect(row.state).toBe(state);
    const before = await balance(stage, "wallet");
    const answer = await act(row.id);
    const after = await find(row.id);
    const leads = from[state];
    if (leads === undefined) {
      expect(code(answer)).toBe("withdrawal_state");
      expect(after).toEqual(row);
      expect(await balance(stage, "wallet")).toBe(before);
      return;
    }
    expect(code(answer)).toBeUndefined();
    expect(after.state).toBe(leads);
    const isBack = leads === "rejected" || leads === "cancelled";
    expect(await balance(stage, "wallet")).toBe(before + (isBack ? row.grossFen : 0n));
    expect(after.settledSeq !== null).toBe(isBack || leads === "paid");
  });

  test("what is over is settled; what is not is held", async () => {
    const row = await REACH[state]();
    const over = ["rejected", "cancelled", "paid", "failed", "expired"].includes(state);
    expect(row.settledSeq !== null).toBe(over);
    expect(await journals(stage, `pay_out:${row.id}`)).toBe(state === "paid" ? 1 : 0);
    expect(await journals(stage, `return_withdrawal:${row.id}`)).toBe(over && state !== "paid" ? 1 : 0);
  });
});

test("no such withdrawal, another member's, words that are missing, a channel that is none", async () => {
  for (const { act } of ACTS) expect(code(await act("none"))).toBe("withdrawal_request_unknown");
  const { id } = await applied(stage);
  const { withdrawals } = stage.trade;
  expect(code(await withdrawals.cancel(CELL, id, "owner"))).toBe("withdrawal_request_unknown");
  expect(code(await withdrawals.reject(CELL, id, "finance", " "))).toBe("reason_required");
  ok(await approve(id));
  expect(code(await pay(id, " "))).toBe("voucher_required");
  const asked = { member: "mei", source: "wallet", amountFen: 5_000n, by: "mei" } as const;
  const bank = ok(await withdrawals.apply(CELL, { ...asked, payee: { ...payee, way: "bank" } }));
  ok(await approve(bank.id));
  expect(code(await pay(bank.id))).toBe("channel_unknown");
});

test("those of a book taken over are written down once, and go the usual way from there", async () => {
  const { desk, trade } = stage;
  const { withdrawals } = trade;
  const old = (id: string, more: object) => ({ json: { id, ...more } });
  const held = { kind: "withdraw", member: "mei", source: "wallet", amount_fen: 1_234 };
  const answers = await desk.submit(CELL, [
    ...["held", "paid", "back"].map((name) => old(`withdraw:old-${name}`, held)),
    old("old-pay", { kind: "pay_out", withdrawal: "withdraw:old-paid" }),
    old("old-return", { kind: "return_withdrawal", withdrawal: "withdraw:old-back" }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill("booked"));
  const before = await withdrawals.list(CELL, { limit: 1_000 });
  await withdrawals.adopt(CELL, "system");
  await withdrawals.adopt(CELL, "system");
  const known = new Set(before.map(({ id }) => id));
  const fresh = (await withdrawals.list(CELL, { limit: 1_000 })).filter(({ id }) => !known.has(id));
  const states = fresh.map(({ orderId, state, netFen }) => [orderId, state, netFen]);
  expect(states.reverse()).toEqual([
    ["withdraw:old-held", "applied", null],
    ["withdraw:old-paid", "paid", 1_234n],
    ["withdraw:old-back", "rejected", null],
  ]);
  const { id } = fresh.find(({ state }) => state === "applied") as Withdrawal;
  ok(await approve(id));
  expect(ok(await pay(id, "voucher 7"))).toMatchObject({ state: "paid" });
  expect(await journals(stage, `pay_out:${id}`)).toBe(1);
});

test("a large one takes two different officers", async () => {
  const { id, officers } = await applied(stage, 100_000n);
  expect(officers).toBe(2);
  expect(ok(await approve(id, "risk")).state).toBe("first_approved");
  expect(code(await approve(id, "risk"))).toBe("officer_same");
  expect(code(await pay(id, "V"))).toBe("withdrawal_state");
  expect(ok(await approve(id, "owner"))).toMatchObject({
    state: "approved",
    firstBy: "risk",
    approvedBy: "owner",
  });
});

describe("limits", () => {
  beforeEach(() => stage.pass(86_400_000));
  const asked = { member: "mei", source: "wallet", amountFen: 1_000n, payee, by: "mei" } as const;

  test("the least amount, the same name", async () => {
    const { withdrawals } = stage.trade;
    expect(code(await withdrawals.apply(CELL, { ...asked, amountFen: 999n }))).toBe("withdrawal_too_small");
    const other = { ...payee, sameName: false };
    expect(code(await withdrawals.apply(CELL, { ...asked, payee: other }))).toBe("payee_not_same_name");
  });

  test("three a day, of 50 at once three; the next day anew; what was refused takes no place", async () => {
    const { withdrawals, settings } = stage.trade;
    await settings.put(CELL, "withdraw_per_day", 3, "owner");
    const more = { ...asked, source: "commission" } as const;
    for (let i = 0; i < 4; i++) {
      expect(code(await withdrawals.apply(CELL, more))).toBe("balance_insufficient");
    }
    const other = stage.another();
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 ? other : stage.trade).withdrawals.apply(CELL, asked)),
    );
    expect(all.map(code).filter((each) => each === undefined)).toHaveLength(3);
    expect(new Set(all.map(code))).toEqual(new Set([undefined, "withdrawals_too_many"]));
    stage.pass(86_400_000);
    ok(await withdrawals.apply(CELL, asked));
    await settings.put(CELL, "withdraw_per_day", 1_000, "owner");
  });
});

describe("races", () => {
  test("one withdrawal approved by 50: one", async () => {
    const { id } = await applied(stage);
    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => approve(id, `officer-${i}`)));
    expect(all.map(code).filter((each) => each === undefined)).toHaveLength(1);
  });

  test("a large one by 50: two", async () => {
    const { id } = await applied(stage, 100_000n);
    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => approve(id, `officer-${i}`)));
    expect(all.map(code).filter((each) => each === undefined)).toHaveLength(2);
    const { firstBy, approvedBy } = await find(id);
    expect(firstBy).not.toBe(approvedBy);
  });

  test("approved, rejected, cancelled and paid at once: one way, and the money once", async () => {
    for (let i = 0; i < 10; i++) {
      const before = await balance(stage, "wallet");
      const { id } = await applied(stage);
      await Promise.all([
        approve(id),
        stage.trade.withdrawals.reject(CELL, id, "risk", "疑问"),
        stage.trade.withdrawals.cancel(CELL, id, "mei"),
        pay(id, "V"),
        pay(id),
      ]);
      const { state } = await find(id);
      const back = state === "rejected" || state === "cancelled";
      expect(await balance(stage, "wallet")).toBe(before - (back ? 0n : 5_000n));
      expect(await journals(stage, `pay_out:${id}`)).toBe(state === "paid" ? 1 : 0);
      expect(await journals(stage, `return_withdrawal:${id}`)).toBe(back ? 1 : 0);
    }
  });

  test("one wallet, 50 withdrawals at once: exactly those that fit", async () => {
    const wallet = await balance(stage, "wallet");
    const each = wallet / 20n - 1n;
    const asked = { member: "mei", source: "wallet", amountFen: each, payee, by: "mei" } as const;
    const all = await Promise.all(
      Array.from({ length: 50 }, () => stage.trade.withdrawals.apply(CELL, asked)),
    );
    const codes = all.map(code);
    expect(codes.filter((one) => one === undefined)).toHaveLength(Number(wallet / each));
    expect(codes.filter((one) => one === "balance_insufficient")).toHaveLength(50 - Number(wallet / each));
    expect(await balance(stage, "wallet")).toBe(wallet % each);
    for (const answer of all) {
      if (code(answer) === undefined) ok(await stage.trade.withdrawals.cancel(CELL, ok(answer).id, "mei"));
    }
    expect(await balance(stage, "wallet")).toBe(wallet);
  });

  test("one request 20 times at once, over two processes: one row, one answer; refused it stays refused", async () => {
    const other = stage.another();
    const asked = { member: "mei", source: "wallet", amountFen: 5_000n, payee, by: "mei" } as const;
    const before = await balance(stage, "wallet");
    const twenty = (request: string, amountFen: bigint) =>
      Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? other : stage.trade).withdrawals.apply(CELL, { ...asked, request, amountFen }),
        ),
      );
    expect(new Set((await twenty("w-1", 5_000n)).map((each) => ok(each).id)).size).toBe(1);
    expect(await balance(stage, "wallet")).toBe(before - 5_000n);
    const refused = await twenty("w-2", before * 2n);
    expect(new Set(refused.map((each) => stringify(each))).size).toBe(1);
    expect(code(refused[0] as object)).toBe("balance_insufficient");
    const again = await stage.trade.withdrawals.apply(CELL, { ...asked, request: "w-1", amountFen: 6_000n });
    expect(code(again)).toBe("request_conflict");
  });
});

describe("by the channel", () => {
  test("the member takes it, told 20 times: paid once", async () => {
    const row = await REACH.awaiting_member();
    stage.gateway.endTransfer(row.channelNo, "SUCCESS");
    const messages = Array.from({ length: 20 }, () => stage.gateway.message(row.channelNo));
    for (const answer of await Promise.all(messages.map((each) => tell(each)))) ok(answer);
    const paid = await find(row.id);
    expect(paid).toMatchObject({ state: "paid", channel: "demo" });
    expect(paid.settledSeq).not.toBeNull();
    expect(await journals(stage, `pay_out:${row.id}`)).toBe(1);
    // Too late to fail.
    const { channelNo: no } = row;
    ok(await tell(stage.gateway.sign({ demo: true, of: "transfer", no, state: "FAIL" })));
    expect((await find(row.id)).state).toBe("paid");
  });

  test("the message was lost: asking finds it; the answer was lost: it is sent once all the same", async () => {
    const sent = await REACH.sent();
    await stage.trade.resume(CELL);
    expect((await find(sent.id)).state).toBe("awaiting_member");
    stage.gateway.endTransfer(sent.channelNo, "SUCCESS");
    await stage.trade.resume(CELL);
    expect(await find(sent.id)).toMatchObject({ state: "paid" });
    expect(await journals(stage, `pay_out:${sent.id}`)).toBe(1);
  });

  test("another amount than was sent: refused, marked, not booked", async () => {
    const { id, channelNo: no } = await REACH.awaiting_member();
    const at = stage.clock().toISOString();
    const paid = { demo: true, of: "transfer", no, state: "SUCCESS", ref: "r", amount_fen: 4_999, at };
    expect(code(await tell(stage.gateway.sign(paid)))).toBe("notice_amount_differs");
    expect(await find(id)).toMatchObject({ state: "awaiting_member", reason: "amount_differs" });
    expect(await journals(stage, `pay_out:${id}`)).toBe(0);
  });
});
