import { describe, expect, test } from "vitest";
import { EVENT_NAMES, type EventName, eventsOf } from "../../src/desk/delivery/index.ts";
import { LOCAL } from "../plans.ts";
import { booked } from "./ground.ts";

const at = (day: number) => `2026-11-${day.toString().padStart(2, "0")}T10:00:00+08:00`;
const WAITS = { settle_after: "P7D", commission_freeze: "P3D" };

const START = [
  { id: "1", kind: "join", member: "boss", sponsor: null },
  { id: "2", kind: "join", member: "a" },
  { id: "3", kind: "open_store", merchant: "s", owner: "boss", region: "330106" },
];

/** Every event of a replay, its data by name. */
function told(plan: unknown, orders: readonly Record<string, unknown>[]) {
  return booked(plan, orders).flatMap((journal) =>
    eventsOf(journal, () => true).map(({ event, body }) => ({
      event,
      ...(JSON.parse(body) as { data: unknown }),
    })),
  );
}

const dataOf = (events: ReturnType<typeof told>, name: EventName) =>
  events.filter(({ event }) => event === name).map(({ data }) => data);

const reached = new Set<string>();
const remember = (events: ReturnType<typeof told>) => {
  for (const { event } of events) reached.add(event);
  return events;
};

describe("what a webhook tells of a journal", () => {
  test("people and stores, with the whole message around it", () => {
    const orders = [
      ...START,
      { id: "4", kind: "appoint", member: "a", region: "330106" },
      { id: "5", kind: "dismiss", region: "330106" },
      { id: "6", kind: "join", member: "b" },
      { id: "7", kind: "bind", member: "b", sponsor: "a" },
      { id: "8", kind: "correct_sponsor", member: "b", sponsor: "boss", case: "c-1" },
    ];
    const events = remember(told({}, orders));
    expect(events.map(({ event }) => event)).toEqual([
      "member.joined",
      "member.joined",
      "store.opened",
      "agent.appointed",
      "agent.dismissed",
      "member.joined",
      "member.locked",
      "sponsor.corrected",
    ]);
    expect(events[2]).toEqual({
      event: "store.opened",
      type: "store.opened",
      timestamp: "2026-11-01T00:00:02.000Z",
      cell: "7",
      seq: 3,
      order: "3",
      at: null,
      data: {
        merchant: "s",
        owner: "boss",
        region: "330106",
        take: null,
        recruiter: null,
        goods: false,
        feed: "main",
      },
    });
    expect(dataOf(events, "member.locked")).toEqual([{ member: "b", sponsor: "a", purchase: null }]);
    const corrected = { member: "b", sponsor: "boss", before: "a", case: "c-1" };
    expect(dataOf(events, "sponsor.corrected")).toEqual([corrected]);
  });

  test("a purchase of 1000 yuan: split at once, its member locked; refunded in part; points redeemed", () => {
    const orders = [
      ...START,
      { id: "p", kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000 },
      { id: "r", kind: "refund", purchase: "p", amount_fen: 25_000 },
      { id: "x", kind: "redeem", member: "a", points: "10" },
    ];
    const events = remember(told({}, orders)).slice(3);
    expect(events.map(({ event }) => event)).toEqual([
      "purchase.settled",
      "member.locked",
      "refund.booked",
      "redemption.booked",
    ]);
    // 160 yuan into the pool, 70% of it buys points at 1 yuan: 112.
    expect(events[0]?.data).toEqual({
      purchase: "p",
      member: "a",
      merchant: "s",
      plan: { name: "local-life", version: 1 },
      amount_fen: 100_000,
      due_fen: 80_000,
      points: "112.00000000",
      was_pending: false,
      thaws_at: null,
    });
    expect(events[1]?.data).toEqual({ member: "a", sponsor: "boss", purchase: "p" });
    expect(events[2]?.data).toEqual({ refund: "r", purchase: "p", amount_fen: 25_000, was_pending: false });
    expect(events[3]?.data).toMatchObject({ redemption: "x", member: "a", points: "10.00000000" });
    // What a redemption pays is what came to the wallet: the price times 10, less the exit load of 20%.
    expect(dataOf(events, "redemption.booked")).toEqual([expect.objectContaining({ proceeds_fen: 1_142 })]);
  });

  test("with a refund window: pending, refunded while pending, settled by time, thawed by time", () => {
    const orders = [
      ...START.map((order) => ({ ...order, at: at(1) })),
      { id: "p", kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000, at: at(2) },
      { id: "r", kind: "refund", purchase: "p", amount_fen: 40_000, at: at(3) },
      { id: "j", kind: "join", member: "late", at: at(20) },
    ];
    const events = remember(told(WAITS, orders)).slice(3);
    expect(events.map(({ event }) => event)).toEqual([
      "purchase.pending",
      "refund.booked",
      "purchase.settled",
      "member.locked",
      "commission.thawed",
      "member.joined",
    ]);
    expect(events[0]?.data).toMatchObject({ amount_fen: 100_000, settles_at: "2026-11-09T02:00:00Z" });
    expect(events[1]?.data).toEqual({ refund: "r", purchase: "p", amount_fen: 40_000, was_pending: true });
    expect(events[2]?.data).toMatchObject({ amount_fen: 60_000, was_pending: true });
    expect(events[2]?.data).toMatchObject({ thaws_at: "2026-11-12T02:00:00Z" });
  });

  test("the pool: injection, forced exits, release, winding up", () => {
    const orders = [
      ...START,
      { id: "p", kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000 },
      { id: "i", kind: "inject", amount_fen: 10_000 },
      { id: "p2", kind: "purchase", member: "boss", merchant: "s", amount_fen: 100_000 },
      { id: "l", kind: "release", amount_fen: 100 },
      { id: "w", kind: "wind_up" },
    ];
    // The cap of 200 yuan is reached at 1.79 yuan a point; 260 yuan over 112 points are 2.32.
    const pool = { cap: { multiple: "0.2", per: "member" }, max_step: "1000%" };
    const events = remember(told({ pool }, orders)).slice(4);
    expect(dataOf(events, "injection.booked")).toEqual([{ amount_fen: 10_000 }]);
    const [exit] = dataOf(events, "exit.forced") as [{ exits: object[] }];
    expect(exit.exits).toEqual([
      {
        member: "a",
        points: "112.00000000",
        worth_fen: 20_000,
        proceeds_fen: 16_000,
        reason: "cap",
      },
    ]);
    expect(dataOf(events, "release.booked")).toEqual([{ amount_fen: 100 }]);
    expect(dataOf(events, "pool.wound_up")).toEqual([{ paid_fen: expect.any(Number) }]);
  });

  test("a redemption that empties the pool of others tells its own points alone", () => {
    const orders = [
      ...START,
      { id: "p", kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000 },
      { id: "x", kind: "redeem", member: "a", points: "111.5" },
    ];
    const events = told({}, orders);
    expect(dataOf(events, "redemption.booked")).toEqual([
      expect.objectContaining({ member: "a", points: "111.50000000" }),
    ]);
    expect(dataOf(events, "exit.forced")).toEqual([
      { exits: [expect.objectContaining({ member: "a", points: "0.50000000", reason: "dust" })] },
    ]);
  });

  test("withdrawals: held, then paid or returned", () => {
    const orders = [
      ...START,
      { id: "p", kind: "purchase", member: "a", merchant: "s", amount_fen: 100_000 },
      { id: "x", kind: "redeem", member: "a", points: "50" },
      { id: "w1", kind: "withdraw", member: "a", source: "wallet", amount_fen: 1_000 },
      { id: "w2", kind: "withdraw", member: "a", source: "wallet", amount_fen: 2_000 },
      { id: "o", kind: "pay_out", withdrawal: "w1" },
      { id: "b", kind: "return_withdrawal", withdrawal: "w2" },
    ];
    const events = remember(told({}, orders)).slice(-4);
    expect(events.map(({ event, data }) => [event, data])).toEqual([
      ["withdrawal.held", { withdrawal: "w1", member: "a", source: "wallet", amount_fen: 1_000 }],
      ["withdrawal.held", { withdrawal: "w2", member: "a", source: "wallet", amount_fen: 2_000 }],
      ["withdrawal.paid", { withdrawal: "w1", amount_fen: 1_000 }],
      ["withdrawal.returned", { withdrawal: "w2", amount_fen: 2_000 }],
    ]);
  });

  test("a plan put in force", () => {
    const events = remember(told({}, [{ id: "n", kind: "publish", plan: { ...LOCAL, version: 2 } }]));
    expect(events.map(({ event, data }) => [event, data])).toEqual([
      ["plan.published", { feed: "main", plan: { name: "local-life", version: 2 } }],
    ]);
  });

  test("only what is wanted is made", () => {
    const [journal] = booked({}, START);
    if (journal === undefined) throw new Error("no journal");
    expect(eventsOf(journal, (event) => event === "store.opened")).toEqual([]);
    expect(eventsOf(journal, (event) => event === "member.joined")).toHaveLength(1);
  });

  test("every event that can be asked for has been seen here", () => {
    expect([...EVENT_NAMES].filter((event) => !reached.has(event))).toEqual([]);
  });
});
