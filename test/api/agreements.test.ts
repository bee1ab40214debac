/** Agreements and the spread of what members got: texts without forbidden words, groups that give nobody away. */
import { hash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findForbiddenWords } from "../../src/sim/facts/index.ts";
import { type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
beforeAll(async () => {
  w = await tradeWorld();
});
afterAll(() => w.app.close());

const sha256 = (text: string) => hash("sha256", text, "hex");

test("three agreements, in two languages, with their hashes and no word that promises", async () => {
  const { items } = (await w.get("/v1/agreements", {})).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual(["user@1", "privacy@1", "referral@1"]);
  for (const { text_zh, text_en, sha256_zh, sha256_en } of items) {
    expect([sha256(text_zh), sha256(text_en)]).toEqual([sha256_zh, sha256_en]);
    expect(findForbiddenWords(text_zh + text_en)).toEqual([]);
    expect(text_zh + text_en).not.toContain("{");
    expect(text_zh.split("\n").length).toBe(text_en.split("\n").length);
  }
});

test("what somebody agreed to can be shown again as it was, to officers alone", async () => {
  const { text_zh, text_id, sha256_zh } = (await w.get("/v1/disclosure", {})).body;
  expect(sha256(text_zh)).toBe(sha256_zh);
  const body = { purpose: "disclosure", text_id, text: text_zh, given: true };
  expect((await w.post("/v1/session/consents", w.mei.header, body)).body.text_hash).toBe(sha256_zh);
  expect((await w.post("/v1/session/consents", w.lin.header, body)).status).toBe(201);
  const risk = await w.services.staff("risk");
  expect((await w.get(`/v1/texts/${sha256_zh}`, risk)).body.text).toBe(text_zh);
  expect((await w.get(`/v1/texts/${"0".repeat(64)}`, risk)).status).toBe(404);
  expect((await w.get(`/v1/texts/${sha256_zh}`, w.mei.header)).status).toBe(403);
});

test("the spread counts every member who spent, in his month and band, and leaves small groups out", async () => {
  const orders = Array.from({ length: 6 }, (_, i) => [
    { id: `jj${i}`, kind: "join", member: `n${i}` },
    { id: `bb${i}`, kind: "purchase", member: `n${i}`, merchant: "tea", amount_fen: 20_000 },
  ]).flat();
  const big = { id: "big", kind: "purchase", member: w.mei.member, merchant: "tea", amount_fen: 300_000 };
  const all = [...orders, big, { id: "out", kind: "redeem", member: "n0", points: "all" }];
  for (const answer of await w.services.desk.submit(
    1n,
    all.map((json) => ({ json })),
  )) {
    expect(answer.status).toBe("booked");
  }
  const { body } = await w.get("/v1/disclosure/spread", {});
  expect(body).toMatchObject({ least: 5, untold: 1, groups: [{ month: "2026-11", band: 1, members: 6 }] });
  const [group] = body.groups;
  const sum = (counts: number[]) => counts.reduce((one, other) => one + other, 0);
  expect([sum(group.paid), sum(group.with_today)]).toEqual([6, 6]);
  expect(group.paid).toHaveLength(body.edges_ppm.length + 1);
  expect(group.paid[0]).toBe(5);
  expect(group.with_today[0]).toBe(0);

  const own = (await w.get(`/v1/members/${w.mei.member}/standing`, w.mei.header)).body;
  expect(own).toMatchObject({ month: "2026-11", band: 2, spend_fen: 300_000, proceeds_fen: 0, paid_ppm: 0 });
  expect(own.with_today_ppm).toBe(Math.floor((own.receive_fen * 1_000_000) / 300_000));
  const none = (await w.get(`/v1/members/${w.lin.member}/standing`, w.lin.header)).body;
  expect(none).toMatchObject({ month: null, spend_fen: 0, paid_ppm: null });
  expect((await w.get(`/v1/members/${w.mei.member}/standing`, w.lin.header)).status).toBe(404);
});
