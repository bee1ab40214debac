/** What holds of every reading, whatever the bytes. */
import { expect } from "vitest";
import {
  readSheet,
  type SheetOptions,
  SheetRefusal,
  type SheetResult,
  type SheetSource,
  sortRows,
  toOrders,
} from "#connect/sheet";

/** What the runs have come upon; the last test says what must be among it. */
export const reached = new Set<string>();

/** Reads and checks what holds of every reading; null when the file was refused. Anything else thrown fails. */
export async function readAny(source: SheetSource, options?: SheetOptions): Promise<SheetResult | null> {
  const sheet = await readSheet(source, options).catch((fault: unknown) => {
    if (!(fault instanceof SheetRefusal)) throw fault;
    reached.add(fault.code);
    return null;
  });
  if (sheet === null) return null;
  const taken = new Set(sheet.rows.map((row) => row.line));
  const bad = new Set(sheet.bad.map((row) => row.line));
  expect(bad.size).toBe(sheet.bad.length);
  expect([...bad].filter((line) => taken.has(line))).toEqual([]);
  expect(taken.size + bad.size).toBe(sheet.records);
  for (const { code } of sheet.bad) reached.add(code);
  for (const row of sheet.rows) {
    reached.add(row.kind);
    expect(row.amount_fen > 0n && row.amount_fen <= BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  }
  checkRows(sheet);
  checkOrders(sheet);
  return sheet;
}

/** The rows that were taken agree with each other. */
function checkRows({ rows }: SheetResult): void {
  const purchases = new Map(
    rows.flatMap((row) => (row.kind === "purchase" ? [[row.line, row] as const] : [])),
  );
  const ids = [...purchases.values()].flatMap((row) => row.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const sponsors = new Map<string, string>();
  for (const row of rows) {
    if (row.sponsor !== null) {
      expect(sponsors.get(row.member) ?? row.sponsor).toBe(row.sponsor);
      sponsors.set(row.member, row.sponsor);
    }
    if (row.kind === "purchase") continue;
    const purchase = purchases.get(row.originalLine ?? 0);
    expect([purchase?.id, purchase?.member]).toEqual([row.original, row.member]);
    expect(row.sortKey >= (purchase?.sortKey ?? Number.POSITIVE_INFINITY)).toBe(true);
  }
  for (const member of sponsors.keys()) {
    const above = new Set<string>();
    for (let at = sponsors.get(member); at !== undefined && !above.has(at); at = sponsors.get(at))
      above.add(at);
    expect(above.has(member)).toBe(false);
  }
}

/** Orders made of any reading are in time, use nothing before it exists, and have ids of their own. */
function checkOrders(sheet: SheetResult): void {
  const ids = new Set<string>();
  const known = new Set<string>();
  const left = new Map<string, bigint>();
  let count = 0;
  for (const order of toOrders(sortRows(sheet.rows), { stores: 3 }).orders) {
    count += 1;
    ids.add(order.id);
    if (order.kind === "join") {
      expect(order.sponsor === null || known.has(`m ${order.sponsor}`)).toBe(true);
      known.add(`m ${order.member}`);
    } else if (order.kind === "open_store") {
      expect(known.has(`m ${order.owner}`)).toBe(true);
      known.add(`s ${order.merchant}`);
    } else if (order.kind === "purchase") {
      expect(known.has(`m ${order.member}`) && known.has(`s ${order.merchant}`)).toBe(true);
      left.set(order.id, BigInt(order.amount_fen));
    } else {
      const rest = (left.get(order.purchase) ?? -1n) - BigInt(order.amount_fen);
      expect(rest >= 0n).toBe(true);
      left.set(order.purchase, rest);
    }
  }
  expect(ids.size).toBe(count);
}
