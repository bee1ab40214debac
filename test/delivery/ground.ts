/** What the tests of jobs and webhooks stand on: a cell, journals in it, a receiver that answers as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { canonical, type Journal } from "#engine";
import { type Database, journalRecord } from "#store";
import type { BookedJournal } from "../../src/desk/delivery/index.ts";
import { play } from "../statement/play.ts";

export const CELL = 7n;

export async function makeCell(database: Database, cell = CELL): Promise<void> {
  await database.query(
    "INSERT INTO cell (cell_id, operator_id, name, clock) VALUES ($1, 1, 'test', 'live')",
    [cell],
  );
}

type Json = Record<string, unknown>;

/** Journals of a replay, each as the book keeps it; those that time brought have nothing asked. */
export function booked(plan: unknown, orders: readonly Json[], cell = CELL): BookedJournal[] {
  const byTime = new Set(["settle", "thaw", "exits"]);
  const found: BookedJournal[] = [];
  play(plan, orders, (journal: Journal) => {
    const asked = byTime.has(journal.kind) ? null : (orders.find(({ id }) => id === journal.order) ?? null);
    const seq = BigInt(found.length + 1);
    const recordedAt = new Date(Date.UTC(2026, 10, 1) + found.length * 1_000);
    found.push({ cell, seq, recordedAt, record: journalRecord(journal), asked });
  });
  return found;
}

/** Writes journals as the desk would; `after` is the newest that is there. */
export async function write(
  database: Database,
  journals: readonly BookedJournal[],
  after = 0n,
): Promise<void> {
  await database.query(
    `INSERT INTO journal (cell_id, seq, operator_id, id, kind, at, recorded_at, head, touched, prev, after, asked,
       record)
     SELECT c.cell_id, u.seq, c.operator_id, u.id, u.kind, u.at, u.recorded_at, $2, '{}', '{}', '{}', u.asked, u.record
       FROM cell c, unnest($3::bigint[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[],
         $9::text[]) u(seq, id, kind, at, recorded_at, asked, record)
      WHERE c.cell_id = $1`,
    [
      journals[0]?.cell,
      Buffer.alloc(32),
      journals.map(({ seq }) => after + seq),
      journals.map(({ seq, asked, record }) => (asked === null ? null : `${record.order}@${after + seq}`)),
      journals.map(({ record }) => record.kind),
      journals.map(({ record }) => record.at),
      journals.map(({ recordedAt }) => recordedAt),
      journals.map(({ asked }) => (asked === null ? null : canonical(asked))),
      journals.map(({ record }) => canonical(record)),
    ],
  );
}

/** `n` members joining, one journal each: the plainest thing a webhook can be told. */
export const joins = (n: number): BookedJournal[] =>
  booked(
    {},
    Array.from({ length: n }, (_, i) => ({ id: `j${i}`, kind: "join", member: `m${i}` })),
  );

export interface Heard {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly id: string;
  readonly json: { readonly type: string; readonly seq: number; readonly data: Json };
}

type Answer = (heard: Heard, response: ServerResponse, request: IncomingMessage) => void;

/** A receiver on a port of its own; `answer` may be changed while it runs. */
export async function receiver(answer: Answer = (_, response) => response.end("ok")) {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const self = { heard, answer, url: "", close };
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      const one = { headers, body, id: headers["webhook-id"] ?? "", json: JSON.parse(body) as Heard["json"] };
      heard.push(one);
      self.answer(one, response, request);
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return self;
}

/** Waits until something holds, and fails loudly when it does not come. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 20,
): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** A clock that stands still until it is moved. */
export function heldClock(start = new Date()) {
  let now = start;
  return {
    clock: () => now,
    pass: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
