/** Who buys what where and when: every line of the sample is one purchase of one member at one store. */
import type { Fen, Instant } from "#engine";
import { Chance, derived } from "../world/chance.ts";
import { dayOfText, momentOf } from "./calendar.ts";
import { nameBy } from "./names.ts";
import { AREAS, type StoreSpec } from "./stores.ts";

/** A line of the sample, as the reader of sheets gives it. */
export interface SampleRow {
  /** Its number in the file: the purchase's id comes from it. */
  readonly line: number;
  readonly member: string;
  /** ISO 8601; only the date counts. */
  readonly at: string | null;
  readonly amount_fen: bigint;
}

export interface Customer {
  readonly member: string;
  readonly number: number;
  readonly name: string;
  /** Which of AREAS. */
  readonly area: number;
  readonly habit: Chance;
  /** Where most of it is bought; chosen with the first purchase. */
  home: StoreSpec | null;
  readonly sales: Sale[];
}

export interface Sale {
  readonly id: string;
  readonly customer: Customer;
  readonly store: StoreSpec;
  readonly amount: Fen;
  readonly at: Instant;
  /** Draws about what becomes of this purchase. */
  readonly chance: Chance;
}

/** Streams of chance derived from the seed. */
const PEOPLE = 1;
const LINES = 2;

/** Of a million purchases, so many at the member's own store where it sells such things. */
const AT_HOME = 600_000;

export interface Trade {
  readonly customers: readonly Customer[];
  /** By time. */
  readonly sales: readonly Sale[];
  /** The day of the first purchase. */
  readonly first: number;
}

/** The sample as trade of the coalition, its last day falling on `lastDay`. */
export function tradeOf(rows: readonly SampleRow[], lastDay: number, seed: bigint): Trade {
  const days = rows.map(({ at }) => dayOfText(at ?? ""));
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const shift = lastDay - last;
  const customers = customersOf(rows, days, first, seed);
  const sales = rows.map((row, i) => {
    const customer = customers.get(row.member) as Customer;
    const chance = new Chance(derived(derived(seed, LINES), row.line));
    const day = days[i] as number;
    const store = storeFor(customer, row.amount_fen, day - first, chance);
    customer.home ??= store;
    const at = momentOf(day + shift, secondOf(store, chance));
    const id = `demo:p${row.line.toString().padStart(4, "0")}`;
    const sale: Sale = { id, customer, store, amount: row.amount_fen, at, chance };
    customer.sales.push(sale);
    return sale;
  });
  for (const one of customers.values()) one.sales.sort(earlier);
  return { customers: [...customers.values()], sales: sales.sort(earlier), first: first + shift };
}

/** In order of time; of one moment, in the order of the file, which is that of the ids. */
function earlier(one: Sale, other: Sale): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1);
}

/** Members m0001 … by the sample's own numbers, each in an area that has a store on the day he comes. */
function customersOf(
  rows: readonly SampleRow[],
  days: readonly number[],
  first: number,
  seed: bigint,
): Map<string, Customer> {
  const came = new Map<string, number>();
  rows.forEach(({ member }, i) => {
    const day = days[i] as number;
    came.set(member, Math.min(came.get(member) ?? day, day));
  });
  const sorted = [...came].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(
    sorted.map(([id, day], i) => {
      const number = i + 1;
      const chance = new Chance(derived(derived(seed, PEOPLE), number));
      const member = `m${number.toString().padStart(4, "0")}`;
      const area = areaBy(chance, day - first);
      return [id, { member, number, name: nameBy(chance), area, habit: chance, home: null, sales: [] }];
    }),
  );
}

/** An area by its share, among those where a store is open. */
function areaBy(chance: Chance, day: number): number {
  const shares = AREAS.map(({ stores, share }) => (stores.some(({ opens }) => opens <= day) ? share : 0));
  return pick(shares, chance);
}

/** The member's own store where it fits, else another of the area by weight, else the one that takes all. */
function storeFor(customer: Customer, amount: Fen, day: number, chance: Chance): StoreSpec {
  const { home, area } = customer;
  const open = (AREAS[area] as (typeof AREAS)[number]).stores.filter(({ opens }) => opens <= day);
  const sells = ({ least, most }: StoreSpec) => amount >= BigInt(least * 100) && amount <= BigInt(most * 100);
  if (home !== null && sells(home) && chance.happens(AT_HOME)) return home;
  const weights = open.map((one) => (sells(one) ? one.weight : 0));
  return open[pick(weights, chance)] as StoreSpec;
}

function pick(weights: readonly number[], chance: Chance): number {
  let left = chance.below(weights.reduce((sum, weight) => sum + weight, 0));
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}

/** A second of the day in the store's hours, the middle likelier than the ends. */
function secondOf({ from, to }: StoreSpec, chance: Chance): number {
  const open = (to - from) * 3_600;
  return from * 3_600 + Math.floor((chance.below(open) + chance.below(open)) / 2);
}
