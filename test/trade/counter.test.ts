/** Paying at the counter: a code is used once, a request has one payer however many scan it at once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CELL, code, journals, ok, type TradeStage, tradeStage } from "./stage.ts";

let stage: TradeStage;
beforeAll(async () => {
  stage = await tradeStage();
  for (let i = 0; i < CROWD; i++) await stage.order({ id: `j:m${i}`, kind: "join", member: `m${i}` });
});
afterAll(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const CROWD = 20;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const tea = { merchant: "tea", amountFen: 10_000n, by: "clerk" };
const demo = { channel: "demo" };

async function paidAt(id: string): Promise<void> {
  const { payment } = ok(await stage.trade.payments.pay(CELL, id));
  const { headers, body } = stage.gateway.pay(payment.channelNo) ?? { headers: {}, body: "" };
  ok(await stage.trade.notices.receive(CELL, "demo", headers, body));
}
const standing = async (of: string) => ok(await stage.trade.requests.find(CELL, of));

describe("a payment code", () => {
  const use = (request: string, amountFen = 10_000n) => ({ request, amountFen });
  const spend = (text: string, request: string, amount?: bigint) =>
    stage.trade.payCodes.spend(CELL, text, use(request, amount));

  test("is eighteen digits, good once, and again for the same request", async () => {
    const { payCodes } = stage.trade;
    const shown = await payCodes.issue(CELL, "mei");
    expect(shown.code).toMatch(/^28\d{16}$/);
    expect(shown.expiresAt.getTime() - shown.renewAt.getTime()).toBe(30 * SECOND);
    expect(await spend(`${shown.code.slice(0, 4)} ${shown.code.slice(4)}`, "r1")).toEqual({ member: "mei" });
    expect(await spend(shown.code, "r1")).toEqual({ member: "mei" });
    expect(code(await spend(shown.code, "r2"))).toBe("pay_code_unknown");
    expect(code(await spend("280000000000000000", "r3"))).toBe("pay_code_unknown");
  });

  test("of twenty tills that scan it at once one gets it", async () => {
    const shown = await stage.trade.payCodes.issue(CELL, "mei");
    const answers = await Promise.all(
      Array.from({ length: CROWD }, (_, i) => spend(shown.code, `till-${i}`)),
    );
    expect(answers.filter((answer) => code(answer) === undefined)).toEqual([{ member: "mei" }]);
  });

  test("runs out, is limited in amount, and is forgotten", async () => {
    const [old, young] = [
      await stage.trade.payCodes.issue(CELL, "mei"),
      await stage.trade.payCodes.issue(CELL, "mei"),
    ];
    expect(code(await spend(young.code, "big", 100_001n))).toBe("pay_code_limit");
    expect(await spend(young.code, "big", 100_000n)).toEqual({ member: "mei" });
    stage.pass(90 * SECOND);
    expect(code(await spend(old.code, "late"))).toBe("pay_code_unknown");
    stage.pass(25 * 60 * MINUTE);
    await stage.trade.resume(CELL);
    const { rows } = await stage.database.query("SELECT 1 FROM pay_code WHERE cell_id = $1", [CELL]);
    expect(rows).toEqual([]);
  });
});

describe("a request", () => {
  test("is one for its key, refused where the book would refuse it, and read as people write it", async () => {
    const { requests } = stage.trade;
    const made = ok(await requests.create(CELL, { ...tea, request: "k1" }));
    expect(made).toMatchObject({ member: null, merchant: "tea", amountFen: 10_000n });
    expect(ok(await requests.create(CELL, { ...tea, request: "k1" })).code).toBe(made.code);
    expect(code(await requests.create(CELL, { ...tea, amountFen: 1n, request: "k1" }))).toBe(
      "request_conflict",
    );
    expect(code(await requests.create(CELL, { ...tea, amountFen: 0n }))).toBe("amount_must_be_positive");
    expect(code(await requests.create(CELL, { ...tea, merchant: "none" }))).toBe("store_unknown");
    const written = `${made.code.slice(0, 5).toLowerCase()} ${made.code.slice(5)}`;
    expect(await standing(written)).toMatchObject({ state: "created", payment: null });
    expect(code(await requests.find(CELL, "NONE"))).toBe("payment_request_unknown");
  });

  test("of twenty members who pay it at once one is its payer; he pays once and is locked to the store", async () => {
    const { requests } = stage.trade;
    const { code: of } = ok(await requests.create(CELL, tea));
    // As on several servers: each has turns of its own.
    const servers = [stage.trade, stage.another(), stage.another()];
    const answers = await Promise.all(
      Array.from({ length: CROWD }, (_, i) =>
        (servers[i % 3] ?? stage.trade).requests.pay(CELL, of, { member: `m${i}`, ...demo }),
      ),
    );
    const won = answers.filter((answer) => code(answer) === undefined);
    expect(won).toHaveLength(1);
    expect(answers.filter((answer) => code(answer) === "payment_request_state")).toHaveLength(CROWD - 1);
    const payment = ok(won[0] as Parameters<typeof ok>[0]) as { id: string; member: string };
    const again = await requests.pay(CELL, of, { member: payment.member, channel: "other" });
    expect(again).toMatchObject({ id: payment.id, channel: "demo", createdBy: "clerk" });
    expect(await standing(of)).toMatchObject({ state: "created", payment: { id: payment.id } });
    await paidAt(payment.id);
    expect(await standing(of)).toMatchObject({ state: "booked", row: { member: payment.member } });
    expect(await journals(stage, `pay:${payment.id}`)).toBe(1);
    const sponsor = (member: string) => stage.desk.read(CELL, (book) => book.member(member)?.sponsor?.id);
    expect(await sponsor(payment.member)).toBe("owner");
    expect(await stage.trade.arrivals.boundWith(CELL, payment.id)).toBe("owner");
    const losers = Array.from({ length: CROWD }, (_, i) => `m${i}`).filter((m) => m !== payment.member);
    expect(await Promise.all(losers.map(sponsor))).toEqual(losers.map(() => undefined));
  });

  test("what was cut off between taking and paying is the same payment when its payer asks again", async () => {
    const { code: of } = ok(await stage.trade.requests.create(CELL, tea));
    const stopped = stage.another({
      after: (step) => {
        if (step === "request.taken") throw new Error("stopped");
      },
    });
    await expect(stopped.requests.pay(CELL, of, { member: "mei", ...demo })).rejects.toThrow("stopped");
    expect(await standing(of)).toMatchObject({ state: "paying", payment: null });
    expect(code(await stage.trade.requests.pay(CELL, of, { member: "m1", ...demo }))).toBe(
      "payment_request_state",
    );
    expect(code(await stage.trade.requests.cancel(CELL, of, "clerk"))).toBe("payment_request_state");
    const payment = ok(await stage.trade.requests.pay(CELL, of, { member: "mei", ...demo }));
    await paidAt(payment.id);
    expect((await standing(of)).state).toBe("booked");
  });

  test("runs out, also half taken; is given up before and after it was taken; is forgotten where nobody came", async () => {
    const { requests } = stage.trade;
    const fresh = async () => ok(await requests.create(CELL, tea)).code;
    const [left, taken, given, begun] = [await fresh(), await fresh(), await fresh(), await fresh()];
    const stopped = stage.another({
      after: (step) => {
        if (step === "request.taken") throw new Error("stopped");
      },
    });
    await expect(stopped.requests.pay(CELL, taken, { member: "mei", ...demo })).rejects.toThrow("stopped");
    expect(ok(await requests.cancel(CELL, given, "clerk")).state).toBe("cancelled");
    expect(code(await requests.pay(CELL, given, { member: "mei", ...demo }))).toBe("payment_request_state");
    const payment = ok(await requests.pay(CELL, begun, { member: "mei", ...demo }));
    ok(await stage.trade.payments.pay(CELL, payment.id));
    expect(ok(await requests.cancel(CELL, begun, "clerk")).state).toBe("cancelled");
    expect(stage.gateway.pay(payment.channelNo)).toBeNull();
    stage.pass(10 * MINUTE);
    for (const of of [left, taken]) {
      expect((await standing(of)).state).toBe("expired");
      expect(await requests.pay(CELL, of, { member: "mei", ...demo })).toMatchObject({
        refused: "payment_request_state",
        detail: "expired",
      });
    }
    stage.pass(7 * 24 * 60 * MINUTE + 1);
    await stage.trade.resume(CELL);
    expect(code(await requests.find(CELL, left))).toBe("payment_request_unknown");
    expect((await standing(begun)).state).toBe("cancelled");
  });

  test("what the book would refuse of this member takes nothing", async () => {
    const { code: of } = ok(await stage.trade.requests.create(CELL, tea));
    expect(code(await stage.trade.requests.pay(CELL, of, { member: "nobody", ...demo }))).toBe(
      "member_unknown",
    );
    expect(code(await stage.trade.requests.pay(CELL, of, { member: "mei", channel: "none" }))).toBe(
      "channel_unknown",
    );
    expect((await standing(of)).state).toBe("created");
  });
});
