/** How shares of spend are spread over members, as a whole and by cohort. */
import { type Fen, jsonFen } from "#engine";
import type { Cohort, Findings, Spread } from "./findings.ts";
import { type Counted, nearestRank, type Person, type ShowTime } from "./people.ts";

/** Edges of the histogram, in ppm of spend: fixed, so that two reports can be laid side by side. */
export const EDGES_PPM: readonly number[] = [
  50_000, 80_000, 100_000, 120_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 750_000, 1_000_000,
];
const FULL = 1_000_000;
/** More months than this are put together as quarters, more quarters as years. */
const MOST_COHORTS = 24;

export function spreadOf(shares: Iterable<number>): Spread {
  const sorted = Float64Array.from(shares).sort();
  const at = (q: number) => sorted[nearestRank(sorted.length, q)] ?? null;
  const buckets = new Array<number>(EDGES_PPM.length + 2).fill(0);
  let full = 0;
  for (const share of sorted) {
    if (share >= FULL) full += 1;
    const bucket = share <= 0 ? 0 : 1 + edgesUpTo(share);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  return {
    least_ppm: at(0),
    p10_ppm: at(0.1),
    p25_ppm: at(0.25),
    p50_ppm: at(0.5),
    p75_ppm: at(0.75),
    p90_ppm: at(0.9),
    most_ppm: at(1),
    full,
    buckets,
  };
}

function edgesUpTo(share: number): number {
  let passed = 0;
  while (passed < EDGES_PPM.length && share >= (EDGES_PPM[passed] as number)) passed += 1;
  return passed;
}

/** Which cohort somebody belongs to; null for who never bought. */
export interface Cohorts {
  readonly by: Findings["cohorts_by"];
  readonly nameOf: (person: Person) => string | null;
}

/**
 * By month of the first purchase where every one of them has a time, else by tenths of those who bought, in
 * order.
 */
export function cohortsOf(people: readonly Person[], time: ShowTime): Cohorts {
  const firsts = people.flatMap(({ first }) => (first === null ? [] : [first]));
  const names = new Map<Person, string>();
  if (firsts.length > 0 && firsts.every(({ at }) => at !== null)) {
    for (const person of people) {
      const at = time(person.first?.at ?? null);
      if (at !== null) names.set(person, at.slice(0, 7));
    }
    const by = periodFor(names.values());
    const nameOf = (person: Person) => {
      const month = names.get(person);
      return month === undefined ? null : PERIOD[by](month);
    };
    return { by, nameOf };
  }
  const buyers = people.filter(({ first }) => first !== null);
  buyers.sort((a, b) => (a.first?.purchase ?? 0) - (b.first?.purchase ?? 0));
  buyers.forEach((person, i) => {
    names.set(person, String(Math.floor((i * 10) / buyers.length) + 1));
  });
  return { by: "arrival", nameOf: (person) => names.get(person) ?? null };
}

const PERIOD = {
  month: (month: string) => month,
  quarter: (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
  year: (month: string) => month.slice(0, 4),
} as const;

function periodFor(months: Iterable<string>): keyof typeof PERIOD {
  const all = new Set(months);
  if (all.size <= MOST_COHORTS) return "month";
  return new Set([...all].map(PERIOD.quarter)).size <= MOST_COHORTS ? "quarter" : "year";
}

/** The cohorts of those with spend, in order. */
export function cohortRows(counted: readonly Counted[], { by, nameOf }: Cohorts): Cohort[] {
  const groups = new Map<string, Counted[]>();
  for (const person of counted) {
    const name = nameOf(person);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [person]);
    else group.push(person);
  }
  const inOrder = by === "arrival" ? byNumber : byText;
  return [...groups].sort(([a], [b]) => inOrder(a, b)).map(([name, group]) => cohort(name, group));
}

const byNumber = (a: string, b: string) => Number(a) - Number(b);
const byText = (a: string, b: string) => (a < b ? -1 : 1);

function cohort(name: string, group: readonly Counted[]): Cohort {
  const sum = (of: (person: Counted) => Fen) =>
    jsonFen(group.reduce((total, person) => total + of(person), 0n));
  return {
    name,
    members: group.length,
    spent_fen: sum(({ spent }) => spent),
    got_fen: sum(({ got }) => got),
    redeemable_fen: sum(({ redeemable }) => redeemable),
    so_far: spreadOf(group.map(({ soFar }) => soFar)),
    if_redeemed: spreadOf(group.map(({ ifRedeemed }) => ifRedeemed)),
  };
}
