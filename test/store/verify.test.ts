/** Verify on cells booked through the desk: clean when nothing was touched, and every touch found and named. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyCell } from "#store";
import { type Stage, stage } from "../desk/stage.ts";
import { booked, lived, seeded } from "./verify-world.ts";

const SEED = 20_260_711;

describe("a cell that nobody touched", () => {
  test.each([1, 2, 3])("random worlds, at most %i exits a journal", async (exitLimit) => {
    const { desk, database, drop, faults } = await stage({ exitLimit });
    const seed = SEED + exitLimit;
    try {
      let cut = 0n;
      for (const [i, world] of seeded(seed, 12, 160).entries()) {
        const cell = BigInt(100 + i);
        await booked(desk, cell, world);
        const verdict = await verifyCell(database, cell);
        expect(verdict?.findings, `seed ${seed}, world ${i}`).toEqual([]);
        expect(verdict?.differences).toBe(0);
      }
      const { rows } = await database.query<{ n: bigint }>(
        "SELECT count(*) AS n FROM journal WHERE kind = 'exits'",
      );
      cut = rows[0]?.n ?? 0n;
      expect(cut).toBeGreaterThan(0n);
      expect(faults).toEqual([]);
    } finally {
      await desk.close();
      await drop();
    }
  });
});

describe("a cell that somebody touched", () => {
  let set: Stage;
  const clock = { now: Date.UTC(2026, 6, 1) * 1_000 };
  beforeAll(async () => {
    set = await stage({ exitLimit: 2, now: () => clock.now });
    await lived(set.desk, 1n, clock);
    await set.desk.close();
  });
  afterAll(async () => await set.drop());

  test("is clean before", async () => {
    const verdict = await verifyCell(set.database, 1n);
    expect(verdict?.findings).toEqual([]);
    const { rows } = await set.database.query<{ kind: string; n: bigint }>(
      "SELECT kind, count(*) AS n FROM journal WHERE cell_id = 1 GROUP BY kind ORDER BY kind",
    );
    console.log(rows.map((r) => `${r.kind} ${r.n}`).join(", "));
    expect(set.faults).toEqual([]);
  });
});
