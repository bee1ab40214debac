/** How many join and buy on each day: the expected numbers of the phases, and the scatter around them. */
import type { Chance } from "./chance.ts";
import type { Phase, World } from "./world.ts";

const MICRO = 1_000_000;
/** Up to this mean a number is counted coin by coin; above it the normal law is as good. */
const FEW = 16 * MICRO;
const COINS = 64;
/** 2^32 / (COINS · MICRO): from a mean in millionths to the threshold of one coin. */
const THRESHOLD = 0x1_0000_0000 / (COINS * MICRO);

/** A day as expected: millionths of new members, and whether members buy again. */
export interface Expected {
  readonly joins: number;
  readonly open: boolean;
}

/** Expected numbers a day within one phase, its first day first; exact, so alike on every machine. */
function* daily(phase: Phase): Generator<number, never> {
  switch (phase.kind) {
    case "constant":
      for (;;) yield phase.perDay;
    case "stop":
      for (;;) yield 0;
    case "growing": {
      const most = BigInt(phase.mostPerDay);
      const factor = BigInt(MICRO + phase.growth);
      for (let rate = BigInt(phase.perDay); ; rate = (rate * factor) / BigInt(MICRO)) {
        if (rate > most) rate = most;
        yield Number(rate);
      }
    }
    case "s_curve": {
      const ceiling = BigInt(phase.ceiling) * BigInt(MICRO);
      for (let joined = 0n; ; ) {
        const told = (joined * BigInt(phase.growth) * (ceiling - joined)) / (ceiling * BigInt(MICRO));
        const all = BigInt(phase.perDay) + told;
        const joins = all < ceiling - joined ? all : ceiling - joined;
        joined += joins;
        yield Number(joins);
      }
    }
  }
}

/** What is expected of each day of the world; entry 0 is day 1. */
export function expectedDays({ arrivals, days }: Pick<World, "arrivals" | "days">): Expected[] {
  const found: Expected[] = [];
  arrivals.forEach((phase, i) => {
    const end = Math.min((arrivals[i + 1]?.fromDay ?? days + 1) - 1, days);
    const numbers = daily(phase);
    for (let day = phase.fromDay; day <= end; day += 1) {
      found.push({ joins: numbers.next().value, open: phase.kind !== "stop" });
    }
  });
  return found;
}

/** The first day by whose end so many purchases are expected; the last day where they never are. */
export function daysUntil(world: Pick<World, "arrivals" | "days" | "repeat">, purchases: number): number {
  let members = 0;
  let bought = 0;
  const days = expectedDays(world).findIndex(({ joins, open }) => {
    bought += joins + (open ? (members * world.repeat) / MICRO : 0);
    members += joins;
    return bought >= purchases * MICRO;
  });
  return days < 0 ? world.days : days + 1;
}

/** Turns expected numbers into whole ones. */
export class Counter {
  private carried = 0;

  /** Even: what a day lacks to a whole number is carried to the next; otherwise the numbers scatter. */
  constructor(
    private readonly even: boolean,
    private readonly chance: Chance,
  ) {}

  /** A count whose mean is `micro` millionths. */
  count(micro: number): number {
    if (this.even) {
      const all = this.carried + micro;
      this.carried = all % MICRO;
      return Math.floor(all / MICRO);
    }
    return micro <= FEW ? this.few(micro) : this.many(micro);
  }

  private few(micro: number): number {
    const threshold = Math.floor(micro * THRESHOLD);
    let heads = 0;
    for (let coin = 0; coin < COINS; coin += 1) if (this.chance.next() < threshold) heads += 1;
    return heads;
  }

  /** Mean and variance as of Poisson: mean + √mean · normal, the fraction rounded by chance. */
  private many(micro: number): number {
    const spread = Math.floor(Math.sqrt(micro * MICRO));
    const drawn = Math.max(0, micro + Math.floor((spread * this.chance.normal()) / 65_536));
    return Math.floor(drawn / MICRO) + (this.chance.happens(drawn % MICRO) ? 1 : 0);
  }
}
