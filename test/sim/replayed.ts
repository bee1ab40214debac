/** Replays for the tests of findings and reports: a plan of plans/, orders written briefly. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { type Plan, parseInstant, Replay, readOrder, readPlan } from "#engine";
import { Collector, type CollectorOptions, type Findings } from "../../src/sim/findings/index.ts";

type Json = Record<string, unknown>;
const root = new URL("../../", import.meta.url);

export function planOf(json: unknown): Plan {
  const read = readPlan(json);
  if ("plan" in read) return read.plan;
  throw new Error(JSON.stringify(read.faults));
}

/** A preset, with changes to its pool and its top level. */
export function preset(name: string, pool: Json = {}, top: Json = {}): Plan {
  const json = JSON.parse(readFileSync(new URL(`plans/${name}.json`, root), "utf8"));
  return planOf({ ...json, ...top, pool: { ...json.pool, ...pool } });
}

export const textOf = (path: string) => readFileSync(new URL(path, root), "utf8");

export interface Played {
  readonly findings: Findings;
  readonly replay: Replay;
}

/** Lines of a file of orders; the clock goes with the orders that carry a time. */
export function play(plan: Plan, lines: readonly string[], options: CollectorOptions = {}): Played {
  const collector = new Collector(plan, options);
  const replay = new Replay(plan, collector.see);
  lines.forEach((line, i) => {
    const at = /"at":"([^"]*)"/.exec(line)?.[1];
    const instant = at === undefined ? null : parseInstant(at);
    if (instant !== null) collector.clock(instant);
    replay.line(line, i + 1);
  });
  return { findings: collector.finish(replay), replay };
}

/** One store with an owner, then what is given; members join on their own. */
export function orders(list: readonly Json[]): string[] {
  const opening: Json[] = [
    { id: "j", kind: "join", member: "owner" },
    { id: "s", kind: "open_store", merchant: "store", owner: "owner", region: "440106" },
  ];
  const members = new Set(list.flatMap(({ member }) => (typeof member === "string" ? [member] : [])));
  const joins = [...members].map((member) => ({ id: `j:${member}`, kind: "join", member }));
  const all = [
    ...opening,
    ...joins,
    ...list.map((order, i) => ({ id: `o${i + 1}`, merchant: "store", ...order })),
  ];
  for (const order of all) if ("malformed" in readOrder(order)) throw new Error(JSON.stringify(order));
  return all.map((order) => JSON.stringify(order));
}

export const buys = (member: string, yuan: number, more: Json = {}): Json => ({
  kind: "purchase",
  member,
  amount_fen: yuan * 100,
  ...more,
});

/** The two laws of findings.ts, added up again from the finished object alone. */
export function addsUp({
  money,
  member_rows,
  counted,
  if_redeemed,
  so_far,
  cohorts,
  series,
}: Findings): void {
  const { pool, portions, purchases_fen, refunds_fen, spent_fen, ...parts } = money;
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  expect(sum([...Object.values(parts), ...Object.values(portions)])).toBe(spent_fen);
  expect(purchases_fen - refunds_fen).toBe(spent_fen);
  const { from_purchases_fen, injected_fen, returned_fen, ...places } = pool;
  expect(sum(Object.values(places)) - returned_fen).toBe(from_purchases_fen + injected_fen);
  const paid = pool.redeemed_fen + pool.forced_exits_fen + pool.dust_fen + pool.wound_up_fen;
  expect(sum(member_rows.got_fen)).toBe(paid - returned_fen);
  expect(series.at(-1)?.paid_fen ?? 0).toBe(paid - returned_fen);
  for (const spread of [so_far, if_redeemed]) expect(sum(spread.buckets)).toBe(counted);
  expect(sum(cohorts.map(({ members }) => members))).toBe(counted);
}
