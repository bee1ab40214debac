/** Orders 指令: everything that can be asked of the book, one closed union (RULES section 7). */
import type { Plan } from "./plan.ts";
import { readPlan } from "./readplan.ts";
import { type Instant, parseInstant } from "./time.ts";
import { type Fen, type Grains, type Ppm, parsePercent, parsePoints } from "./unit.ts";

interface Common {
  /** The order's own id, unique in its book; the same id with the same body is the same order. */
  readonly id: string;
  /** Business time and the text it came in; null where the order carries none. */
  readonly at: Instant | null;
  readonly atText: string | null;
}

export interface Join extends Common {
  readonly kind: "join";
  readonly member: string;
  readonly sponsor: string | null;
}
export interface OpenStore extends Common {
  readonly kind: "open_store";
  readonly merchant: string;
  readonly owner: string;
  /** Division code PPCCDD. */
  readonly region: string;
  /** The store's contract; null: the plan's take holds. */
  readonly take: Ppm | null;
  /** Null: the owner's sponsor at opening. */
  readonly recruiter: string | null;
  readonly goods: boolean;
  /** The feed whose plan cuts its purchases. */
  readonly feed: string;
}
export interface Appoint extends Common {
  readonly kind: "appoint";
  readonly member: string;
  readonly region: string;
}
export interface PurchaseOrder extends Common {
  readonly kind: "purchase";
  readonly member: string;
  readonly merchant: string;
  readonly amount: Fen;
  /** Cost of self-operated goods; null: the take decides. */
  readonly cost: Fen | null;
}
export interface Redeem extends Common {
  readonly kind: "redeem";
  readonly member: string;
  readonly points: Grains | "all";
  /** The least proceeds it will take, from 0; absent or null: any. */
  readonly minProceeds?: Fen | null;
}
export interface Inject extends Common {
  readonly kind: "inject";
  readonly amount: Fen;
}
export interface Release extends Common {
  readonly kind: "release";
  readonly amount: Fen;
}
export interface RefundOrder extends Common {
  readonly kind: "refund";
  readonly purchase: string;
  readonly amount: Fen;
}
export interface WindUp extends Common {
  readonly kind: "wind_up";
}

/** A checked plan put in force for a feed; an order of the operator. */
export interface Publish extends Common {
  readonly kind: "publish";
  readonly feed: string;
  readonly plan: Plan;
}
export interface Dismiss extends Common {
  readonly kind: "dismiss";
  readonly region: string;
}
/** The lock by a code, for a member without sponsor. */
export interface Bind extends Common {
  readonly kind: "bind";
  readonly member: string;
  readonly sponsor: string;
}
export interface CorrectSponsor extends Common {
  readonly kind: "correct_sponsor";
  readonly member: string;
  /** Null: nobody is to stand above the member. */
  readonly sponsor: string | null;
  /** Number of the case that decided it; no names, the book keeps it for good. */
  readonly case: string;
}
/** A withdrawal asked for; it is known by the id of this order. */
export interface Withdraw extends Common {
  readonly kind: "withdraw";
  readonly member: string;
  readonly source: "wallet" | "commission";
  readonly amount: Fen;
}
/** A withdrawal paid out, or returned to its source. */
export interface CloseWithdrawal extends Common {
  readonly kind: "pay_out" | "return_withdrawal";
  readonly withdrawal: string;
}

/** What a file of orders or the API may bring. */
export type Order =
  | Join
  | OpenStore
  | Appoint
  | PurchaseOrder
  | Redeem
  | Inject
  | Release
  | RefundOrder
  | WindUp
  | Publish
  | Dismiss
  | Bind
  | CorrectSponsor
  | Withdraw
  | CloseWithdrawal;

/** The feed of a store that names none. */
export const MAIN_FEED = "main";

/** What is no order: the first field that is wrong, null when the whole is not a JSON object. */
export interface Malformed {
  readonly malformed: string | null;
}

class FieldFault {
  constructor(readonly field: string) {}
}

type Fields = Readonly<Record<string, unknown>>;

function text(fields: Fields, field: string): string {
  const value = fields[field];
  if (typeof value !== "string" || value === "") throw new FieldFault(field);
  return value;
}

function textOrNull(fields: Fields, field: string): string | null {
  return fields[field] === undefined ? null : text(fields, field);
}

function integer(fields: Fields, field: string): bigint {
  const value = fields[field];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new FieldFault(field);
  return BigInt(value);
}

function region(fields: Fields): string {
  const code = text(fields, "region");
  if (!/^\d{6}$/.test(code)) throw new FieldFault("region");
  return code;
}

function take(fields: Fields): Ppm | null {
  if (fields.take === undefined) return null;
  const rate = parsePercent(fields.take);
  if (rate === null || rate >= 1_000_000n) throw new FieldFault("take");
  return rate;
}

function flag(fields: Fields, field: string): boolean {
  const value = fields[field];
  if (value !== undefined && typeof value !== "boolean") throw new FieldFault(field);
  return value === true;
}

function pointsOrAll(fields: Fields): Grains | "all" {
  if (fields.points === "all") return "all";
  const grains = parsePoints(fields.points);
  if (grains === null) throw new FieldFault("points");
  return grains;
}

function minProceeds(fields: Fields): Fen | null {
  if (fields.min_proceeds_fen === undefined) return null;
  const least = integer(fields, "min_proceeds_fen");
  if (least < 0n) throw new FieldFault("min_proceeds_fen");
  return least;
}

function sponsorOrNull(fields: Fields): string | null {
  return fields.sponsor === null ? null : text(fields, "sponsor");
}

function source(fields: Fields): Withdraw["source"] {
  const { source } = fields;
  if (source !== "wallet" && source !== "commission") throw new FieldFault("source");
  return source;
}

function plan(fields: Fields): Plan {
  const read = readPlan(fields.plan);
  if (!("plan" in read)) throw new FieldFault("plan");
  return read.plan;
}

function time(fields: Fields): Pick<Common, "at" | "atText"> {
  if (fields.at === undefined) return { at: null, atText: null };
  const at = parseInstant(fields.at);
  if (at === null) throw new FieldFault("at");
  return { at, atText: text(fields, "at") };
}

const READERS: {
  readonly [kind in Order["kind"]]: (
    fields: Fields,
  ) => Omit<Order & { kind: kind }, "id" | "kind" | "at" | "atText">;
} = {
  join: (f) => ({ member: text(f, "member"), sponsor: f.sponsor === null ? null : textOrNull(f, "sponsor") }),
  open_store: (f) => ({
    merchant: text(f, "merchant"),
    owner: text(f, "owner"),
    region: region(f),
    take: take(f),
    recruiter: textOrNull(f, "recruiter"),
    goods: flag(f, "goods"),
    feed: textOrNull(f, "feed") ?? MAIN_FEED,
  }),
  appoint: (f) => ({ member: text(f, "member"), region: region(f) }),
  purchase: (f) => ({
    member: text(f, "member"),
    merchant: text(f, "merchant"),
    amount: integer(f, "amount_fen"),
    cost: f.cost_fen === undefined ? null : integer(f, "cost_fen"),
  }),
  redeem: (f) => ({ member: text(f, "member"), points: pointsOrAll(f), minProceeds: minProceeds(f) }),
  inject: (f) => ({ amount: integer(f, "amount_fen") }),
  release: (f) => ({ amount: integer(f, "amount_fen") }),
  refund: (f) => ({ purchase: text(f, "purchase"), amount: integer(f, "amount_fen") }),
  wind_up: () => ({}),
  publish: (f) => ({ feed: textOrNull(f, "feed") ?? MAIN_FEED, plan: plan(f) }),
  dismiss: (f) => ({ region: region(f) }),
  bind: (f) => ({ member: text(f, "member"), sponsor: text(f, "sponsor") }),
  correct_sponsor: (f) => ({
    member: text(f, "member"),
    sponsor: sponsorOrNull(f),
    case: text(f, "case"),
  }),
  withdraw: (f) => ({ member: text(f, "member"), source: source(f), amount: integer(f, "amount_fen") }),
  pay_out: (f) => ({ withdrawal: text(f, "withdrawal") }),
  return_withdrawal: (f) => ({ withdrawal: text(f, "withdrawal") }),
};

const KINDS: ReadonlySet<string> = new Set(Object.keys(READERS));

/**
 * An order from parsed JSON, or the first field that makes it none. Fields it does not know are left alone.
 */
export function readOrder(json: unknown): Order | Malformed {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { malformed: null };
  const fields = json as Fields;
  try {
    const id = text(fields, "id");
    const kind = text(fields, "kind");
    if (!KINDS.has(kind)) return { malformed: "kind" };
    const read = READERS[kind as Order["kind"]] as (fields: Fields) => object;
    return { id, kind, ...read(fields), ...time(fields) } as Order;
  } catch (fault) {
    if (fault instanceof FieldFault) return { malformed: fault.field };
    throw fault;
  }
}
