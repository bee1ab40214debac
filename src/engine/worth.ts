/** What points and pool money come to at a price; the pool and the quotes of the faces reckon alike. */
import { type Fen, type Grains, MILLION, mulDivDown, type Ppm, rateDown } from "./unit.ts";

/** Worth 市值 of grains at the price cash / points: fen, rounded down. `points` > 0 (RULES section 4). */
export function worthAt(grains: Grains, cash: Fen, points: Grains): Fen {
  return mulDivDown(grains, cash, points);
}

/** What a seller gets of a worth: the exit load stays in the pool. Fen, rounded down (RULES section 4). */
export function lessExitLoad(worth: Fen, exitLoad: Ppm): Fen {
  return rateDown(worth, MILLION - exitLoad);
}

/** Grains that minting fen buy at the price cash / points, rounded down. `cash` > 0 (RULES section 2). */
export function pointsFor(minting: Fen, cash: Fen, points: Grains): Grains {
  return mulDivDown(minting, points, cash);
}
