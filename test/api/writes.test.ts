/** What everyday routes share: the order's id that follows from the Idempotency-Key, and pages by cursor. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { orderIdOf } from "../../src/api/frame/idempotency.ts";
import { page, pageOf, pageQuery, placeOf } from "../../src/api/frame/paging.ts";
import { type Api, buildServer, Problem, type Routes } from "../../src/api/index.ts";
import { type FaultyDesk, type World, world } from "./world.ts";

let services: World & { readonly desk: FaultyDesk };
let app: Api;

const rows = Array.from({ length: 120 }, (_, index) => ({
  at: `2026-01-${String(index % 7)}`,
  id: String(index),
}));

/** An injection and a list of journals, as route files write them. */
const everyday: Routes = (api, { desk, cell }) => {
  api.post(
    "/v1/injections",
    {
      config: { idempotent: true },
      schema: { operationId: "inject", summary: "x", body: z.strictObject({ amount_fen: z.int() }) },
    },
    async (request, reply) => {
      const json = { id: orderIdOf(request), kind: "inject", amount_fen: request.body.amount_fen };
      const [answer] = await desk.submit(cell, [{ json }]);
      if (answer?.status === "booked") return reply.send({ id: answer.id, repeated: answer.repeated });
      throw new Problem(answer?.status === "refused" ? answer.code : "internal");
    },
  );
  api.get(
    "/v1/journals",
    {
      schema: {
        operationId: "journals",
        summary: "x",
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(z.object({ id: z.string() })) },
      },
    },
    (request) => {
      const { limit, cursor } = request.query;
      const after = placeOf(cursor, z.tuple([z.string().regex(/^\d+$/)]));
      const from = after === null ? 0 : Number(after[0]) + 1;
      return page(
        rows.slice(from, from + limit + 1),
        limit,
        ({ id }) => [id],
        ({ id }) => ({ id }),
      );
    },
  );
};

beforeAll(async () => {
  services = await world();
  app = await buildServer(services, { logLevel: "silent" }, [everyday]);
});
afterAll(() => app.close());

test("the book remembers a key: same body, same answer; another body, a conflict; another person, another order", async () => {
  const [owner, finance] = [await services.staff("owner"), await services.staff("finance")];
  const inject = (amount_fen: number, who: Record<string, string>, key?: string) =>
    app.inject({
      method: "POST",
      url: "/v1/injections",
      headers: { ...who, ...(key === undefined ? {} : { "idempotency-key": key }) },
      payload: { amount_fen },
    });
  const first = (await inject(500, owner, "k1")).json();
  expect(first).toMatchObject({ repeated: false });
  expect((await inject(500, owner, "k1")).json()).toEqual({ ...first, repeated: true });
  expect((await inject(600, owner, "k1")).json()).toMatchObject({ status: 409, code: "id_conflict" });
  expect((await inject(600, owner, "k2")).json().repeated).toBe(false);
  expect((await inject(500, finance, "k1")).json()).toMatchObject({ repeated: false });
  for (const key of [undefined, "", " ", "a b", "x".repeat(256), "好"]) {
    expect((await inject(1, owner, key)).json()).toMatchObject({
      status: 400,
      code: "idempotency_key_required",
    });
  }
  const fifty = await Promise.all(Array.from({ length: 50 }, () => inject(700, owner, "race")));
  const answers = fifty.map((reply) => reply.json());
  expect(answers.filter(({ repeated }) => repeated === false)).toHaveLength(1);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(
    (await services.desk.result(1n)).pool.cash_fen + (await services.desk.result(1n)).pool.remainder_fen,
  ).toBe(2_300);
});

test("pages follow each other without gap or double, and end", async () => {
  const owner = await services.staff("auditor");
  const read = async (query: string) =>
    (await app.inject({ url: `/v1/journals${query}`, headers: owner })).json();
  const seen: string[] = [];
  let cursor: string | null = "";
  let pages = 0;
  while (cursor !== null) {
    const { items, next_cursor } = await read(`?limit=40${cursor === "" ? "" : `&cursor=${cursor}`}`);
    seen.push(...items.map(({ id }: { id: string }) => id));
    cursor = next_cursor;
    pages++;
  }
  expect(pages).toBe(3);
  expect(seen).toEqual(rows.map(({ id }) => id));
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
