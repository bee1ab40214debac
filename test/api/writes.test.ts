/** What everyday routes share: the order's id that follows from the Idempotency-Key, and pages by cursor. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, buildServer } from "../../src/api/index.ts";
import { type FaultyDesk, type World, world } from "./world.ts";

let services: World & { readonly desk: FaultyDesk };
let app: Api;

beforeAll(async () => {
  services = await world();
  const many = 1_000_000;
  const perMinute = { address: many, person: many, key: many, signIn: many, failures: many };
  app = await buildServer(services, { logLevel: "silent", perMinute });
  const { header } = await services.key("orders:write");
  const payload = [
    { id: "j", kind: "join", member: "mei" },
    { id: "s", kind: "open_store", merchant: "tea", owner: "mei", region: "110101" },
  ];
  await app.inject({ method: "POST", url: "/v1/orders", headers: header, payload });
});
afterAll(() => app.close());

test("the book remembers a key: same body, same answer; another body, a conflict; another asker, another order", async () => {
  const [till, other] = [await services.key("purchases:write"), await services.key("purchases:write")];
  const buy = (amount_fen: number, { header }: typeof till, key?: string) =>
    app.inject({
      method: "POST",
      url: "/v1/purchases",
      headers: { ...header, ...(key === undefined ? {} : { "idempotency-key": key }) },
      payload: { member: "mei", merchant: "tea", amount_fen },
    });
  const first = (await buy(500, till, "k1")).json();
  expect(first).toMatchObject({ repeated: false });
  expect((await buy(500, till, "k1")).json()).toEqual({ ...first, repeated: true });
  expect((await buy(600, till, "k1")).json()).toMatchObject({
    status: 409,
    code: "idempotency_conflict",
    field: "Idempotency-Key",
  });
  expect((await buy(600, till, "k2")).json().repeated).toBe(false);
  expect((await buy(500, other, "k1")).json()).toMatchObject({ repeated: false });
  for (const key of [undefined, "", " ", "a b", "x".repeat(256), "好"]) {
    expect((await buy(1, till, key)).json()).toMatchObject({
      status: 400,
      code: "idempotency_key_required",
    });
  }
  const fifty = await Promise.all(Array.from({ length: 50 }, () => buy(700, till, "race")));
  const answers = fifty.map((reply) => reply.json());
  expect(answers.filter(({ repeated }) => repeated === false)).toHaveLength(1);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  const { rows } = await services.desk.database.query(
    "SELECT seq FROM journal WHERE cell_id = 1 AND kind = 'purchase'",
    [],
  );
  expect(rows).toHaveLength(4);
});

test("pages follow each other without gap or double, and end", async () => {
  const read = async (query: string) => (await app.inject({ url: `/v1/regions${query}` })).json();
  const seen: string[] = [];
  let cursor: string | null = "";
  let pages = 0;
  while (cursor !== null) {
    const { items, next_cursor } = await read(
      `?level=city&limit=40${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    seen.push(...items.map(({ code }: { code: string }) => code));
    cursor = next_cursor;
    pages++;
  }
  expect(pages).toBe(9);
  expect(seen).toHaveLength(342);
  expect(seen).toEqual([...new Set(seen)].sort());
  expect((await read("")).items).toHaveLength(50);
  for (const bad of [
    "?limit=0",
    "?limit=201",
    "?limit=x",
    "?limit=1&limit=2",
    "?cursor=",
    "?cursor=xx",
    "?cursor=WyJhIl0",
    "?cursor=bnVsbA",
  ]) {
    expect(await read(bad), bad).toMatchObject({ status: 400, code: "validation" });
  }
});
