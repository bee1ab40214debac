/** Payments: every state against every act, messages doubled, late, wrong, forged; unknown stays pending. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DemoGateway, NONCE, type Signed, TIMESTAMP } from "#connect/demo";
import type { Payment, PaymentState } from "#desk";
import { LOCAL } from "../plans.ts";
import { CELL, code, journals, ok, paying, type TradeStage, tradeStage } from "./stage.ts";

let stage: TradeStage;
beforeAll(async () => {
  stage = await tradeStage();
});
afterAll(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const tell = (message: Signed | null, trade = stage.trade) =>
  trade.notices.receive(CELL, "demo", message?.headers ?? {}, message?.body ?? "");
const find = async (id: string) => (await stage.trade.payments.find(CELL, id)) as Payment;
const asked = { member: "mei", merchant: "tea", amountFen: 10_000n, channel: "demo", by: "mei" };
const MINUTES = 60_000;

/** A payment in each state, by the way that leads there. */
const REACH: Readonly<Record<PaymentState, () => Promise<Payment>>> = {
  created: async () => ok(await stage.trade.payments.create(CELL, asked)),
  paying: () => paying(stage),
  paid: async () => {
    const payment = await paying(stage);
    const stopped = stage.another({
      after: (step) => {
        if (step === "payment.paid") throw new Error("stopped");
      },
    });
    await expect(tell(stage.gateway.pay(payment.channelNo), stopped)).rejects.toThrow("stopped");
    return await find(payment.id);
  },
  booked: async () => {
    const payment = await paying(stage);
    ok(await tell(stage.gateway.pay(payment.channelNo)));
    return await find(payment.id);
  },
  cancelled: async () => {
    const { id } = await paying(stage);
    return ok(await stage.trade.payments.cancel(CELL, id, "mei"));
  },
  expired: async () => {
    const { id } = await paying(stage);
    stage.pass(31 * MINUTES);
    await stage.trade.resume(CELL);
    return await find(id);
  },
  failed: async () => {
    const payment = await paying(stage);
    ok(await tell(stage.gateway.decline(payment.channelNo)));
    return await find(payment.id);
  },
  mismatch: async () => {
    const payment = await paying(stage);
    expect(code(await tell(stage.gateway.pay(payment.channelNo, 1)))).toBe("notice_amount_differs");
    return await find(payment.id);
  },
  refund_due: async () => {
    const { id } = await REACH.mismatch();
    return ok(await stage.trade.payments.paid.judge(CELL, id, "finance", "付错"));
  },
  refunded: async () => {
    const { id } = await REACH.refund_due();
    return ok(await stage.trade.payments.paid.refunded(CELL, id, "finance", "V-1"));
  },
};
const STATES = Object.keys(REACH) as PaymentState[];

/** Each act with the states it is for, and where it leads from there. */
const ACTS: readonly {
  readonly name: string;
  readonly from: Partial<Record<PaymentState, PaymentState>>;
  act(id: string): Promise<object>;
}[] = [
  {
    name: "pay",
    from: { created: "paying", paying: "paying" },
    act: (id) => stage.trade.payments.pay(CELL, id),
  },
  {
    name: "cancel",
    from: { created: "cancelled", paying: "cancelled" },
    act: (id) => stage.trade.payments.cancel(CELL, id, "mei"),
  },
  {
    name: "judge",
    from: { mismatch: "refund_due" },
    act: (id) => stage.trade.payments.paid.judge(CELL, id, "finance", "付错"),
  },
  {
    name: "refunded",
    from: { refund_due: "refunded" },
    act: (id) => stage.trade.payments.paid.refunded(CELL, id, "finance", "V-2"),
  },
];

describe.each(STATES)("a payment that is %s", (state) => {
  test.each(ACTS)("$name", async ({ from, act }) => {
    const payment = await REACH[state]();
    expect(payment.state).toBe(state);
    const answer = await act(payment.id);
    const after = await find(payment.id);
    const leads = from[state];
    if (leads !== undefined) {
      expect(code(answer)).toBeUndefined();
      expect(after.state).toBe(leads);
    } else {
      expect(code(answer)).toBe("payment_state");
      expect(after).toEqual(payment);
    }
  });
});

test("no such payment", async () => {
  for (const { act } of ACTS) expect(code(await act("none"))).toBe("payment_unknown");
});

test("an act without its words", async () => {
  expect(code(await stage.trade.payments.paid.judge(CELL, "none", "f", " "))).toBe("reason_required");
  expect(code(await stage.trade.payments.paid.refunded(CELL, "none", "f", " "))).toBe("voucher_required");
});

test("what the book would refuse is not begun, nor what goes by no channel", async () => {
  const { payments } = stage.trade;
  expect(code(await payments.create(CELL, { ...asked, member: "nobody" }))).toBe("member_unknown");
  expect(code(await payments.create(CELL, { ...asked, amountFen: 0n }))).toBe("amount_must_be_positive");
  expect(code(await payments.create(CELL, { ...asked, channel: "gold" }))).toBe("channel_unknown");
});

test("the same request is the same payment, 20 times at once; with another content it is refused", async () => {
  const { payments } = stage.trade;
  const all = await Promise.all(
    Array.from({ length: 20 }, () => payments.create(CELL, { ...asked, request: "r-1" })),
  );
  expect(new Set(all.map((each) => ok(each).id)).size).toBe(1);
  const other = await payments.create(CELL, { ...asked, request: "r-1", amountFen: 1_000n });
  expect(code(other)).toBe("request_conflict");
});

test("the message told 50 times, each signed anew, and the very same one 50 times: one purchase", async () => {
  const payment = await paying(stage);
  const first = stage.gateway.pay(payment.channelNo) as Signed;
  const anew = Array.from({ length: 50 }, () => stage.gateway.message(payment.channelNo));
  const answers = await Promise.all(
    [...anew, ...Array.from({ length: 50 }, () => first)].map((m) => tell(m)),
  );
  expect(answers.slice(0, 50).map(code)).toEqual(Array(50).fill(undefined));
  expect(answers.slice(50).map(code).sort()).toEqual([...Array(49).fill("notice_replayed"), undefined]);
  expect(await find(payment.id)).toMatchObject({ state: "booked", paidFen: 10_000n });
  expect(await journals(stage, `pay:${payment.id}`)).toBe(1);
});

test("messages out of order: declined and then paid all the same is booked", async () => {
  const payment = await paying(stage);
  const { channelNo: no } = payment;
  ok(await tell(stage.gateway.sign({ demo: true, of: "payment", no, state: "PAYERROR" })));
  expect((await find(payment.id)).state).toBe("failed");
  ok(await tell(stage.gateway.pay(no)));
  expect((await find(payment.id)).state).toBe("booked");
  // An old message of the time before changes nothing any more.
  ok(await tell(stage.gateway.sign({ demo: true, of: "payment", no, state: "CLOSED" })));
  ok(await tell(stage.gateway.sign({ demo: true, of: "payment", no, state: "NOTPAY" })));
  expect((await find(payment.id)).state).toBe("booked");
});

test.each(["cancelled", "expired"] as const)("money for what was %s has to go back", async (state) => {
  const payment = await REACH[state]();
  const at = stage.clock().toISOString();
  const paid = { demo: true, of: "payment", state: "PAID", ref: "late", amount_fen: 10_000, at };
  ok(await tell(stage.gateway.sign({ ...paid, no: payment.channelNo })));
  const after = await find(payment.id);
  expect(after).toMatchObject({ state: "refund_due", reason: `paid_after_${state}`, paidFen: 10_000n });
  expect(await journals(stage, after.orderId)).toBe(0);
});

test("a purchase that the book no longer takes when the money is in: refund due, seen by finance", async () => {
  const payment = await paying(stage, 50n);
  await stage.order({
    id: "p:dear",
    kind: "publish",
    plan: { ...LOCAL, version: 2, min_purchase_fen: 60 },
  });
  ok(await tell(stage.gateway.pay(payment.channelNo)));
  expect(await find(payment.id)).toMatchObject({ state: "refund_due", reason: "amount_too_small" });
  const due = await stage.trade.payments.list(CELL, { states: ["refund_due"] });
  expect(due.map(({ id }) => id)).toContain(payment.id);
  // The recovery does not book it behind finance's back.
  await stage.trade.resume(CELL);
  expect((await find(payment.id)).state).toBe("refund_due");
});

describe("messages that are not taken", () => {
  const unpaid = async () => {
    const payment = await paying(stage);
    const message = stage.gateway.pay(payment.channelNo) as Signed;
    return { payment, message };
  };
  const stays = async (id: string) => expect((await find(id)).state).toBe("paying");

  test("another key, another body, another time, another nonce", async () => {
    const { payment, message } = await unpaid();
    const forger = new DemoGateway({ clock: stage.clock });
    const cases: Signed[] = [
      forger.sign(JSON.parse(message.body)),
      { ...message, body: message.body.replace("10000", "99999") },
      {
        ...message,
        headers: { ...message.headers, [TIMESTAMP]: `${Number(message.headers[TIMESTAMP]) + 1}` },
      },
      { ...message, headers: { ...message.headers, [NONCE]: "f".repeat(32) } },
    ];
    for (const each of cases) expect(code(await tell(each))).toBe("notice_signature_wrong");
    await stays(payment.id);
  });

  test("without its headers, or no message of this channel", async () => {
    expect(code(await tell({ headers: {}, body: "{}" }))).toBe("notice_malformed");
    expect(code(await tell(stage.gateway.sign({ of: "payment", no: "x" })))).toBe("notice_malformed");
    expect(code(await stage.trade.notices.receive(CELL, "gold", {}, ""))).toBe("channel_unknown");
  });

  test("a good one of a number nobody has", async () => {
    const no = "0".repeat(32);
    const at = stage.clock().toISOString();
    const paid = { demo: true, of: "payment", no, state: "PAID", ref: "r", amount_fen: 1, at };
    expect(code(await tell(stage.gateway.sign(paid)))).toBe("notice_unknown");
  });

  test.each([-301_000, 301_000])("one whose time is %d ms away", async (away) => {
    const { payment, message } = await unpaid();
    const then = new Date(stage.clock().getTime() + away);
    expect(code(await tell(stage.gateway.sign(JSON.parse(message.body), then)))).toBe("notice_stale");
    await stays(payment.id);
  });

  test("paid, but without what belongs to it, is not paid", async () => {
    const { payment, message } = await unpaid();
    const { ref, amount_fen, at, ...rest } = JSON.parse(message.body);
    for (const lacking of [
      { ref, at },
      { ref, amount_fen: "10000", at },
      { amount_fen, at },
      { ref, amount_fen },
    ])
      ok(await tell(stage.gateway.sign({ ...rest, ...lacking })));
    await stays(payment.id);
  });

  test("one that was not acted on may come again", async () => {
    const { payment, message } = await unpaid();
    const stopped = stage.another({
      after: (step) => {
        if (step === "notice.taken") throw new Error("stopped");
      },
    });
    await expect(tell(message, stopped)).rejects.toThrow("stopped");
    expect(code(await tell(message))).toBe("notice_replayed");
    await stage.trade.resume(CELL);
    expect((await find(payment.id)).state).toBe("booked");
  });
});

describe("what is unknown stays pending", () => {
  const lost = () => Promise.reject(new Error("no answer"));

  test("the channel does not answer: paying, and the same hand is had later", async () => {
    const { id } = ok(await stage.trade.payments.create(CELL, asked));
    stage.wire = lost;
    expect(code(await stage.trade.payments.pay(CELL, id))).toBe("channel_unavailable");
    expect(code(await stage.trade.payments.cancel(CELL, id, "mei"))).toBe("payment_unclear");
    stage.pass(31 * MINUTES);
    await stage.trade.resume(CELL);
    expect((await find(id)).state).toBe("paying");
    stage.wire = null;
    await stage.trade.resume(CELL);
    expect((await find(id)).state).toBe("expired");
  });

  test("paid, and the message was lost: asking the channel finds it, at the end of its time too", async () => {
    for (const away of [0, 31 * MINUTES]) {
      const payment = await paying(stage);
      stage.gateway.pay(payment.channelNo);
      stage.pass(away);
      await stage.trade.resume(CELL);
      expect((await find(payment.id)).state).toBe("booked");
    }
  });

  test("cancelled at the same moment as paid: the money decides", async () => {
    const payment = await paying(stage);
    stage.gateway.pay(payment.channelNo);
    expect(code(await stage.trade.payments.cancel(CELL, payment.id, "mei"))).toBe("payment_state");
    expect((await find(payment.id)).state).toBe("booked");
  });

  test("an answer that is about another number, or signed by another, says nothing", async () => {
    const [one, other] = [await paying(stage), await paying(stage)];
    stage.gateway.pay(other.channelNo);
    stage.wire = (_, answer) => answer(JSON.stringify({ do: "query", no: other.channelNo }));
    await stage.trade.payments.query(CELL, one.id);
    const forger = new DemoGateway({ clock: stage.clock });
    stage.wire = () =>
      Promise.resolve(
        forger.sign({
          demo: true,
          no: one.channelNo,
          state: "PAID",
          ref: "r",
          amount_fen: 10_000,
          at: "2026",
        }),
      );
    await stage.trade.payments.query(CELL, one.id);
    stage.wire = null;
    expect((await find(one.id)).state).toBe("paying");
  });
});

test("another desk writes the cell: what is paid waits and is booked when the cell is back", async () => {
  const payment = await paying(stage);
  await stage.desk.giveUp(CELL);
  await stage.database.query(
    "UPDATE pool SET holder = 'other', epoch = epoch + 1, lease_until = now() + interval '1 hour' WHERE cell_id = $1",
    [CELL],
  );
  ok(await tell(stage.gateway.pay(payment.channelNo)));
  expect((await find(payment.id)).state).toBe("paid");
  await stage.database.query("UPDATE pool SET lease_until = '-infinity' WHERE cell_id = $1", [CELL]);
  await stage.trade.resume(CELL);
  expect((await find(payment.id)).state).toBe("booked");
});
