/** All that is known of one member, as JSON: what people know, and what stands in the book. */
import { jsonFen, showPoints } from "#engine";
import { type By, isRefused, type Json } from "#people";
import { accountHistory, memberBalances, purchases, sponsorHistory } from "#statement";
import { movementShown } from "../schema/party.ts";
import { purchaseShown } from "../schema/trade.ts";
import type { Services } from "../services.ts";

/** Rows of each kind an export holds; `complete` says whether that was all. */
const MOST_ROWS = 20_000;
const PAGE = 200;
const ACCOUNTS = ["points", "wallet", "commission", "commission_frozen", "withdrawal"] as const;

/** Null where neither people nor the book know the member. */
export async function memberExport(
  { desk, people, cell }: Services,
  by: By,
  member: string,
  sight: "plain" | "masked",
): Promise<Record<string, unknown> | null> {
  const db = desk.database;
  const known = await people.persons.findByMember(member);
  const held = await memberBalances(db, cell, member);
  if (known === undefined && held === null) return null;
  const person: Json = known === undefined ? null : await exported(people, by, known.id, sight);
  const bought = await rowsOf((cursor) => purchases(db, cell, { member, cursor, limit: PAGE }));
  const accounts: Record<string, unknown> = {};
  let complete = bought.complete;
  for (const account of ACCOUNTS) {
    const unit = account === "points" ? "grains" : "fen";
    const nothing = { items: [], next: null };
    const rows = await rowsOf(
      async (cursor) =>
        (await accountHistory(db, cell, `${account}:${member}`, { cursor, limit: PAGE })) ?? nothing,
    );
    accounts[account] = rows.items.map((row) => movementShown(row, unit));
    complete &&= rows.complete;
  }
  const sponsors = (await sponsorHistory(db, cell, member)) ?? [];
  return {
    member,
    person,
    balances: held && {
      points: showPoints(held.points),
      wallet_fen: jsonFen(held.wallet),
      commission_fen: jsonFen(held.commission),
      frozen_fen: jsonFen(held.frozen),
      withdrawal_fen: jsonFen(held.withdrawal),
    },
    sponsors: sponsors.map(({ seq, at, ...change }) => ({
      seq: Number(seq),
      at: at.toISOString(),
      ...change,
    })),
    purchases: bought.items.map((row) => purchaseShown(row, false)),
    accounts,
    complete,
  };
}

async function exported(people: Services["people"], by: By, id: string, sight: "plain" | "masked") {
  const found = await people.personal.export(by, id, sight);
  return isRefused(found) ? null : found;
}

/** The rows of all pages of a list, up to a bound. */
async function rowsOf<Row>(
  pageAt: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Row[]; readonly next: string | null }>,
): Promise<{ items: Row[]; complete: boolean }> {
  const items: Row[] = [];
  let cursor: string | undefined;
  while (items.length < MOST_ROWS) {
    const page = await pageAt(cursor);
    items.push(...page.items);
    if (page.next === null) return { items, complete: true };
    cursor = page.next;
  }
  return { items, complete: false };
}
