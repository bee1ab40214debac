/** Figures of days, stores and divisions as they are shown. */
import { z } from "zod";
import { divisionOf } from "#connect/division";
import { jsonFen, showPoints, showPrice } from "#engine";
import type { DayFigures, DivisionTurnover, Figures, StoreTurnover, Turnover } from "#statement";
import { bookId, day, fen, points } from "./money.ts";

const figures = {
  purchases: z.int(),
  paid_fen: fen.meta({ description: "Turnover: what was paid 消费额（未减退款）" }),
  refunds: z.int(),
  refunded_fen: fen,
  members_new: z.int(),
  redemptions: z.int(),
  redeemed_fen: fen,
  exits: z.int().meta({ description: "Forced exits 强制赎回" }),
  exit_proceeds_fen: fen,
  commissions_fen: fen.meta({ description: "Less those taken back 推荐奖励（已减追回）" }),
  points_granted: points,
};

export const figuresSchema = z.object(figures).meta({ id: "Figures" });

export function figuresShown(row: Figures): z.output<typeof figuresSchema> {
  return {
    purchases: row.purchases,
    paid_fen: jsonFen(row.paid),
    refunds: row.refunds,
    refunded_fen: jsonFen(row.refunded),
    members_new: row.joined,
    redemptions: row.redemptions,
    redeemed_fen: jsonFen(row.redeemed),
    exits: row.exits,
    exit_proceeds_fen: jsonFen(row.exitProceeds),
    commissions_fen: jsonFen(row.commissions),
    points_granted: showPoints(row.issued),
  };
}

export const dayFiguresSchema = z
  .object({
    day,
    ...figures,
    pool_fen: fen.nullable().meta({ description: "Pool cash at the end of the day 日终池内现金" }),
    pool_points: points.nullable().meta({ description: "Points out; with the cash, the price 流通积分" }),
    remainder_fen: fen.nullable(),
    price: z.string().nullable().meta({ description: "Null while no points are out 无流通积分时为空" }),
  })
  .meta({ id: "DayFigures" });

export function dayFiguresShown({ day: of, pool, ...row }: DayFigures): z.output<typeof dayFiguresSchema> {
  return {
    day: of,
    ...figuresShown(row),
    pool_fen: pool === null ? null : jsonFen(pool.cash),
    pool_points: pool === null ? null : showPoints(pool.points),
    remainder_fen: pool === null ? null : jsonFen(pool.remainder),
    price: pool === null || pool.points === 0n ? null : showPrice(pool),
  };
}

const turnover = { purchases: z.int(), paid_fen: fen, refunded_fen: fen, take_fen: fen };

const turnoverShown = (row: Turnover) => ({
  purchases: row.purchases,
  paid_fen: jsonFen(row.paid),
  refunded_fen: jsonFen(row.refunded),
  take_fen: jsonFen(row.take),
});

export const storeTurnoverSchema = z
  .object({
    store: bookId,
    name_zh: z.string().nullable(),
    name_en: z.string().nullable(),
    region: z.string(),
    ...turnover,
    points_granted: points,
    members_locked: z.int().meta({ description: "Locked by a purchase there 在店锁定的会员" }),
    buyers: z.int().meta({ description: "Members who bought there 消费会员数" }),
  })
  .meta({ id: "StoreTurnover" });

export function storeTurnoverShown(row: StoreTurnover): z.output<typeof storeTurnoverSchema> {
  return {
    store: row.merchant,
    name_zh: row.nameZh,
    name_en: row.nameEn,
    region: row.region,
    ...turnoverShown(row),
    points_granted: showPoints(row.points),
    members_locked: row.locked,
    buyers: row.buyers,
  };
}

const division = {
  code: z.string(),
  name_zh: z.string(),
  name_en: z.string().nullable(),
  stores: z.int(),
  active: z.int().meta({ description: "Stores that sold something 有消费的门店" }),
  ...turnover,
};
const district = z.object(division).meta({ id: "DistrictTurnover" });
const city = z.object({ ...division, districts: z.array(district) }).meta({ id: "CityTurnover" });
export const provinceSchema = z
  .object({ ...division, cities: z.array(city) })
  .meta({ id: "ProvinceTurnover" });

type Node = z.output<typeof district>;

/** Rows of divisions as a tree, each level with its sums; a store of a city stands in its own code there. */
export function divisionTree(rows: readonly DivisionTurnover[]): z.output<typeof provinceSchema>[] {
  const leaves = rows.map((row): Node => {
    const { region, stores, active } = row;
    return { ...named(region), stores, active, ...turnoverShown(row) };
  });
  return grouped(leaves, 2).map(([code, inProvince]) => ({
    ...sumOf(code, inProvince),
    cities: grouped(inProvince, 4).map(([ppcc, districts]) => ({ ...sumOf(ppcc, districts), districts })),
  }));
}

function named(code: string) {
  const found = divisionOf(code);
  return { code, name_zh: found?.name_zh ?? code, name_en: found?.name_en ?? null };
}

function grouped(nodes: readonly Node[], digits: number): [code: string, nodes: Node[]][] {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const code = node.code.slice(0, digits).padEnd(6, "0");
    groups.set(code, [...(groups.get(code) ?? []), node]);
  }
  return [...groups];
}

function sumOf(code: string, nodes: readonly Node[]): Node {
  const sum = (of: (node: Node) => number) => nodes.reduce((all, node) => all + of(node), 0);
  return {
    ...named(code),
    stores: sum(({ stores }) => stores),
    active: sum(({ active }) => active),
    purchases: sum(({ purchases }) => purchases),
    paid_fen: sum(({ paid_fen }) => paid_fen),
    refunded_fen: sum(({ refunded_fen }) => refunded_fen),
    take_fen: sum(({ take_fen }) => take_fen),
  };
}
