/** A till's day and its shifts: sums by channel and clerk, frozen at the closing, no purchase in two shifts. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "#people";
import { type Header, type Town, town } from "./town.ts";

let place: Town;
beforeAll(async () => {
  place = await town();
  await place.services.people.persons.rename(SYSTEM, place.clerk1.id, "李店员");
  await place.services.trade.settings.put(1n, "clerk_refund_fen", 1_000_000, "test");
}, 60_000);
afterAll(() => place.app.close());

const get = async (url: string, who: Header) => await place.ask(who, "GET", url);
const post = async (url: string, who: Header, body?: object) => await place.ask(who, "POST", url, body);
const sell = async (who: Header, amount_fen: number) => {
  const body = { member: place.member1.member, merchant: "s1", amount_fen };
  return (await post("/v1/purchases", who, body)).body.id as string;
};
const refund = async (who: Header, id: string, amount_fen: number) =>
  await post(`/v1/purchases/${encodeURIComponent(id)}/refunds`, who, { amount_fen });

test("a shift from its opening to its closing, and the one after it", async () => {
  const { clerk1, owner1 } = place;
  const opened = await post("/v1/stores/s1/shifts", clerk1.header);
  expect(opened).toMatchObject({ status: 201, body: { n: 1, closed_at: null, takings: { purchases: 0 } } });
  expect((await post("/v1/stores/s1/shifts", owner1.header)).body.code).toBe("shift_open");
  const first = await sell(clerk1.header, 10_000);
  await sell(clerk1.header, 5_000);
  await sell(owner1.header, 3_001);
  await refund(clerk1.header, first, 1_000);
  const [open] = (await get("/v1/stores/s1/shifts", owner1.header)).body.items;
  const sums = { purchases: 3, amount_fen: 18_001, refunds: 1, refunded_fen: 1_000, net_fen: 17_001 };
  expect(open.takings).toMatchObject({
    ...sums,
    average_fen: 6_000,
    channels: [{ channel: "till", ...sums }],
  });
  const closing = { counted_fen: 17_000, note: "少一分" };
  const closed = await post("/v1/stores/s1/shifts/1/close", owner1.header, closing);
  expect(closed.body).toMatchObject({ counted_fen: 17_000, note: "少一分", closed_by: owner1.id });
  expect(closed.body.takings).toMatchObject({
    ...sums,
    clerks: [
      { taken_by: clerk1.id, name: "李*", purchases: 2, net_fen: 14_000 },
      { taken_by: owner1.id, name: null, purchases: 1, net_fen: 3_001 },
    ],
  });
  // What comes between two shifts is of the next one; what was closed stands still.
  await refund(clerk1.header, first, 500);
  await sell(clerk1.header, 700);
  const next = await post("/v1/stores/s1/shifts", clerk1.header);
  expect(next.body).toMatchObject({ n: 2, from_seq: closed.body.to_seq });
  expect(next.body.takings).toMatchObject({ purchases: 1, amount_fen: 700, refunds: 1, refunded_fen: 500 });
  const again = await post("/v1/stores/s1/shifts/1/close", clerk1.header, { note: "x" });
  expect(again).toMatchObject({ status: 200, body: { note: "少一分", takings: sums } });
  const { items } = (await get("/v1/stores/s1/shifts?limit=1", owner1.header)).body;
  expect(items).toMatchObject([{ n: 2 }]);
  expect((await post("/v1/stores/s1/shifts/9/close", clerk1.header, {})).status).toBe(404);
});

test("a clerk sees the sums and his own part; nobody sees another store's", async () => {
  const { clerk1, owner2, clerk2 } = place;
  const { items } = (await get("/v1/stores/s1/shifts", clerk1.header)).body;
  expect(items[1].takings).toMatchObject({ purchases: 3, clerks: [{ taken_by: clerk1.id }] });
  for (const who of [owner2, clerk2]) {
    expect((await get("/v1/stores/s1/shifts", who.header)).status).toBe(404);
    expect((await get("/v1/stores/s1/today", who.header)).status).toBe(404);
    expect((await post("/v1/stores/s1/shifts/2/close", who.header, {})).status).toBe(404);
  }
});

test("today: the store's whole, a clerk's own, members new", async () => {
  const { clerk1, owner1, member2, services } = place;
  const body = { kind: "purchase", member: member2.member, merchant: "s1", amount_fen: 1_000 };
  await services.desk.submit(1n, [{ json: { id: "lock", ...body } }]);
  const { body: whole } = await get("/v1/stores/s1/today", owner1.header);
  // The town's own purchase was booked by an order alone.
  expect(whole).toMatchObject({ purchases: 6, amount_fen: 29_701, refunded_fen: 1_500, members_new: 1 });
  expect(whole.channels).toMatchObject([
    { channel: "till", purchases: 4 },
    { channel: null, purchases: 2, amount_fen: 11_000 },
  ]);
  expect(Number(whole.points)).toBeGreaterThan(0);
  const { body: own } = await get("/v1/stores/s1/today", clerk1.header);
  expect(own).toMatchObject({ purchases: 3, amount_fen: 15_700, members_new: null });
  expect(own.clerks).toMatchObject([{ taken_by: clerk1.id, refunds: 2 }]);
});

test("of many who open at once one does, and of many who close all see the same", async () => {
  const { owner2 } = place;
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => post("/v1/stores/s2/shifts", owner2.header)),
  );
  expect(opened.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(opened.filter(({ status }) => status === 409)).toHaveLength(7);
  const closed = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      post("/v1/stores/s2/shifts/1/close", owner2.header, { note: `${n}` }),
    ),
  );
  expect(new Set(closed.map(({ body }) => body.note)).size).toBe(1);
});

test("earnings elsewhere come by day too", async () => {
  const { owner1, member1, services } = place;
  const body = { kind: "purchase", member: member1.member, merchant: "s2", amount_fen: 40_000 };
  await services.desk.submit(1n, [{ json: { id: "else", ...body } }]);
  const { body: cross } = await get("/v1/stores/s1/cross-earnings", owner1.header);
  expect(cross.elsewhere.spend_fen).toBe(40_000);
  expect(cross.days).toHaveLength(1);
  expect(cross.days[0]).toMatchObject({ here: cross.here, elsewhere: cross.elsewhere });
});
