import { describe, expect, it } from "vitest";

// Loaded inside a test and not above it: a chart that cannot be built is then a test that fails, not one that is missing.
describe("the door of the engine", () => {
  it("opens, and its chart is complete", async () => {
    const { KIND, PART, STEP } = await import("#engine");
    for (const kind of Object.values(KIND)) expect(kind).toMatchObject({ bit: expect.any(Number) as number });
    for (const step of [...Object.values(PART), ...Object.values(STEP)]) {
      expect(step).toMatchObject({ from: expect.any(Number) as number, to: expect.any(Number) as number });
    }
  });

  it("has the whole way of an order behind it", async () => {
    const { Replay, readPlan, resultOf } = await import("#engine");
    const { BACK } = await import("../../../src/engine/chart.ts");
    const { BASE } = await import("./scene.ts");
    const read = readPlan(BASE);
    if (!("plan" in read)) throw new Error("no plan");
    expect(resultOf(new Replay(read.plan)).members).toEqual({});
    expect(BACK.size).toBe(10);
  });
});
