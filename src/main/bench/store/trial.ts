/** How long everything is measured: the whole benchmark, and the quick one. */
import type { Plan } from "#engine";
import type { Trial } from "./size.ts";

const SEED = 20_260_101;
/** Above this many members the book is not loaded anew for every group: it would take seconds each. */
export const MOST_FOR_REFERENCE = 100_000;
export const QUICK_MEMBERS = 100_000;
export const USUAL_MEMBERS = 1_000_000;

export interface Wanted {
  readonly plan: Plan;
  readonly members: number;
  readonly quick: boolean;
  readonly rounds: number | undefined;
  /** Seconds of the long run; undefined: five minutes, or none where it is to be quick. */
  readonly sustain: number | undefined;
}

export function trialOf({ plan, members, quick, rounds, sustain }: Wanted): Trial {
  const common = { plan, members, seed: SEED, rounds: rounds ?? 3 };
  if (quick) {
    return {
      ...common,
      warm: 0.7,
      lengths: { naive: 1.5, product: 2, plpgsql: 1, simple_update: 0.5, copy: 1 },
      open: [
        { rate: 1_000, seconds: 1 },
        { rate: 3_000, seconds: 2 },
      ],
      sustain: sustain ?? 0,
      // The kill is left to the whole benchmark, and to the tests.
      crash: 0,
    };
  }
  return {
    ...common,
    warm: 3,
    lengths: {
      naive: 12,
      product: 12,
      plpgsql: 8,
      copy: 1,
      simple_update: 5,
      naive_zipf: 12,
      product_zipf: 12,
      ...(members <= MOST_FOR_REFERENCE ? { reference: 8 } : {}),
    },
    open: [1_000, 3_000, 6_000].map((rate) => ({ rate, seconds: 20 })),
    sustain: sustain ?? 300,
    crash: 5,
  };
}
