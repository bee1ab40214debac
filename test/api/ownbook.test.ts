/** What a member narrows in his own book: movements that came in or went out, his team from either end. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Town, town } from "./town.ts";

describe("a member's own book", () => {
  let t: Town;
  beforeAll(async () => {
    t = await town();
    const { desk, cell } = t.services;
    const { member } = t.member1;
    const orders = [
      { id: "r1", kind: "redeem", member, points: "1" },
      { id: "b2", kind: "purchase", member, merchant: "s1", amount_fen: 20_000 },
      { id: "r2", kind: "redeem", member, points: "2" },
      ...[1, 2, 3].map((n) => ({ id: `j${n}`, kind: "join", member: `new-${n}`, sponsor: member })),
    ];
    const answers = await desk.submit(
      cell,
      orders.map((json) => ({ json })),
    );
    expect(answers.map(({ status }) => status)).toEqual(orders.map(() => "booked"));
  });
  afterAll(() => t?.app.close());

  const ask = async (path: string) => {
    const reply = await t.ask(t.member1.header, "GET", `/v1/members/${t.member1.member}${path}`);
    expect(reply.status).toBe(200);
    return reply.body;
  };

  test("movements by their direction, page by page, each with the balance it left", async () => {
    const all = (await ask("/history?account=points")).items as { amount: string; balance: string }[];
    expect(all.map(({ amount }) => amount.startsWith("-"))).toEqual([true, false, true, false]);
    const [, bought] = (await ask("/history?account=points")).items;
    expect(bought.store).toEqual({ id: "s1", name_zh: "s1 店", name_en: "s1" });
    for (const way of ["in", "out"]) {
      const wanted = all.filter(({ amount }) => amount.startsWith("-") === (way === "out"));
      const first = await ask(`/history?account=points&way=${way}&limit=1`);
      const second = await ask(`/history?account=points&way=${way}&limit=1&cursor=${first.next_cursor}`);
      expect([...first.items, ...second.items]).toEqual(wanted);
    }
    const reply = await t.ask(t.member1.header, "GET", `/v1/members/${t.member1.member}/history?way=up`);
    expect(reply.status).toBe(400);
  });

  test("the team from the oldest on is the other way round", async () => {
    const newest = (await ask("/team?limit=10")).items as { id: string }[];
    const oldest: { id: string }[] = [];
    let cursor = "";
    do {
      const page = await ask(`/team?order=oldest&limit=2${cursor}`);
      oldest.push(...page.items);
      cursor = page.next_cursor === null ? "" : `&cursor=${page.next_cursor}`;
    } while (cursor !== "");
    expect(oldest.map(({ id }) => id)).toEqual(["new-1", "new-2", "new-3"]);
    expect(newest.map(({ id }) => id)).toEqual(["new-3", "new-2", "new-1"]);
  });
});
