/** Every route of the document, asked hostilely: no fault of ours, a problem for each no, and no order lost. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KEY_SCOPES } from "#people";
import { type Api, buildServer, documentOf } from "../../src/api/index.ts";
import { chance, Maker, operationsOf, wrongWith } from "./hostile.ts";
import { type FaultyDesk, PLAN, type World, world } from "./world.ts";

const LONG = process.env["WELLSPRING_LONG"] === "1";
const SEED = Number(process.env["WELLSPRING_SEED"] ?? (LONG ? Date.now() & 0x7fffffff : 20_261_127));
const ROUNDS = LONG ? 600 : 80;

const document = (await documentOf()) as ConstructorParameters<typeof Maker>[0];
const operations = operationsOf(document);

let services: World & { readonly desk: FaultyDesk };
let app: Api;
/** Who may ask; some routes end what they ask with, so each is a way to get it anew. */
let askers: { header: Record<string, string>; readonly again: () => Promise<Record<string, string>> }[];
/** Answers by status, to see that the fuzz got past the door. */
const seen = new Map<number, number>();
const booked = new Set<string>();

beforeAll(async () => {
  services = await world();
  const many = 1_000_000;
  app = await buildServer(services, {
    logLevel: "silent",
    perMinute: { address: many, person: many, key: many, signIn: many, failures: many },
  });
  const key = await services.key(...KEY_SCOPES);
  const { header, member } = await services.member("13900139000");
  const renewed = (again: () => Promise<Record<string, string>>) => ({ header: {}, again });
  askers = [
    { header: key.header, again: async () => (await services.key(...KEY_SCOPES)).header },
    renewed(() => services.staff("owner")),
    renewed(() => services.staff("finance")),
    { header, again: async () => (await services.member("13900139000")).header },
    renewed(() => Promise.resolve({})),
  ];
  const payload = [
    { id: "f1", kind: "join", member },
    { id: "f2", kind: "open_store", merchant: "s1", owner: member, region: "440305" },
    { id: "f3", kind: "purchase", member, merchant: "s1", amount_fen: 50_000 },
  ];
  const reply = await app.inject({ method: "POST", url: "/v1/orders", headers: key.header, payload });
  expect(reply.json().map(({ status }: { status: string }) => status)).toEqual([
    "booked",
    "booked",
    "booked",
  ]);
});
afterAll(() => app.close());

/** Everybody who may ask, signed in. */
async function signedIn(): Promise<Record<string, string>[]> {
  for (const asker of askers) {
    const reply = await app.inject({ url: "/v1/session", headers: asker.header });
    if (reply.statusCode !== 200 || reply.json().kind === "public") asker.header = await asker.again();
  }
  return askers.map(({ header }) => header);
}

describe(`hostile requests (WELLSPRING_SEED=${SEED})`, () => {
  test.each(operations.map((operation, index) => ({ ...operation, index })))(
    "$method $path",
    async ({ index, ...operation }) => {
      const next = chance(SEED + index * 7_919);
      let count = 0;
      const maker = new Maker(document, next, {
        id: () => (next() < 0.7 ? `z${index}-${++count}` : "f3"),
        merchant: () => "s1",
        plan: () => PLAN,
        cell: () => undefined,
        region: () => "440305",
        phone: () => "13900139001",
        at: () => undefined,
      });
      const orders = operation.path === "/v1/orders";
      const who = await signedIn();
      const key = who[0] as Record<string, string>;
      for (let round = 0; round < rounds(operation.path); round++) {
        const { headers, payload, ...request } = maker.request(operation);
        const asker = maker.pick(orders ? [key, key, key, ...who] : who);
        // Whoever may wind up may: then no order after it would be booked.
        if (String(payload).includes("wind_up")) continue;
        const reply = await app.inject({
          ...request,
          method: request.method as "POST",
          headers: { ...headers, ...asker },
          ...(payload === undefined ? {} : { payload }),
        });
        seen.set(reply.statusCode, (seen.get(reply.statusCode) ?? 0) + 1);
        const type = reply.headers["content-type"];
        const wrong = wrongWith(reply.statusCode, type === undefined ? undefined : String(type), reply.body);
        const shown = `round ${round}: ${request.method} ${request.url.slice(0, 300)} ${String(payload).slice(0, 600)}`;
        expect(wrong, `${shown} → ${reply.body.slice(0, 600)}`).toBeUndefined();
        if (orders && reply.statusCode === 200) remember(reply.json());
      }
    },
  );

  test("got past the door, and no order it booked was lost", async () => {
    console.log(
      `seed ${SEED}: ${[...seen]
        .sort()
        .map(([status, times]) => `${status}×${times}`)
        .join(" ")}`,
    );
    for (const status of [200, 400, 401, 403, 404])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(0);
    expect(booked.size).toBeGreaterThan(5);
    for (const id of booked)
      expect(await services.desk.find(1n, id), id).toMatchObject({ status: "booked", id });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });
});

/** Trying a password costs what it should, a tenth of a second; orders are of many kinds. */
function rounds(path: string): number {
  if (path === "/v1/session/staff") return Math.ceil(ROUNDS / 5);
  return path === "/v1/orders" ? ROUNDS * 5 : ROUNDS;
}

function remember(answers: unknown): void {
  for (const answer of [answers].flat() as { status: string; id: string }[]) {
    if (answer.status === "booked") booked.add(answer.id);
  }
}
