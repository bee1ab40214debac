/** As kill.test.ts, for `npm run test:long`: 200 instants. */
import { expect, test } from "vitest";
import { SEED } from "../desk/chance.ts";
import { inTurn, killing } from "./story.ts";

const ROUNDS = 4;
const KILLS = 50;

test(`${ROUNDS * KILLS} kills (WELLSPRING_SEED=${SEED})`, async () => {
  let unheard = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const counts = await killing([...inTurn(KILLS), "stop"], SEED + round);
    expect(counts.cut).toBeGreaterThan(KILLS);
    unheard += counts.bookedUnheard;
  }
  // Among so many some are booked whose answer never came: the case that asking again is for.
  expect(unheard).toBeGreaterThan(0);
});
