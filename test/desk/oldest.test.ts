import { expect, test } from "vitest";
import { brokenLaws } from "#engine";
import { verifyCell } from "#store";
import { planOf, stage, text } from "./stage.ts";

test("a lot's trace begins at the oldest purchase with points left, once it has been walked", async () => {
  const plan = planOf(JSON.parse(text("worked-local.plan.json")));
  const { desk, database, drop, faults } = await stage();
  try {
    await desk.createCell(7n, 1n, "oldest", "orders", plan);
    const book = async (json: object) => {
      const [answer] = await desk.submit(7n, [{ json }]);
      expect(answer?.status).toBe("booked");
    };
    await book({ id: "j1", kind: "join", member: "owner" });
    await book({ id: "j2", kind: "join", member: "m" });
    await book({ id: "s", kind: "open_store", merchant: "s", owner: "owner", region: "440106" });
    for (const id of ["p1", "p2", "p3"]) {
      await book({ id, kind: "purchase", member: "m", merchant: "s", amount_fen: 100_000 });
    }
    const seqOf = async (id: string) =>
      (await database.query<{ seq: bigint }>("SELECT seq FROM journal WHERE cell_id = 7 AND id = $1", [id]))
        .rows[0]?.seq;
    const oldest = async () =>
      (await database.query<{ oldest_seq: bigint }>("SELECT oldest_seq FROM lot WHERE cell_id = 7")).rows[0]
        ?.oldest_seq;
    expect(await oldest()).toBe(await seqOf("p1"));
    // The first purchase brought 112 points, the second 78.4: 150 use up the first and part of the second.
    await book({ id: "r1", kind: "redeem", member: "m", points: "150" });
    expect(await oldest()).toBe(await seqOf("p2"));
    await desk.giveUp(7n);
    await book({ id: "r2", kind: "redeem", member: "m", points: "50" });
    expect(await oldest()).toBe(await seqOf("p3"));
    await book({ id: "back", kind: "refund", purchase: "p1", amount_fen: 100_000 });
    await book({ id: "r3", kind: "redeem", member: "m", points: "all" });
    expect(await desk.read(7n, (book) => brokenLaws(book))).toEqual([]);
    expect((await verifyCell(database, 7n))?.differences).toBe(0);
    expect(faults).toEqual([]);
  } finally {
    await desk.close();
    await drop();
  }
});
