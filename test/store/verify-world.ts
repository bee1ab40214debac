/** Cells that hold something of every kind, booked through the desk, for the checks to go through. */
import fc from "fast-check";
import type { Desk } from "#desk";
import { readPlan } from "#engine";
import { planOf } from "../desk/stage.ts";
import { type World, worlds } from "../engine/world.ts";

/** Random worlds with the orders of section 7b strewn in; the same for the same seed. */
export function seeded(seed: number, count: number, length: number): World[] {
  const all = fc.sample(worlds(length), { numRuns: count, seed });
  return all
    .filter(({ plan }) => "plan" in readPlan(plan))
    .map(({ plan, lines }, world) => ({
      plan,
      lines: lines.flatMap((line, i) => [line, ...later(plan, world, i)]),
    }));
}

function later(plan: World["plan"], world: number, i: number): string[] {
  const n = i * 7 + world;
  const [a, b] = [`m${n % 9}`, `m${(n * 5 + 1) % 11}`];
  const id = `x${i}`;
  const extra = {
    0: { kind: "bind", member: a, sponsor: b },
    1: { kind: "correct_sponsor", member: a, sponsor: n % 3 === 0 ? null : b, case: `案${i}` },
    2: { kind: "dismiss", region: ["440106", "440100", "440000"][n % 3] },
    3: {
      kind: "withdraw",
      member: a,
      source: n % 2 === 0 ? "wallet" : "commission",
      amount_fen: 1 + (n % 50),
    },
    4: { kind: "withdraw", member: b, source: "wallet", amount_fen: 1 },
    5: { kind: "pay_out", withdrawal: `x${i - 2}` },
    6: { kind: "return_withdrawal", withdrawal: `x${i - 2}` },
    7: { kind: "publish", feed: "咖啡", plan: { ...(plan as object), version: 2 + (i >> 5) } },
  }[i % 12];
  return extra === undefined ? [] : [JSON.stringify({ id, ...extra })];
}

/**
 * Books a world in a cell of its own, in bites of `bite` lines: two at a time, so that groups overlap, and
 * with the book loaded anew half-way.
 */
export async function booked(desk: Desk, cell: bigint, { plan, lines }: World, bite = 40): Promise<void> {
  await desk.createCell(cell, 1n, `world ${cell}`, "orders", planOf(plan));
  const asked = lines.map((line) => ({ json: JSON.parse(line) as unknown }));
  for (let at = 0; at < asked.length; at += 2 * bite) {
    const first = desk.submit(cell, asked.slice(at, at + bite));
    await new Promise((done) => setTimeout(done, 1));
    await Promise.all([first, desk.submit(cell, asked.slice(at + bite, at + 2 * bite))]);
    if (at < asked.length / 2 && at + 2 * bite >= asked.length / 2) await desk.giveUp(cell);
  }
}

/** A plan under which lots leave early, purchases wait and commissions freeze. */
export const WAITING = {
  name: "waiting",
  version: 1,
  take: "30%",
  portions: [
    { to: "operator", rate: "2%" },
    { to: "commissions", rate: "3%" },
    { to: "公益", rate: "1%" },
    { to: "pool", rest: true },
  ],
  commissions: {
    upline: ["1%", "0.5%"],
    recruiter: "0.5%",
    region: { mode: "separate", district: "0.3%", city: "0.2%", province: "0.1%" },
    unclaimed: "operator",
  },
  settle_after: "P2D",
  commission_freeze: "P3D",
  pool: {
    opening_price_fen: 100,
    mint: "70%",
    exit_load: "10%",
    cap: { multiple: "0.3", per: "purchase" },
  },
};

const DAY = 86_400_000_000;

/** A live cell: the clock moves on, things settle, thaw and leave by themselves; ids of every script. */
export async function lived(desk: Desk, cell: bigint, clock: { now: number }): Promise<void> {
  await desk.createCell(cell, 1n, "live", "live", planOf(WAITING));
  let n = 0;
  const ask = (...orders: object[]) =>
    desk.submit(
      cell,
      orders.map((order) => ({ json: { id: `单“${++n}”'😀\\"`, ...order } })),
    );
  const members = ["会员一", "m\"quote'", "🐉dragon", "m4", "m5"];
  await ask(...members.map((member, i) => ({ kind: "join", member, sponsor: members[i - 1] ?? null })));
  await ask({ kind: "join", member: "alone" });
  const [owner, second] = members;
  await ask({ kind: "open_store", merchant: "店\u2028one", owner, region: "440106", take: "25%" });
  await ask({ kind: "open_store", merchant: "s2", owner: second, region: "441900", goods: true });
  await ask(
    { kind: "appoint", member: "m4", region: "440106" },
    { kind: "appoint", member: "m5", region: "440000" },
  );
  for (let day = 0; day < 24; day++) {
    const buys = members.flatMap((member, i) =>
      (day + i) % 3 === 0
        ? [
            {
              kind: "purchase",
              member,
              merchant: i % 2 === 0 ? "s2" : "店\u2028one",
              amount_fen: 10_000 + day * 777,
            },
          ]
        : [],
    );
    const before = n;
    await ask(...buys);
    if (day % 4 === 1) await ask({ kind: "refund", purchase: `单“${before + 1}”'😀\\"`, amount_fen: 500 });
    if (day % 5 === 2)
      await ask({ kind: "redeem", member: members[day % 5], points: "all", min_proceeds_fen: 1 });
    if (day % 6 === 3) await ask({ kind: "inject", amount_fen: 20_000 });
    if (day === 10)
      await ask({ kind: "bind", member: "alone", sponsor: "m5" }, { kind: "dismiss", region: "440106" });
    if (day === 11) await ask({ kind: "correct_sponsor", member: second, sponsor: null, case: "2026-7" });
    if (day === 12) await ask({ kind: "publish", plan: { ...WAITING, version: 2, take: "28%" } });
    if (day > 13) await ask({ kind: "withdraw", member: members[day % 5], source: "wallet", amount_fen: 3 });
    if (day === 20) await ask({ kind: "pay_out", withdrawal: `单“${n}”'😀\\"` });
    if (day === 21) await ask({ kind: "return_withdrawal", withdrawal: `单“${n}”'😀\\"` });
    clock.now += DAY / 2 + day * 1_000_001;
    if (day % 3 === 0) await desk.tick(cell);
  }
}
