/** The one door to the book over HTTP: what a replay says of a line, the server says of an order. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Listed } from "#engine";
import { type Api, buildServer } from "../../src/api/index.ts";
import { type FaultyDesk, PLAN, type World, world } from "./world.ts";

let KEY: Record<string, string>;
let services: World & { readonly desk: FaultyDesk };
let app: Api;

beforeAll(async () => {
  services = await world();
  KEY = { ...(await services.key("orders:write")).header, "content-type": "application/json" };
  app = await buildServer(services, { logLevel: "silent" });
});
afterAll(() => app.close());

async function cell(plan: unknown): Promise<string> {
  const reply = await app.inject({
    method: "POST",
    url: "/v1/cells",
    headers: KEY,
    payload: { plan } as object,
  });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().cell;
}

const send = (to: string, payload: string, more = "") =>
  app.inject({ method: "POST", url: `/v1/orders?cell=${to}${more}`, headers: KEY, payload });

async function one(to: string, payload: string) {
  const reply = await send(to, payload);
  return { status: reply.statusCode, ...reply.json() };
}

const folder = new URL("../cases/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const CASES = readdirSync(folder)
  .filter((name) => name.endsWith(".plan.json"))
  .map((name) => name.slice(0, -".plan.json".length));

describe("every case of the replay", () => {
  test.each(CASES)("%s, in lists of seven; the short ones singly too", async (name) => {
    const lines = read(`${name}.orders.jsonl`)
      .split("\n")
      .filter((line) => line.trim() !== "");
    const expected = JSON.parse(read(`${name}.result.json`));
    // One by one each order is a commit of its own: the short ones are enough.
    for (const size of lines.length > 100 ? [7] : [7, 1]) {
      const to = await cell(JSON.parse(read(`${name}.plan.json`)));
      const refused: Listed[] = [];
      for (let from = 0; from < lines.length; from += size) {
        const slice = lines.slice(from, from + size);
        const reply = await send(to, size === 1 ? (slice[0] as string) : `[${slice.join(",")}]`);
        const answers = size === 1 ? [reply.json()] : reply.json();
        expect(answers).toHaveLength(slice.length);
        answers.forEach((answer: Record<string, string>, index: number) => {
          if (answer.status === "booked") return;
          const { id } = JSON.parse(slice[index] as string);
          if (answer.code === "malformed")
            refused.push({ line: from + index + 1, code: "malformed", field: answer.field ?? null });
          else refused.push({ id, code: String(answer.code) });
        });
      }
      const got = (await app.inject({ url: `/v1/cells/${to}/result`, headers: KEY })).json();
      expect(refused, `in lists of ${size}`).toEqual(expected.refused);
      expect(got, `in lists of ${size}`).toEqual({ ...expected, refused: [] });
    }
  });
});

describe("a single order", () => {
  test("booked, asked again, asked with another body", async () => {
    const to = await cell(PLAN);
    const text = '{"id":"j1","kind":"join","member":"a"}';
    const first = await one(to, text);
    expect(first).toMatchObject({ status: "booked", id: "j1", seq: 1, repeated: false });
    expect(first.journal).toMatchObject({ order: "j1" });
    const again = await one(to, ' {"member":"a","kind":"join","id":"j1"} ');
    expect(again).toEqual({ ...first, repeated: true });
    expect(await one(to, '{"id":"j1","kind":"join","member":"b"}')).toMatchObject({
      status: 409,
      code: "id_conflict",
      field: "id",
    });
    const found = await app.inject({ url: `/v1/orders/j1?cell=${to}`, headers: KEY });
    expect(found.json()).toEqual({ ...first, repeated: true });
    expect((await app.inject({ url: `/v1/orders/j2?cell=${to}`, headers: KEY })).statusCode).toBe(404);
  });

  test.each([
    ["1e3", '"amount_fen":1e3'],
    ["1.0", '"amount_fen":1.0'],
    ["-0", '"amount_fen":-0'],
    ["beyond 2^53", '"amount_fen":9007199254740993'],
    ["a text", '"amount_fen":"5"'],
    ["nothing", '"x":1'],
  ])("an amount written as %s is malformed", async (_how, field) => {
    const to = await cell(PLAN);
    const body = await one(to, `{"id":"i","kind":"inject",${field}}`);
    expect(body).toMatchObject({ status: 400, code: "malformed", field: "amount_fen" });
    const [same] = (await send(to, `[{"id":"i","kind":"inject",${field}}]`)).json();
    expect(same).toMatchObject({ status: "malformed", field: "amount_fen" });
  });

  test("fields nobody knows belong to the body as they are written", async () => {
    const to = await cell(PLAN);
    const order = (note: string) => `{"id":"n","kind":"join","member":"a","note":${note}}`;
    expect(await one(to, order("1.5"))).toMatchObject({ repeated: false });
    expect(await one(to, order("1.50"))).toMatchObject({ repeated: true });
    expect(await one(to, order("1.6"))).toMatchObject({ code: "id_conflict" });
    expect(await one(to, order('{"a":[1.5]}'))).toMatchObject({ code: "id_conflict" });
  });

  test("what no store could keep is malformed", async () => {
    const to = await cell(PLAN);
    const join = (id: string, member: string) => `{"id":"${id}","kind":"join","member":"${member}"}`;
    expect(await one(to, join("z", "a\\u0000b"))).toMatchObject({ code: "malformed", field: "member" });
    expect(await one(to, join("\\ud800", "a"))).toMatchObject({ code: "malformed", field: "id" });
    expect(await one(to, join("z", "x".repeat(129)))).toMatchObject({ code: "malformed", field: "member" });
    expect(await one(to, join("\\u7ea2", "红"))).toMatchObject({ status: "booked", id: "红" });
    expect(await one(to, '{"id":"p","kind":"join","member":"__proto__","__proto__":{"x":1}}')).toMatchObject({
      status: "booked",
    });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe("a list", () => {
  test("one bad order does not fail the others, and answers stand in their places", async () => {
    const to = await cell(PLAN);
    const deep = `${"[".repeat(70)}${"]".repeat(70)}`;
    const reply = await send(
      to,
      `[{"id":"a","kind":"join","member":"a"}, 5, {"id":"b","kind":"nope"}, {"id":"c","kind":"join","member":"a"},
        {"id":"d","kind":"join","member":"d","x":${deep}}, "],[", {"id":"e","kind":"join","member":"e","x":"},{"}]`,
    );
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject([
      { status: "booked", id: "a", seq: 1 },
      { status: "malformed", field: null },
      { status: "malformed", field: "kind" },
      {
        status: "refused",
        id: "c",
        code: "member_exists",
        field: "member",
        retry: false,
        detail_zh: "这个会员已经存在。",
      },
      { status: "malformed", field: null },
      { status: "malformed", field: null },
      { status: "booked", id: "e", seq: 2 },
    ]);
    expect(reply.body).not.toContain("journal");
    const again = await send(to, '[{"id":"a","kind":"join","member":"a"}]', "&journal=true");
    expect(again.json()[0]).toMatchObject({ repeated: true, journal: { order: "a" } });
  });

  test.each([
    "[",
    "[]",
    "[{]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1]]",
    "[1] x",
    '["a]',
    "[1,nope]",
    '[{"id":"q","kind":"join","member":"q"},{"id":',
    "]",
    "",
    '[{"id":"q","kind":"join","member":"q"}}',
  ])("no JSON books nothing of it: %s", async (text) => {
    const to = await cell(PLAN);
    const before = services.desk.submitted;
    const reply = await send(to, text);
    expect([reply.statusCode, reply.json().code]).toEqual([400, "malformed_json"]);
    expect(services.desk.submitted).toBe(before);
  });

  test("too many, or of a cell that is not there, or another operator's", async () => {
    const many = `[${Array.from({ length: 1_001 }, () => "1").join(",")}]`;
    expect((await send("1", many)).statusCode).toBe(413);
    expect((await send("999", "[1]")).statusCode).toBe(404);
    expect((await send("0", "[1]")).statusCode).toBe(400);
    expect((await send("1'--", "[1]")).statusCode).toBe(400);
    expect((await send("1", "[1]", "&cell=2")).statusCode).toBe(400);
    expect((await send("1", "[1]", "&other=2")).statusCode).toBe(400);
  });
});
