import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlan, resultOf } from "#engine";
import { worlds } from "../engine/world.ts";
import { addsUp, play } from "./replayed.ts";

const LONG = process.env["WELLSPRING_LONG"] === "1";
const seed = Number(process.env["WELLSPRING_SEED"] ?? (LONG ? Date.now() & 0x7fffffff : 20_261_122));

test("every law holds in random worlds, and the findings say what the result says", () => {
  const reached = { returned: 0, wound: 0, dust: 0, aside: 0, pending: 0, injected: 0 };
  fc.assert(
    fc.property(worlds(60), ({ plan, lines }) => {
      const read = readPlan(plan);
      fc.pre("plan" in read);
      if (!("plan" in read)) return;
      const { findings, replay } = play(read.plan, lines);
      addsUp(findings);
      const { pool, members } = resultOf(replay);
      expect(findings.pool).toMatchObject(pool);
      expect(findings.member_rows.got_fen).toEqual(
        Object.values(members).map(({ wallet_fen }) => wallet_fen),
      );
      const { returned_fen, wound_up_fen, dust_fen, remainder_fen, injected_fen } = findings.money.pool;
      if (returned_fen > 0) reached.returned += 1;
      if (wound_up_fen > 0) reached.wound += 1;
      if (dust_fen > 0) reached.dust += 1;
      if (remainder_fen > 0) reached.aside += 1;
      if (findings.money.pending_fen > 0) reached.pending += 1;
      if (injected_fen > 0) reached.injected += 1;
    }),
    { seed, numRuns: LONG ? 20_000 : 400 },
  );
  for (const [branch, times] of Object.entries(reached)) expect(times, branch).toBeGreaterThan(0);
});
