/**
 * Sorted rows to the orders a replay reads (RULES section 7), with what a sheet does not have: joins and
 * openings.
 */
import { note } from "./report.ts";
import type { Note, SheetRow } from "./row.ts";
import { OWNER_PREFIX } from "./value.ts";

interface Common {
  /** See `toOrders`. */
  readonly id: string;
  readonly at?: string;
}
export type SheetOrder = Common &
  (
    | { readonly kind: "join"; readonly member: string; readonly sponsor: string | null }
    | {
        readonly kind: "open_store";
        readonly merchant: string;
        readonly owner: string;
        readonly region: string;
        readonly goods?: true;
      }
    | {
        readonly kind: "purchase";
        readonly member: string;
        readonly merchant: string;
        readonly amount_fen: number;
        readonly cost_fen?: number;
      }
    | { readonly kind: "refund"; readonly purchase: string; readonly amount_fen: number }
  );

export interface OrderOptions {
  /** How many stores to spread members over where rows name none: 1 to 10,000; default 1. */
  readonly stores?: number;
  /** Division code of stores for which the file gives none; without region agents it changes nothing. */
  readonly region?: string;
  /** Whether stores are opened for self-operated goods. Default: those with a cost in a row. */
  readonly goods?: boolean;
}

export interface Orders {
  /** May be walked more than once; each walk makes the orders anew, one at a time. */
  readonly orders: Iterable<SheetOrder>;
  readonly notes: Note[];
}

/** 东城区, the first district of the code table. */
const DEFAULT_REGION = "110101";

/**
 * FNV-1a, 32 bits, over the UTF-8 bytes: the same store for the same member on every machine and in every
 * run.
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Fen as the number that JSON carries; rows never hold more than is safe, and this says so if one does. */
function exact(fen: bigint): number {
  const number = Number(fen);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${fen} fen is beyond the safe range`);
  return number;
}

/** What a first walk over the rows finds out about members and stores. */
interface Survey {
  readonly sponsorOf: ReadonlyMap<string, string>;
  readonly regionOf: ReadonlyMap<string, string>;
  readonly goods: ReadonlySet<string>;
  readonly merchants: ReadonlySet<string>;
  readonly assigned: boolean;
}

function survey(rows: readonly SheetRow[], storeOf: (row: SheetRow) => string): Survey {
  const sponsorOf = new Map<string, string>();
  const regionOf = new Map<string, string>();
  const goods = new Set<string>();
  const merchants = new Set<string>();
  let assigned = false;
  for (const row of rows) {
    if (row.sponsor !== null) sponsorOf.set(row.member, row.sponsor);
    if (row.kind === "refund") continue;
    const merchant = storeOf(row);
    merchants.add(merchant);
    if (row.merchant === null) assigned = true;
    else if (row.region !== null) regionOf.set(merchant, row.region);
    if (row.cost_fen !== null) goods.add(merchant);
  }
  return { sponsorOf, regionOf, goods, merchants, assigned };
}

/** The id of a purchase's order: by the id in the file, or else by the line. */
const purchaseId = (id: string | null, line: number | null) => (id === null ? `line:${line}` : `order:${id}`);

/**
 * Turns rows sorted by `sortRows` into orders. Before its first use a store is opened, with the made-up
 * owner `owner:<store>`, and a member joined, his sponsors above him first: a sponsor named in any row of a
 * member holds from joining. Ids: `order:<id in the file>` or `line:<n>` for a purchase, `refund:<n>` for
 * the refund of line n, `join:<member>`, `open:<store>`. What stands before the first colon is this
 * function's own, so no id of the file can collide with a made one, nor two made ones with each other.
 */
export function toOrders(rows: readonly SheetRow[], options: OrderOptions = {}): Orders {
  const { stores = 1, region = DEFAULT_REGION } = options;
  if (!Number.isInteger(stores) || stores < 1 || stores > 10_000)
    throw new RangeError("stores must be an integer from 1 to 10,000");
  const storeOf = (row: SheetRow) => row.merchant ?? `store-${(fnv1a(row.member) % stores) + 1}`;
  const found = survey(rows, storeOf);
  const isGoods = (merchant: string) => options.goods ?? found.goods.has(merchant);
  const notes: Note[] = [];
  const noRegion = [...found.merchants].filter((merchant) => !found.regionOf.has(merchant)).length;
  if (found.assigned) notes.push(note("stores_assigned", found.merchants.size, null));
  if (noRegion > 0) notes.push(note("store_region_assumed", noRegion, null, { region }));
  if (options.goods === undefined && found.goods.size > 0)
    notes.push(note("goods_by_cost", found.goods.size, null));

  function* walk(): Generator<SheetOrder> {
    const joined = new Set<string>();
    const opened = new Set<string>();
    for (const row of rows) {
      const at = row.at === null ? {} : { at: row.at };
      const amount_fen = exact(row.amount_fen);
      if (row.kind === "refund") {
        const purchase = purchaseId(row.original, row.originalLine);
        yield { id: `refund:${row.line}`, kind: "refund", purchase, amount_fen, ...at };
        continue;
      }
      const { member } = row;
      const merchant = storeOf(row);
      if (!opened.has(merchant)) {
        opened.add(merchant);
        const owner = `${OWNER_PREFIX}${merchant}`;
        yield { id: `join:${owner}`, kind: "join", member: owner, sponsor: null, ...at };
        const goods = isGoods(merchant) ? { goods: true as const } : {};
        const code = found.regionOf.get(merchant) ?? region;
        yield { id: `open:${merchant}`, kind: "open_store", merchant, owner, region: code, ...goods, ...at };
      }
      for (const one of newUpline(member, found.sponsorOf, joined)) {
        const sponsor = found.sponsorOf.get(one) ?? null;
        yield { id: `join:${one}`, kind: "join", member: one, sponsor, ...at };
      }
      const id = purchaseId(row.id, row.line);
      const cost = row.cost_fen !== null && isGoods(merchant) ? { cost_fen: exact(row.cost_fen) } : {};
      yield { id, kind: "purchase", member, merchant, amount_fen, ...cost, ...at };
    }
  }
  return { orders: { [Symbol.iterator]: walk }, notes };
}

/** The member and those above him who have not joined yet, uppermost first; marks them joined. */
function newUpline(member: string, sponsorOf: ReadonlyMap<string, string>, joined: Set<string>): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = member; at !== undefined && !joined.has(at); at = sponsorOf.get(at)) {
    joined.add(at);
    chain.push(at);
  }
  return chain.reverse();
}
