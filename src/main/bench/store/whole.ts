/** The whole benchmark: one server, every size in turn, and how the cost of an order grows between them. */
import type { Plan } from "#engine";
import type { SizeFigures } from "./figures.ts";
import { type Machine, Server } from "./machine.ts";
import { measureSize, type Tell } from "./size.ts";
import { trialOf } from "./trial.ts";

export interface Whole {
  readonly plan: Plan;
  readonly sizes: readonly number[];
  readonly quick: boolean;
  readonly rounds: number | undefined;
  readonly sustain: number | undefined;
  /** A server of the operator's own; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
}

export interface StoreFigures {
  readonly machine: Machine;
  readonly seed: number;
  readonly quick: boolean;
  readonly sizes: readonly SizeFigures[];
  /** Cost of an order, PostgreSQL and node together, of the last size over the first; null with one size. */
  readonly growth: number | null;
}

/** Measures; `tell` hears what is going on at which size. */
export async function measureStore(
  whole: Whole,
  signal: AbortSignal,
  tell: (members: number, ...said: Parameters<Tell>) => void,
): Promise<StoreFigures> {
  const server = await Server.open(whole.databaseUrl, () => {});
  try {
    const sizes: SizeFigures[] = [];
    let seed = 0;
    for (const members of whole.sizes) {
      const trial = trialOf({ ...whole, members });
      seed = trial.seed;
      sizes.push(
        await server.withDatabase((place) =>
          measureSize(trial, place, signal, (...said) => tell(members, ...said)),
        ),
      );
    }
    return { machine: server.machine, seed, quick: whole.quick, sizes, growth: growthOf(sizes) };
  } finally {
    await server.close();
  }
}

function growthOf(sizes: readonly SizeFigures[]): number | null {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const cost = ({ headline }: SizeFigures) => (headline.pg_us_per_order ?? 0) + headline.node_us_per_order;
  return Math.round((cost(last) / cost(first)) * 100) / 100;
}

/** Whether every check of every size holds. */
export function isSound({ sizes }: StoreFigures): boolean {
  return sizes.every(({ checks, crash }) => {
    const isWhole = crash === null || (crash.lost === 0 && crash.doubled === 0);
    const hold = Object.values(checks).every(
      ({ lost, same_pool, conservation_fen: fen, conservation_grains: grains }) =>
        lost === 0 && same_pool && fen === 0 && grains === 0,
    );
    return isWhole && hold;
  });
}
