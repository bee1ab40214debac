/** The bands of a simulation as charts of the report. */
import type { DaySeries, SimulationFindings } from "../run/index.ts";
import type { Bands, Unit } from "./options.ts";

interface Shown {
  readonly series: keyof DaySeries;
  readonly name: Bands["name"];
  readonly unit: Unit;
}

const SHOWN: readonly Shown[] = [
  { series: "price", name: { zh: "每积分可兑付金额", en: "Price of a point" }, unit: "price" },
  { series: "pool_fen", name: { zh: "积分池余额", en: "Pool cash" }, unit: "yuan" },
  { series: "paid_fen", name: { zh: "积分池累计付出", en: "Paid by the pool so far" }, unit: "yuan" },
  { series: "exits", name: { zh: "强制赎回次数", en: "Forced exits" }, unit: "count" },
];
const DAYS: Bands["x_name"] = { zh: "第几天", en: "day" };

/**
 * One chart a figure over the days of the world. Only here do exact figures become floats, for the pixels.
 */
export function simulationBands({ days, bands }: SimulationFindings): Bands[] {
  return SHOWN.map(({ series, name, unit }) => {
    const line = (cut: "p10" | "p50" | "p90") =>
      bands[series][cut].map((figure) => (unit === "yuan" ? Number(figure) / 100 : Number(figure)));
    return { name, x_name: DAYS, unit, x: days, p10: line("p10"), p50: line("p50"), p90: line("p90") };
  });
}
