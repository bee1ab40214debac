/**
 * kill -9 of the server and of its PostgreSQL at random instants under load: every answered order is booked
 * once and stands as it was answered, what went unanswered is booked once when it is asked again, and the
 * check of the whole cell, every fen of it, is clean each time. `npm run test:long` plays 200 instants.
 */
import { expect, test } from "vitest";
import { SEED } from "../desk/chance.ts";
import { inTurn, killing } from "./story.ts";

const KILLS = 20;

test(`${KILLS} kills, and a stop in good order under load (WELLSPRING_SEED=${SEED})`, async () => {
  const counts = await killing([...inTurn(KILLS), "stop"], SEED);
  // The kills came while orders were under way; otherwise this has shown nothing.
  expect(counts.cut).toBeGreaterThan(KILLS);
}, 600_000);
