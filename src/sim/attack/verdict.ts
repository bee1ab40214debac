/** What a played attack comes to, as plain data that goes through JSON unchanged. */
import { type Fen, jsonFen, type Price, showPrice } from "#engine";
import type { Texts } from "../world/index.ts";
import type { LawCheck } from "./laws.ts";
import { changed, type Played, type Positions, type Setting } from "./stage.ts";

/** The adversaries. */
export type AttackName =
  | "wash_ring"
  | "bank_run"
  | "exit_cascade"
  | "front_run"
  | "growth_stop"
  | "part_sale";

/**
 * holds: the adversary gets no more than he put in, and every law held. pays: he gets more, or a law broke.
 * disclosed: he gets more in a way the rules know and say (RULES section 10).
 */
export type Judgement = "holds" | "pays" | "disclosed";

/**
 * Figures by name, the unit at the end: `_fen`, `_ppm`, `_days`, `price…` (yuan per point), counts without.
 */
export type Figures = Readonly<Record<string, number | string | null>>;

/** One way of playing it that was tried. */
export interface Tried {
  readonly name: Texts;
  readonly figures: Figures;
}

export interface Verdict {
  readonly attack: AttackName;
  readonly name: Texts;
  readonly verdict: Judgement;
  /** One sentence with the figure that proves it. */
  readonly sentence: Texts;
  readonly plan: string;
  readonly world: Texts;
  readonly seed: string;
  readonly figures: Figures;
  /** What the attack changed: the same world with it less without it; the parts sum to nought. */
  readonly parties: PartyFigures;
  readonly price: { readonly before: string; readonly after: string; readonly without: string };
  readonly laws: readonly LawCheck[];
  readonly tried: readonly Tried[];
}

export interface PartyFigures {
  readonly attacker_fen: number;
  readonly members_fen: number;
  readonly merchants_fen: number;
  readonly operator_fen: number;
  readonly pool_fen: number;
  readonly remainder_fen: number;
}

/** What an attack says of itself; the rest of the verdict is the same for all. */
export interface Case {
  readonly attack: AttackName;
  readonly name: Texts;
  /** Whether the adversary came out ahead, and whether the rules say that he may. */
  readonly gained: boolean;
  readonly known: boolean;
  readonly sentence: Texts;
  readonly figures: Figures;
  readonly before: Price;
  readonly after: Price;
  readonly tried: readonly Tried[];
  /** The play the verdict is about, the same world without it, and every play whose laws were watched. */
  readonly played: Played;
  readonly without: Played;
  readonly all: readonly Played[];
}

/** All plays' checks of one law as one. */
function together(plays: readonly Played[]): LawCheck[] {
  const laws = new Map<string, LawCheck>();
  for (const { law, held, checked } of plays.flatMap((played) => played.laws)) {
    const known = laws.get(law);
    laws.set(law, { law, held: held && known?.held !== false, checked: checked + (known?.checked ?? 0) });
  }
  return [...laws.values()];
}

/** Any exact integer as a JSON number; throws rather than lose its last digits. */
export const exact = (value: bigint): number => jsonFen(value);

const sumOf = (positions: Positions): Fen => Object.values<Fen>({ ...positions }).reduce((a, b) => a + b, 0n);

/** Puts the verdict together; a broken law is never "holds", whatever the money says. */
export function judge({ plan, world, seed }: Setting, found: Case): Verdict {
  const change = changed(found.played.positions, found.without.positions);
  const conserved = { law: "what_one_gains_another_loses", held: sumOf(change) === 0n, checked: 1 };
  const laws = [...together(found.all), conserved];
  const lawful = laws.every(({ held }) => held);
  const verdict = !lawful ? "pays" : !found.gained ? "holds" : found.known ? "disclosed" : "pays";
  return {
    attack: found.attack,
    name: found.name,
    verdict,
    sentence: found.sentence,
    plan: `${plan.name} v${plan.version}`,
    world: world.name,
    seed: seed.toString(),
    figures: found.figures,
    parties: {
      attacker_fen: jsonFen(change.attacker),
      members_fen: jsonFen(change.members),
      merchants_fen: jsonFen(change.merchants),
      operator_fen: jsonFen(change.operator),
      pool_fen: jsonFen(change.pool),
      remainder_fen: jsonFen(change.remainder),
    },
    price: {
      before: showPrice(found.before),
      after: showPrice(found.after),
      without: showPrice(found.without.price),
    },
    laws,
    tried: found.tried,
  };
}
