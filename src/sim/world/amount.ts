/** Draws the amount of a purchase, always a whole number of fen and never by way of a float. */
import type { Fen } from "#engine";
import { type Chance, NORMAL_ONE } from "./chance.ts";
import type { Amount } from "./world.ts";

/** The table goes from −6 to +6 standard deviations in sixteenths. */
const STEPS = 16;
const REACH = 6;
const FRACTION = BigInt(NORMAL_ONE / STEPS);
/** Fixed point of the exponential. */
const ONE = 1n << 64n;
const MICRO = 1_000_000n;

/** e^x for x = `num`/`den` between 0 and 1 in units of ONE: the Taylor sum until its terms vanish. */
function exponential(num: bigint, den: bigint): bigint {
  let sum = 0n;
  for (let term = ONE, n = 1n; term > 0n; n += 1n) {
    sum += term;
    term = (term * num) / (den * n);
  }
  return sum;
}

/** median · e^(σ·z) for each z of the table, as whole fen between least and most. */
function lognormalTable({ median, sigma, least, most }: Amount & { kind: "lognormal" }): bigint[] {
  const factor = exponential(BigInt(sigma), MICRO * BigInt(STEPS));
  const half = STEPS * REACH;
  const up: bigint[] = [ONE];
  for (let i = 1; i <= half; i += 1) up.push(((up[i - 1] as bigint) * factor) / ONE);
  return Array.from({ length: 2 * half + 1 }, (_, i) => {
    const size = up[Math.abs(i - half)] as bigint;
    const fen = i < half ? (median * ONE) / size : (median * size) / ONE;
    return fen < least ? least : fen > most ? most : fen;
  });
}

/** What draws the amounts of a world. */
export function amountDrawer(amount: Amount): (chance: Chance) => Fen {
  if (amount.kind === "fixed") {
    const { fen } = amount;
    return () => fen;
  }
  const table = lognormalTable(amount);
  const middle = STEPS * REACH * (NORMAL_ONE / STEPS);
  const last = 2 * middle - 1;
  return (chance) => {
    const drawn = Math.min(Math.max(chance.normal() + middle, 0), last);
    const at = Math.floor(drawn / Number(FRACTION));
    const low = table[at] as bigint;
    const high = table[at + 1] as bigint;
    return low + ((high - low) * BigInt(drawn % Number(FRACTION))) / FRACTION;
  };
}
