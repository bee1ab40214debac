/** Books on a real database for the tests of the reads: worlds booked through the desk, and a naive fold of their records. */
import type { JournalRecord } from "#store";
import { linesOf, planOf, stage } from "../desk/stage.ts";
import type { World } from "../engine/world.ts";
import { planOf as planChange } from "./play.ts";

export const CELL = 7n;

export type Booked = Awaited<ReturnType<typeof booked>>;

/** A cell with the lines of a world booked through a desk; `change`: keys over the local-life plan, or a plan. */
export async function booked(change: unknown, lines: readonly (string | object)[]) {
  const made = await stage();
  const { desk, database } = made;
  await desk.createCell(CELL, 1n, "reads", "orders", planOf(planChange(change)));
  const file = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const answers = await desk.submit(CELL, linesOf(file));
  const { rows } = await database.query<{
    seq: bigint;
    at: Date;
    kind: string;
    asked: string;
    record: string;
  }>(
    `SELECT seq, COALESCE(at, recorded_at) AS at, kind, asked, record FROM journal
     WHERE cell_id = $1 ORDER BY seq`,
    [CELL],
  );
  const journals = rows.map((row) => ({ ...row, record: JSON.parse(row.record) as JournalRecord }));
  const drop = async () => {
    await desk.close();
    await made.drop();
  };
  return { desk, database, journals, answers, drop };
}

export const bookedWorld = ({ plan, lines }: World) => booked(plan, lines);

/** Every account's postings in order, with the balance after each: nothing but a sum over all records. */
export function naive(journals: Booked["journals"]) {
  const rows = new Map<
    string,
    { seq: bigint; line: number; step: string; amount: bigint; counter: string; balance: bigint }[]
  >();
  for (const { seq, record } of journals) {
    record.postings.forEach(({ from, to, step, amount }, line) => {
      const enter = (account: string, counter: string, signed: bigint) => {
        const list = rows.get(account) ?? [];
        list.push({
          seq,
          line,
          step,
          amount: signed,
          counter,
          balance: (list.at(-1)?.balance ?? 0n) + signed,
        });
        rows.set(account, list);
      };
      enter(from, to, -BigInt(amount));
      enter(to, from, BigInt(amount));
    });
  }
  return rows;
}

/** All rows of a list, page by page. */
export async function allPages<Row>(
  page: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Row[]; readonly next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (;;) {
    const { items, next } = await page(cursor);
    rows.push(...items);
    if (next === null) return rows;
    cursor = next;
  }
}
