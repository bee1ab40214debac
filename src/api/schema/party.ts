/** Members and stores as they are shown. */
import { z } from "zod";
import type { StoreProfile } from "#desk";
import { type AccountKind, jsonFen, showPoints } from "#engine";
import type { Face } from "#people";
import type { HistoryRow, LotRow, MemberBalances, MemberRow } from "#statement";
import { bookId, fen, iso, points, time } from "./money.ts";

export const memberParams = z.strictObject({ id: bookId });

const face = {
  name: z.string().nullable().meta({ description: "Masked, but for those who may see it 打码，有权者除外" }),
  phone: z.string().nullable(),
  active: z.boolean(),
  erased: z.boolean(),
};

/** What is known of a person beside the book; nobody in particular where the book alone knows a member. */
export function faceShown(found: Face | undefined) {
  const { name = null, phone = null, active = true, erased = false } = found ?? {};
  return { name, phone, active, erased };
}

export const memberLineSchema = z
  .object({
    id: bookId,
    ...face,
    sponsor: bookId.nullable(),
    store: bookId.nullable().meta({ description: "Whose purchase locked him 锁客门店" }),
    joined_at: time,
    purchases: z.int().nullable().meta({ description: "For staff alone 仅运营方可见" }),
    spend_fen: fen.nullable(),
    last_at: time.nullable(),
    points: points.nullable().meta({ description: "For those who may see balances 有权看余额者可见" }),
    worth_fen: fen.nullable(),
    wallet_fen: fen.nullable(),
    commission_fen: fen.nullable(),
  })
  .meta({ id: "MemberLine" });

/** How much a list shows: what a member spent is for staff, what he holds for who sees balances. */
export type Sight = "little" | "spend" | "all";

export function memberLine(row: MemberRow, found: Face | undefined, sight: Sight) {
  const forStaff = sight !== "little";
  const held = sight === "all";
  return {
    id: row.member,
    ...faceShown(found),
    sponsor: row.sponsor,
    store: row.store,
    joined_at: row.joinedAt.toISOString(),
    purchases: forStaff ? row.purchases : null,
    spend_fen: forStaff ? jsonFen(row.spend) : null,
    last_at: forStaff ? iso(row.lastAt) : null,
    points: held ? showPoints(row.points) : null,
    worth_fen: held ? jsonFen(row.worth) : null,
    wallet_fen: held ? jsonFen(row.wallet) : null,
    commission_fen: held ? jsonFen(row.commission) : null,
  };
}

export const memberSchema = z
  .object({
    id: bookId,
    person: z
      .string()
      .nullable()
      .meta({ description: "Id of the person; null for the book's alone 个人编号" }),
    ...face,
    sponsor: bookId.nullable(),
    joined_at: time.nullable().meta({ description: "Null until the book has taken it 未入账为空" }),
    disclosure_seen: z
      .boolean()
      .meta({ description: "Whether he has seen the disclosure 是否已阅读会员须知" }),
    identity: z
      .record(z.string(), z.string())
      .nullable()
      .meta({ description: "Real name, ID and card, masked 实名信息，打码" }),
    sponsors: z
      .array(
        z.object({
          seq: z.int(),
          kind: z.enum(["join", "bind", "lock", "correct_sponsor"]),
          from: bookId.nullable(),
          to: bookId.nullable(),
          at: time,
          case: z.string().nullable(),
        }),
      )
      .nullable()
      .meta({ description: "How the sponsor came and went 推荐人变更" }),
  })
  .meta({ id: "Member" });

export const balancesSchema = z
  .object({
    member: bookId,
    points,
    worth_fen: fen.meta({ description: "At the price of this moment 按此刻价格" }),
    receive_fen: fen.meta({
      description: "Redeemed this moment; a fact of the book, no promise 此刻赎回可得，非承诺",
    }),
    wallet_fen: fen,
    commission_fen: fen,
    frozen_fen: fen,
    withdrawal_fen: fen,
    frozen: z.array(z.object({ purchase: z.string(), amount_fen: fen, thaws_at: time.nullable() })),
  })
  .meta({ id: "Balances" });

export function balancesShown(held: MemberBalances) {
  return {
    member: held.member,
    points: showPoints(held.points),
    worth_fen: jsonFen(held.worth),
    receive_fen: jsonFen(held.receive),
    wallet_fen: jsonFen(held.wallet),
    commission_fen: jsonFen(held.commission),
    frozen_fen: jsonFen(held.frozen),
    withdrawal_fen: jsonFen(held.withdrawal),
  };
}

export const lotSchema = z
  .object({
    seq: z.int(),
    ceased: z.boolean(),
    points,
    points_at_first: points,
    worth_fen: fen,
    receive_fen: fen,
    cap_fen: fen.meta({ description: "A ceiling, not a goal 上限，不是目标" }),
    trigger: z.string().nullable().meta({ description: "Price at which it must leave 强制退出价" }),
    distance_ppm: z.int().nullable(),
    purchases: z.int(),
    cost_fen: fen,
    refunded_fen: fen,
    got_fen: fen,
    opened_at: time.nullable(),
  })
  .meta({ id: "Lot" });

export function lotShown(row: LotRow): z.output<typeof lotSchema> {
  return {
    seq: Number(row.seq),
    ceased: row.ceased,
    points: showPoints(row.points),
    points_at_first: showPoints(row.points0),
    worth_fen: jsonFen(row.worth),
    receive_fen: jsonFen(row.receive),
    cap_fen: jsonFen(row.cap),
    trigger: row.triggerShown,
    distance_ppm: row.distancePpm === null ? null : Number(row.distancePpm),
    purchases: row.purchases,
    cost_fen: jsonFen(row.cost),
    refunded_fen: jsonFen(row.refunded),
    got_fen: jsonFen(row.got),
    opened_at: iso(row.openedAt),
  };
}

const figure = z.union([fen, points]);

export const movementSchema = z
  .object({
    seq: z.int().nullable(),
    order: z.string(),
    kind: z.string(),
    step: z.string(),
    amount: figure.meta({ description: "Fen as integer, points as text; below zero what went out 分或积分" }),
    balance: figure.nullable().meta({ description: "After this row 本行之后的余额" }),
    counter: z.string().nullable(),
    at: time,
  })
  .meta({ id: "Movement" });

export function movementShown(row: HistoryRow, unit: AccountKind["unit"]): z.output<typeof movementSchema> {
  const shown = (amount: bigint) => (unit === "fen" ? jsonFen(amount) : showPoints(amount));
  return {
    seq: Number(row.seq),
    order: row.order,
    kind: row.kind,
    step: row.step,
    amount: shown(row.amount),
    balance: shown(row.balance),
    counter: row.counter,
    at: (row.at ?? row.recordedAt).toISOString(),
  };
}

export const storeParams = z.strictObject({ id: bookId });

export const storeSchema = z
  .object({
    id: bookId,
    name_zh: z.string(),
    name_en: z.string().nullable(),
    address: z.string(),
    phone: z.string().nullable(),
    owner: bookId.nullable().meta({ description: "For staff and the store itself 运营方与本店可见" }),
    region: z.string(),
    region_path: z.array(z.string()),
    take: z.string().nullable().meta({ description: "Null: the plan's 空即按章程" }),
    goods: z.boolean(),
    state: z.enum(["opening", "open", "refused"]),
    reason: z.string().nullable(),
    created_at: time,
  })
  .meta({ id: "Store" });

export function storeShown(row: StoreProfile, phone: string | null, inner: boolean) {
  return {
    id: row.merchant,
    name_zh: row.nameZh,
    name_en: row.nameEn,
    address: row.address,
    phone,
    owner: inner ? row.owner : null,
    region: row.region,
    region_path: [...row.regionPath],
    take: inner ? row.take : null,
    goods: row.goods,
    state: row.state,
    reason: inner ? row.reason : null,
    created_at: row.createdAt.toISOString(),
  };
}

/** What a store is called, beside its id. */
export const storeNamed = z.object({ id: bookId, name_zh: z.string(), name_en: z.string().nullable() });

export const codeSchema = z
  .object({ code: z.string(), kind: z.enum(["store", "member"]), target: bookId, created_at: time })
  .meta({ id: "Code" });
