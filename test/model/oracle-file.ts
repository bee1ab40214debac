/** The oracle's reading of a replay's lines (RULES sections 6b and 7), and the decimals at the edges. */

import { MILLION, PERCENT, percentToPpm } from "./oracle-plan.ts";

const SAFE = 9_007_199_254_740_991n; // 2^53 − 1

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type Order =
  | { kind: "join"; member: string; sponsor: string | null }
  | {
      kind: "open_store";
      merchant: string;
      owner: string;
      region: string;
      takePpm: bigint | null;
      recruiter: string | null;
      goods: boolean;
    }
  | { kind: "appoint"; member: string; region: string }
  | { kind: "purchase"; member: string; merchant: string; amount: bigint; cost: bigint | null }
  | { kind: "redeem"; member: string; points: bigint | "all" }
  | { kind: "inject"; amount: bigint }
  | { kind: "release"; amount: bigint }
  | { kind: "refund"; purchase: string; amount: bigint }
  | { kind: "wind_up" };

export interface Line {
  id: string;
  /** Milliseconds since 1970, or null where the order carries no `at`. */
  at: bigint | null;
  atText: string;
  body: JsonObject;
  order: Order;
}

class Malformed {
  readonly field: string | null;
  constructor(field: string | null) {
    this.field = field;
  }
}

/** One line of a replay: an order, or the field that makes it none (null: not a JSON object at all). */
export function readLine(text: string): { line: Line } | { field: string | null } {
  try {
    return { line: parseLine(text) };
  } catch (problem) {
    if (problem instanceof Malformed) return { field: problem.field };
    throw problem;
  }
}

function parseLine(text: string): Line {
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    throw new Malformed(null);
  }
  if (!isObject(body)) throw new Malformed(null);
  const tokens = numberTokens(text);
  const id = needName(body, "id");
  const order = readOrder(body, tokens);
  const at = body.at === undefined ? null : parseTime(body.at);
  return { id, at, atText: typeof body.at === "string" ? body.at : "", body, order };
}

/** The fields in the order of the table in section 7; the first bad one is named. */
function readOrder(body: JsonObject, tokens: JsonObject): Order {
  switch (body.kind) {
    case "join": {
      const member = needName(body, "member");
      const noSponsor = body.sponsor === undefined || body.sponsor === null; // "absent or null: none"
      return { kind: "join", member, sponsor: noSponsor ? null : needName(body, "sponsor") };
    }
    case "open_store": {
      const merchant = needName(body, "merchant");
      const owner = needName(body, "owner");
      const region = needRegion(body);
      const takePpm = body.take === undefined ? null : needTake(body.take);
      const recruiter = body.recruiter === undefined ? null : needName(body, "recruiter");
      if (body.goods !== undefined && typeof body.goods !== "boolean") throw new Malformed("goods");
      return { kind: "open_store", merchant, owner, region, takePpm, recruiter, goods: body.goods === true };
    }
    case "appoint":
      return { kind: "appoint", member: needName(body, "member"), region: needRegion(body) };
    case "purchase": {
      const member = needName(body, "member");
      const merchant = needName(body, "merchant");
      const amount = needInteger(body, tokens, "amount_fen");
      const cost = body.cost_fen === undefined ? null : needInteger(body, tokens, "cost_fen");
      return { kind: "purchase", member, merchant, amount, cost };
    }
    case "redeem":
      return { kind: "redeem", member: needName(body, "member"), points: needPoints(body.points) };
    case "inject":
      return { kind: "inject", amount: needInteger(body, tokens, "amount_fen") };
    case "release":
      return { kind: "release", amount: needInteger(body, tokens, "amount_fen") };
    case "refund": {
      const purchase = needName(body, "purchase");
      return { kind: "refund", purchase, amount: needInteger(body, tokens, "amount_fen") };
    }
    case "wind_up":
      return { kind: "wind_up" };
    default:
      throw new Malformed("kind");
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function needName(body: JsonObject, field: string): string {
  const value = body[field];
  if (typeof value !== "string" || value === "") throw new Malformed(field);
  return value;
}

function needRegion(body: JsonObject): string {
  if (typeof body.region !== "string" || !/^[0-9]{6}$/.test(body.region)) throw new Malformed("region");
  return body.region;
}

/** A take lies in [0, 100%) (section 4, last point). */
function needTake(value: Json | undefined): bigint {
  if (typeof value !== "string" || !PERCENT.test(value)) throw new Malformed("take");
  const ppm = percentToPpm(value);
  if (ppm >= MILLION) throw new Malformed("take");
  return ppm;
}

/** "all", or a decimal of at most 8 places without a sign. */
function needPoints(value: Json | undefined): bigint | "all" {
  if (value === "all") return "all";
  if (typeof value !== "string") throw new Malformed("points");
  const match = /^([0-9]+)(?:\.([0-9]{1,8}))?$/.exec(value);
  if (match === null) throw new Malformed("points");
  return BigInt(match[1] + (match[2] ?? "").padEnd(8, "0"));
}

/** An integer as it is *written*: 1e3, 1.0, -0 and what lies beyond ±(2^53 − 1) are malformed. */
function needInteger(body: JsonObject, tokens: JsonObject, field: string): bigint {
  const token = tokens[field];
  if (typeof body[field] !== "number" || !isObject(token) || typeof token.token !== "string") {
    throw new Malformed(field);
  }
  if (!/^-?(0|[1-9][0-9]*)$/.test(token.token) || token.token === "-0") throw new Malformed(field);
  const value = BigInt(token.token);
  if (value > SAFE || value < -SAFE) throw new Malformed(field);
  return value;
}

/** The same JSON with each number n replaced by {"token":"n"}, so that its spelling can be seen. */
function numberTokens(text: string): JsonObject {
  const spelled = text.replace(/"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*/g, (part) =>
    part.startsWith('"') ? part : `{"token":"${part}"}`,
  );
  return JSON.parse(spelled) as JsonObject;
}

/** ISO 8601 with an offset (section 6b), to milliseconds. */
function parseTime(value: Json | undefined): bigint {
  if (typeof value !== "string") throw new Malformed("at");
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(
    value,
  );
  if (match === null) throw new Malformed("at");
  const part = (index: number) => Number(match[index] ?? "0");
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const millisecond = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  if (hour > 23 || minute > 59 || second > 59 || part(9) > 23 || part(10) > 59) throw new Malformed("at");
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  // A day that does not exist (30 February, month 13) is moved by Date to another; that is how it shows.
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) throw new Malformed("at");
  local.setUTCHours(hour, minute, second, millisecond);
  const offset = (part(9) * 60 + part(10)) * 60_000 * (match[8] === "-" ? -1 : 1);
  return BigInt(local.getTime() - offset);
}

/** Two JSON values, deeply equal: arrays in order, the order of keys without meaning. */
export function sameJson(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index] as Json));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] as Json, b[key] as Json))
    );
  }
  return a === b;
}

/** An integer count of 10^-8 as a decimal string with 8 places. */
export function eightPlaces(value: bigint): string {
  const digits = value.toString().padStart(9, "0");
  return `${digits.slice(0, -8)}.${digits.slice(-8)}`;
}

/** A time as it would be read off a clock at the offset that `like` ends with; no fractions of a second. */
export function timeText(at: bigint, like: string): string {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(like);
  if (offset === null) return `${new Date(Number(at)).toISOString().slice(0, 19)}Z`;
  const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === "-" ? -1 : 1);
  return new Date(Number(at) + minutes * 60_000).toISOString().slice(0, 19) + offset[0];
}
