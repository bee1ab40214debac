/** Random worlds as lines of a file of orders: hostile on purpose, and steered so that the rare rules are reached. */
import fc from "fast-check";

type Json = Record<string, unknown>;

export interface World {
  readonly plan: Json;
  readonly lines: readonly string[];
}

const REGIONS = ["440106", "440100", "440000", "441900", "110105", "110100", "310101", "000000"];
const AMOUNTS = [
  1, 5, 49, 99, 100, 101, 999, 1_000, 12_345, 33_333, 100_000, 435_827, 1_000_000, 50_000_000, 9_000_000_000,
];

const percent = (ppm: number) => `${Math.floor(ppm / 10_000)}.${String(ppm % 10_000).padStart(4, "0")}%`;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Plans of every shape that the check lets pass. */
export const plans: fc.Arbitrary<Json> = fc
  .record({
    take: fc.constantFrom("20%", "70%", "33.3333%", "99.9999%"),
    operator: fc.constantFrom("0%", "2%", "1.5%"),
    portion: fc.constantFrom(null, "0.5%", "3%"),
    commissions: fc.constantFrom("2%", "3%", "10%"),
    upline: fc.constantFrom([], ["0.3%"], ["0.3%", "0.2%"], ["1%", "0.0001%"]),
    recruiter: fc.constantFrom("0%", "0.5%"),
    mode: fc.constantFrom("separate", "cumulative"),
    rates: fc.constantFrom(["0.1%", "0.2%", "0.3%"], ["0.1%", "0.05%", "0.01%"], ["0%", "0.2%", "0.1%"]),
    unclaimed: fc.constantFrom("operator", "pool"),
    mint: fc.constantFrom("70%", "0.0001%", "99.9999%", "30%"),
    exitLoad: fc.constantFrom("20%", "0%", "99.9999%"),
    multiple: fc.constantFrom("1.2", "0.3", "0.05", "2", "0.000001"),
    per: fc.constantFrom("member", "purchase"),
    opening: fc.constantFrom(100, 1, 7, 1_000_000),
    maxStep: fc.constantFrom(undefined, "50%", "1%", "0.0001%", "1000%"),
    min: fc.constantFrom(undefined, 1, 100),
    settleAfter: fc.constantFrom(undefined, undefined, undefined, "P7D", "PT1H"),
    freeze: fc.constantFrom(undefined, undefined, undefined, "P7D", "P1D"),
  })
  .map((p) => ({
    name: "random",
    version: 1,
    take: p.take,
    ...(p.min === undefined ? {} : { min_purchase_fen: p.min }),
    ...(p.settleAfter === undefined ? {} : { settle_after: p.settleAfter }),
    ...(p.freeze === undefined ? {} : { commission_freeze: p.freeze }),
    portions: [
      { to: "operator", rate: p.operator },
      { to: "commissions", rate: p.commissions },
      ...(p.portion === null ? [] : [{ to: "charity", rate: p.portion }]),
      { to: "pool", rest: true },
    ],
    commissions: {
      upline: p.upline,
      recruiter: p.recruiter,
      region: { mode: p.mode, district: p.rates[0], city: p.rates[1], province: p.rates[2] },
      unclaimed: p.unclaimed,
    },
    pool: {
      opening_price_fen: p.opening,
      mint: p.mint,
      exit_load: p.exitLoad,
      ...(p.maxStep === undefined ? {} : { max_step: p.maxStep }),
      cap: { multiple: p.multiple, per: p.per },
    },
  }));

interface Move {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly wait: number;
}

const moves = (length: number): fc.Arbitrary<readonly Move[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(99),
      a: fc.nat(1_000),
      b: fc.nat(1_000),
      c: fc.nat(1_000_000),
      wait: fc.nat(30),
    }),
    { minLength: length >> 1, maxLength: length, size: "max" },
  );

/** Lines from moves: names refer to what earlier lines created, and now and then to nothing. */
function written(moves: readonly Move[]): string[] {
  let members = 0;
  let stores = 0;
  let minutes = 0;
  const bought: { id: string; amount: number }[] = [];
  const lines: string[] = [];
  moves.forEach((move, i) => {
    const { kind, a, b, c } = move;
    const id = `o${i}`;
    const member = `m${a % (members + (a % 50 === 0 ? 1 : 0) || 1)}`;
    const merchant = `s${b % (stores + (b % 50 === 0 ? 1 : 0) || 1)}`;
    let body: Json;
    if (kind < 10 || members < 2) {
      body = {
        kind: "join",
        member: `m${members}`,
        sponsor: b % 3 === 0 || members === 0 ? null : `m${b % members}`,
      };
      members += 1;
    } else if (kind < 14 || stores === 0) {
      body = {
        kind: "open_store",
        merchant: `s${stores}`,
        owner: member,
        region: pick(REGIONS, b),
        goods: c % 3 === 0,
      };
      if (c % 5 === 0) body.take = pick(["20%", "5%", "50%"], c);
      if (c % 7 === 0) body.recruiter = `m${c % members}`;
      stores += 1;
    } else if (kind < 18) body = { kind: "appoint", member, region: pick(REGIONS, b) };
    else if (kind < 58) {
      const amount = pick(AMOUNTS, c);
      body = { kind: "purchase", member, merchant, amount_fen: amount };
      if (c % 11 === 0) body.cost_fen = Math.floor(amount * ((c % 13) / 13));
      bought.push({ id, amount });
    } else if (kind < 72) {
      body = {
        kind: "redeem",
        member,
        points: pick(["all", "all", "0.5", "0.00000001", "7.12345678", "40"], b),
      };
    } else if (kind < 90 && bought.length > 0) {
      const of = pick(bought, b);
      body = {
        kind: "refund",
        purchase: of.id,
        amount_fen: pick([of.amount, 1, of.amount >> 1, 99, of.amount - 1], c),
      };
    } else if (kind < 96) body = { kind: "inject", amount_fen: pick([1, 1_000, 500_000, 0], c) };
    else if (kind < 99) body = { kind: "release", amount_fen: pick([1, 1_000, 77_777], c) };
    else if (c % 20 === 0) body = { kind: "wind_up" };
    else body = { kind: "redeem", member, points: "all" };
    minutes += move.wait * 17;
    if (a % 4 !== 0) body.at = at(b % 40 === 0 ? minutes - 600 : minutes);
    const text = JSON.stringify({ id: b % 97 === 0 && i > 0 ? `o${i - 1}` : id, ...body });
    lines.push(text);
    if (a % 89 === 0) lines.push(text);
  });
  return lines;
}

const two = (n: number) => String(n).padStart(2, "0");
function at(minutes: number): string {
  const safe = Math.max(0, minutes);
  const day = Math.floor(safe / 1_440);
  const rest = safe % 1_440;
  return `2026-${two(1 + Math.floor(day / 28))}-${two(1 + (day % 28))}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00+08:00`;
}

/** Worlds of up to `length` moves. */
export const worlds = (length: number): fc.Arbitrary<World> =>
  fc
    .record({ plan: plans, moves: moves(length) })
    .map(({ plan, moves }) => ({ plan, lines: written(moves) }));

export { percent };
