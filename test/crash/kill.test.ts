/**
 * kill -9 of the server and of its PostgreSQL at random instants under load: every answered order is booked once and
 * stands as it was answered, what went unanswered is booked once when it is asked again, and the check of the whole
 * cell, every fen of it, is clean each time. `npm run test:long` plays 200 instants.
 */
import { expect, test } from "vitest";
import { SEED } from "../desk/chance.ts";
import { killing, type Victim } from "./story.ts";

const TURN: readonly Victim[] = [
  "server",
  "writer",
  "server",
  "postmaster",
  "writer",
  "both",
  "server",
  "checkpointer",
];
const KILLS = 20;

test(`${KILLS} kills (WELLSPRING_SEED=${SEED})`, async () => {
  const victims = Array.from({ length: KILLS }, (_, i) => TURN[i % TURN.length] as Victim);
  const counts = await killing(victims, SEED);
  const { restarts, ...rest } = counts;
  const mean = restarts.reduce((sum, ms) => sum + ms, 0) / restarts.length;
  console.log(`seed ${SEED}: ${JSON.stringify(rest)}, restarts of ${mean.toFixed(0)} ms`);
  // The kills came while orders were under way; otherwise this has shown nothing.
  expect(counts.cut).toBeGreaterThan(KILLS);
}, 600_000);
