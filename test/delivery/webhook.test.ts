import { Webhook as Verifier } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "#store";
import {
  Delivery,
  type DeliveryOptions,
  type DeliveryView,
  type NewWebhook,
  type WebhookWithSecret,
} from "../../src/desk/delivery/index.ts";
import { freshDatabase, type TestDatabase } from "../postgres.ts";
import { CELL, type Heard, heldClock, joins, makeCell, receiver, until, write } from "./ground.ts";

let ground: TestDatabase;
let database: Database;
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  ground = await freshDatabase();
  ({ database } = ground);
  await makeCell(database);
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await ground.drop();
});

function deliveryOf(options: DeliveryOptions = {}, on = database): Delivery {
  const delivery = new Delivery(on, { allowPrivate: true, poll: 20, random: () => 0.5, ...options });
  ends.push(() => delivery.stop());
  return delivery;
}

async function listening(...answer: Parameters<typeof receiver>) {
  const made = await receiver(...answer);
  ends.push(made.close);
  return made;
}

async function hooked(delivery: Delivery, made: NewWebhook): Promise<WebhookWithSecret> {
  const webhook = await delivery.createWebhook(CELL, made);
  if ("fault" in webhook) throw new Error(webhook.fault);
  return webhook;
}

const logOf = async (delivery: Delivery, webhook: string): Promise<readonly DeliveryView[]> =>
  (await delivery.listDeliveries(CELL, { webhook, limit: 200 })).items;

const seqs = (heard: readonly Heard[]) => heard.map(({ json }) => json.seq).sort((a, b) => a - b);
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe("making and changing a webhook", () => {
  test("faults are told by field, a secret is shown once", async () => {
    const delivery = deliveryOf({ allowPrivate: false });
    const make = (made: NewWebhook, cell = CELL) => delivery.createWebhook(cell, made);
    expect(await make({ url: "http://10.0.0.1/" })).toEqual({ fault: "address_refused", field: "url" });
    expect(await make({ url: "https://example.com/", events: ["purchase.settled", "lottery.won"] })).toEqual({
      fault: "event_unknown",
      field: "events",
    });
    const url = "https://example.com/";
    expect(await make({ url, fromSeq: 2n })).toEqual({ fault: "seq_out_of_range", field: "from_seq" });
    expect(await make({ url }, 99n)).toEqual({ fault: "cell_unknown", field: null });
    const made = await hooked(delivery, { url, events: ["purchase.settled"] });
    expect(made).toMatchObject({ url, events: ["purchase.settled"], active: true, cursorSeq: 0n });
    expect(made.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const [listed] = await delivery.listWebhooks(CELL);
    expect(listed).toMatchObject({ id: made.id });
    expect(listed).not.toHaveProperty("secret");
    expect(await delivery.patchWebhook(CELL, made.id, { url: "http://[::1]/" })).toMatchObject({
      field: "url",
    });
    expect(await delivery.patchWebhook(CELL, "nobody", { active: false })).toBeNull();
    for (let n = 1; n < 20; n++) await hooked(delivery, { url });
    expect(await make({ url })).toEqual({ fault: "webhooks_exhausted", field: null });
    expect(await delivery.deleteWebhook(CELL, made.id)).toBe(true);
    expect(await delivery.deleteWebhook(CELL, made.id)).toBe(false);
  });

  test("a seal keeps the secret out of the database", async () => {
    const turned = (text: string) => [...text].reverse().join("");
    const seal = {
      seal: (text: string) => Buffer.from(turned(text)),
      open: (sealed: Buffer) => turned(sealed.toString()),
    };
    const delivery = deliveryOf({ seal });
    const till = await listening();
    const { secret } = await hooked(delivery, { url: till.url });
    const { rows } = await database.query<{ secret: Buffer }>(
      "SELECT secret FROM webhook WHERE cell_id = $1",
      [CELL],
    );
    expect(rows[0]?.secret.toString()).toBe(turned(secret));
    await write(database, joins(1));
    await delivery.work(CELL);
    const [heard] = till.heard as [Heard];
    expect(() => new Verifier(secret).verify(heard.body, heard.headers)).not.toThrow();
  });
});

describe("telling", () => {
  test("each wanted event once, signed, in the log with what the receiver said", async () => {
    const delivery = deliveryOf();
    const till = await listening();
    const { id, secret } = await hooked(delivery, { url: till.url, events: ["member.joined"] });
    const other = await listening();
    await hooked(delivery, { url: other.url, events: ["store.opened"] });
    await write(database, joins(250));
    await delivery.work(CELL);
    expect(seqs(till.heard)).toEqual(range(1, 250));
    expect(other.heard).toEqual([]);
    for (const { body, headers } of till.heard) new Verifier(secret).verify(body, headers);
    expect(() =>
      new Verifier(secret).verify(`${till.heard[0]?.body} `, till.heard[0]?.headers ?? {}),
    ).toThrow();
    expect(till.heard[0]?.json).toMatchObject({
      type: "member.joined",
      data: { member: expect.any(String) },
    });
    const [newest] = await logOf(delivery, id);
    expect(newest).toMatchObject({
      seq: 250n,
      state: "delivered",
      lastStatus: 200,
      response: "ok",
      tries: 1,
    });
    expect((await delivery.listWebhooks(CELL)).map(({ cursorSeq }) => cursorSeq)).toEqual([250n, 250n]);
  });

  test("from the next journal on, unless an earlier one is named", async () => {
    const delivery = deliveryOf();
    const [late, early] = [await listening(), await listening()];
    await write(database, joins(5));
    await hooked(delivery, { url: late.url });
    await hooked(delivery, { url: early.url, fromSeq: 3n });
    await write(database, joins(2), 5n);
    await delivery.work(CELL);
    expect(seqs(late.heard)).toEqual([6, 7]);
    expect(seqs(early.heard)).toEqual([3, 4, 5, 6, 7]);
  });

  test("the log is paged, newest first, and filtered", async () => {
    const delivery = deliveryOf();
    const till = await listening();
    const { id } = await hooked(delivery, { url: till.url });
    await write(database, joins(25));
    await delivery.work(CELL);
    const seen: bigint[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page = await delivery.listDeliveries(CELL, {
        webhook: id,
        limit: 10,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect([pages, seen]).toEqual([3, range(1, 25).reverse().map(BigInt)]);
    expect((await delivery.listDeliveries(CELL, { webhook: id, state: "dead" })).items).toEqual([]);
    expect((await delivery.listDeliveries(8n, { webhook: id })).items).toEqual([]);
  });

  test("two nodes share the work, and nothing is told twice", async () => {
    const till = await listening((_, response) => setTimeout(() => response.end("ok"), 5));
    const { id } = await hooked(deliveryOf(), { url: till.url });
    await write(database, joins(150));
    for (let n = 0; n < 2; n++) {
      const own = new Database(ground.url, { most: 5 });
      ends.push(() => own.close());
      deliveryOf({}, own).start([CELL]);
    }
    const delivery = deliveryOf();
    await until("all told", async () => {
      const page = await delivery.listDeliveries(CELL, { webhook: id, state: "delivered", limit: 1 });
      const [webhook] = await delivery.listWebhooks(CELL);
      return page.items.length > 0 && webhook?.cursorSeq === 150n && till.heard.length >= 150;
    });
    expect(seqs(till.heard)).toEqual(range(1, 150));
    expect(new Set(till.heard.map((heard) => heard.id)).size).toBe(150);
  });
});

describe("receivers that fail", () => {
  test.each<[string, Parameters<typeof receiver>[0], string, number | null]>([
    [
      "answers 500",
      (_, response) => response.writeHead(500).end("out of order\u0000\u0007"),
      "http_500",
      500,
    ],
    [
      "redirects",
      (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      "redirect_not_followed",
      302,
    ],
    ["never answers", () => {}, "timeout", null],
    [
      "answers garbage",
      (_, response) => response.socket?.end("¯\\_(ツ)_/¯\r\n\r\n"),
      "hpe_invalid_constant",
      null,
    ],
    ["hangs up", (_, response) => response.socket?.destroy(), "econnreset", null],
  ])("one that %s is tried again", async (_, answer, error, status) => {
    const { clock, pass } = heldClock();
    const delivery = deliveryOf({ clock, timeout: 500 });
    const till = await listening(answer);
    const { id } = await hooked(delivery, { url: till.url });
    await write(database, joins(1));
    await delivery.work(CELL);
    await delivery.work(CELL);
    expect(await logOf(delivery, id)).toMatchObject([
      { state: "queued", tries: 1, lastError: error, lastStatus: status },
    ]);
    till.answer = (_heard, response) => response.end("better");
    pass(3_749);
    await delivery.work(CELL);
    expect(till.heard).toHaveLength(1);
    pass(1);
    await delivery.work(CELL);
    expect(await logOf(delivery, id)).toMatchObject([{ state: "delivered", tries: 2, lastError: null }]);
    // The same message by the same id: the receiver can tell that it has had it.
    expect(new Set(till.heard.map((heard) => heard.id)).size).toBe(1);
  });

  test("nobody at the address, and an answer without end", async () => {
    const delivery = deliveryOf();
    const nobody = await receiver();
    await nobody.close();
    const gone = await hooked(delivery, { url: nobody.url });
    const endless = await listening((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write("x".repeat(10_000)), 5);
      response.on("close", () => clearInterval(more));
    });
    const talker = await hooked(delivery, { url: endless.url });
    await write(database, joins(1));
    await delivery.work(CELL);
    expect(await logOf(delivery, gone.id)).toMatchObject([{ state: "queued", lastError: "econnrefused" }]);
    const [taken] = await logOf(delivery, talker.id);
    expect(taken).toMatchObject({ state: "delivered" });
    expect(taken?.response?.length).toBeLessThanOrEqual(1_000);
  });

  test("an inner address is refused at sending too, when the setting has changed", async () => {
    const till = await listening();
    const open = deliveryOf();
    const byNumber = await hooked(open, { url: till.url });
    const byName = await hooked(open, { url: till.url.replace("127.0.0.1", "localhost") });
    await write(database, joins(1));
    const strict = deliveryOf({ allowPrivate: false });
    await strict.work(CELL);
    expect(till.heard).toEqual([]);
    for (const { id } of [byNumber, byName])
      expect(await logOf(strict, id)).toMatchObject([{ state: "queued", lastError: "address_refused" }]);
  });

  test("waits grow, a receiver may ask for more, the last try is the last", async () => {
    const { clock, pass } = heldClock();
    const delivery = deliveryOf({ clock, mostTries: 3, retry: { first: 1_000, longest: 60_000 } });
    const start = clock().getTime();
    const at: number[] = [];
    const till = await listening((_, response) => {
      at.push(clock().getTime() - start);
      response.writeHead(503, at.length === 2 ? { "retry-after": "10" } : {}).end();
    });
    const { id } = await hooked(delivery, { url: till.url });
    await write(database, joins(1));
    for (let i = 0; i < 60; i++) {
      await delivery.work(CELL);
      pass(250);
    }
    expect(at).toEqual([0, 750, 10_750]);
    expect(await logOf(delivery, id)).toMatchObject([
      { state: "dead", tries: 3, nextAt: null, lastStatus: 503 },
    ]);
  });

  test("after days of nothing but failure the webhook stops, with its reason; started again it goes on", async () => {
    const { clock, pass } = heldClock();
    const delivery = deliveryOf({ clock, mostTries: 1_000, disableAfter: 3 * 86_400_000 });
    const till = await listening((_, response) => response.writeHead(500).end());
    const { id } = await hooked(delivery, { url: till.url });
    await write(database, joins(30));
    let rounds = 0;
    for (; rounds < 20; rounds++) {
      await delivery.work(CELL);
      if ((await delivery.listWebhooks(CELL))[0]?.active === false) break;
      pass(6 * 3_600_000);
    }
    expect(rounds).toBe(12);
    const [stopped] = await delivery.listWebhooks(CELL);
    expect(stopped).toMatchObject({ active: false, disabledReason: "failing" });
    // While it failed it rested between tries: far fewer than thirty requests a round.
    expect(till.heard.length).toBeLessThan(12 * 10);
    till.answer = (_heard, response) => response.end();
    await write(database, joins(1), 30n);
    pass(86_400_000);
    await delivery.work(CELL);
    const before = till.heard.length;
    await delivery.patchWebhook(CELL, id, { active: true });
    await delivery.work(CELL);
    expect(seqs(till.heard.slice(before))).toEqual(range(1, 31));
    expect((await delivery.listWebhooks(CELL))[0]).toMatchObject({
      active: true,
      disabledReason: null,
      failures: 0,
    });
  });

  test("a receiver that is gone for good says so by 410", async () => {
    const delivery = deliveryOf();
    const till = await listening((_, response) => response.writeHead(410).end());
    await hooked(delivery, { url: till.url });
    await write(database, joins(1));
    await delivery.work(CELL);
    expect(await delivery.listWebhooks(CELL)).toMatchObject([{ active: false, disabledReason: "gone" }]);
  });

  test("for one that takes nothing the log does not grow without end: the journal keeps it", async () => {
    const { clock, pass } = heldClock();
    const delivery = deliveryOf({ clock });
    const till = await listening((_, response) => response.writeHead(500).end());
    const { id } = await hooked(delivery, { url: till.url });
    await write(database, joins(1_500));
    for (let round = 0; round < 5; round++) {
      await delivery.work(CELL);
      pass(60_000);
    }
    const [webhook] = await delivery.listWebhooks(CELL);
    const { rows } = await database.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM delivery WHERE cell_id = $1 AND webhook_id = $2",
      [CELL, id],
    );
    expect([webhook?.cursorSeq, rows[0]?.n]).toEqual([1_000n, 1_000n]);
  });

  test("a journal nobody can read is passed over and logged, those after it are told", async () => {
    const warned: object[] = [];
    const log = { info: () => {}, warn: (fields: object) => void warned.push(fields) };
    const delivery = deliveryOf({ log });
    const till = await listening();
    await hooked(delivery, { url: till.url });
    await write(database, joins(3));
    await database.query("UPDATE journal SET record = '{}' WHERE cell_id = $1 AND seq = 2", [CELL]);
    await delivery.work(CELL);
    expect(seqs(till.heard)).toEqual([1, 3]);
    expect(warned).toMatchObject([{ cell: "7", seq: "2" }]);
  });

  test("one that stands still does not hold up the others", async () => {
    const delivery = deliveryOf({ timeout: 15_000 });
    const stuck = await listening(() => {});
    const well = await listening();
    await hooked(delivery, { url: stuck.url });
    await hooked(delivery, { url: well.url });
    await write(database, joins(50));
    const start = Date.now();
    delivery.start([CELL]);
    await until("the other is told", () => well.heard.length === 50);
    expect(Date.now() - start).toBeLessThan(12_000);
    expect(stuck.heard.length).toBeLessThanOrEqual(4);
  });
});

describe("again", () => {
  test("one delivery, with its id as before", async () => {
    const delivery = deliveryOf();
    const till = await listening();
    const { id } = await hooked(delivery, { url: till.url });
    await write(database, joins(3));
    await delivery.work(CELL);
    const [newest] = await logOf(delivery, id);
    expect(await delivery.replay(CELL, { delivery: newest?.id ?? "" })).toBe(1);
    expect(await delivery.replay(CELL, { delivery: "nobody" })).toBeNull();
    expect(await delivery.replay(8n, { delivery: newest?.id ?? "" })).toBeNull();
    await delivery.work(CELL);
    expect(seqs(till.heard)).toEqual([1, 2, 3, 3]);
    expect(till.heard.at(-1)).toMatchObject({ id: newest?.id, body: newest?.body });
  });

  test("from a journal on, what the log has forgotten included", async () => {
    const { clock, pass } = heldClock();
    const delivery = deliveryOf({ clock });
    const till = await listening();
    const { id } = await hooked(delivery, { url: till.url });
    await write(database, joins(6));
    await delivery.work(CELL);
    pass(86_400_000);
    await write(database, joins(2), 6n);
    await delivery.work(CELL);
    const first = new Map(till.heard.map(({ json, body }) => [json.seq, body]));
    expect(await delivery.forget(CELL, new Date(clock().getTime() - 1))).toBe(6);
    till.heard.length = 0;
    expect(await delivery.replay(CELL, { webhook: id, fromSeq: 4n })).toBe(2);
    await delivery.work(CELL);
    expect(seqs(till.heard)).toEqual([4, 5, 6, 7, 8]);
    for (const { json, body } of till.heard) expect(body).toBe(first.get(json.seq));
    expect(await delivery.replay(CELL, { webhook: "nobody", fromSeq: 1n })).toBeNull();
  });

  test("while a secret is changed both sign; when its time is over only the new one", async () => {
    const { clock, pass } = heldClock();
    const delivery = deliveryOf({ clock });
    const till = await listening();
    const made = await hooked(delivery, { url: till.url });
    const changed = await delivery.patchWebhook(CELL, made.id, { rotateSecret: true, oldSecretFor: 60_000 });
    const secret = changed !== null && "secret" in changed ? changed.secret : "";
    expect(secret).not.toBe(made.secret);
    await write(database, joins(1));
    await delivery.work(CELL);
    pass(60_000);
    await write(database, joins(1), 1n);
    await delivery.work(CELL);
    const [during, afterwards] = till.heard as [Heard, Heard];
    for (const good of [made.secret, secret]) new Verifier(good).verify(during.body, during.headers);
    new Verifier(secret).verify(afterwards.body, afterwards.headers);
    expect(() => new Verifier(made.secret).verify(afterwards.body, afterwards.headers)).toThrow();
  });
});
