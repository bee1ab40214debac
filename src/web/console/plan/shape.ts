/** A plan 章程 as a form: each figure as it is typed, and the JSON it stands for. */
import { parseSpan } from "#engine";
import { fenOfYuan } from "../../ui/figure.ts";

export type Json = Readonly<Record<string, unknown>>;

/** Percents without their sign, money in yuan, spans in days; empty where the plan has no such figure. */
export interface PlanForm {
  readonly name: string;
  readonly version: string;
  readonly take: string;
  readonly operator: string;
  readonly commissions: string;
  readonly portions: readonly NamedPortion[];
  readonly upline1: string;
  readonly upline2: string;
  readonly recruiter: string;
  readonly regionMode: string;
  readonly district: string;
  readonly city: string;
  readonly province: string;
  readonly unclaimed: string;
  readonly opening: string;
  readonly mint: string;
  readonly exitLoad: string;
  readonly maxStep: string;
  readonly multiple: string;
  readonly per: string;
  readonly least: string;
  readonly settleAfter: string;
  readonly freeze: string;
}

export interface NamedPortion {
  readonly to: string;
  readonly rate: string;
}

/** The fields that hold one text. */
export type TextField = Exclude<keyof PlanForm, "portions">;

const objectAt = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (value === undefined || value === null ? "" : `${value}`);
const rateOf = (value: unknown): string => textOf(value).replace(/%$/, "");

/** Microseconds. */
const DAY = 86_400_000_000;

/** "P7D" → "7"; what is no number of whole days is shown as it stands. */
function daysOf(value: unknown): string {
  const span = parseSpan(value);
  return span !== null && span % DAY === 0 ? `${span / DAY}` : textOf(value);
}

function yuanOf(fen: unknown): string {
  if (typeof fen !== "number" || !Number.isSafeInteger(fen) || fen < 0) return textOf(fen);
  const digits = `${fen}`.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
}

/** A plan's JSON as a form; what is no plan gives empty fields. */
export function formOf(json: Json): PlanForm {
  const portions = listAt(json["portions"]).map(objectAt);
  const rated = (to: string) => rateOf(portions.find((one) => one["to"] === to)?.["rate"]);
  const commissions = objectAt(json["commissions"]);
  const upline = listAt(commissions["upline"]);
  const region = objectAt(commissions["region"]);
  const pool = objectAt(json["pool"]);
  const cap = objectAt(pool["cap"]);
  const named = portions.filter((one) => one["rest"] !== true && !OWN.has(textOf(one["to"])));
  return {
    name: textOf(json["name"]),
    version: textOf(json["version"]),
    take: rateOf(json["take"]),
    operator: rated("operator"),
    commissions: rated("commissions"),
    portions: named.map((one) => ({ to: textOf(one["to"]), rate: rateOf(one["rate"]) })),
    upline1: rateOf(upline[0]),
    upline2: rateOf(upline[1]),
    recruiter: rateOf(commissions["recruiter"]),
    regionMode: textOf(region["mode"]) || "cumulative",
    district: rateOf(region["district"]),
    city: rateOf(region["city"]),
    province: rateOf(region["province"]),
    unclaimed: textOf(commissions["unclaimed"]) || "operator",
    opening: yuanOf(pool["opening_price_fen"]),
    mint: rateOf(pool["mint"]),
    exitLoad: rateOf(pool["exit_load"]),
    maxStep: rateOf(pool["max_step"]),
    multiple: textOf(cap["multiple"]),
    per: textOf(cap["per"]) || "member",
    least: yuanOf(json["min_purchase_fen"]),
    settleAfter: daysOf(json["settle_after"]),
    freeze: daysOf(json["commission_freeze"]),
  };
}

const OWN: ReadonlySet<string> = new Set(["operator", "commissions"]);

const percent = (text: string): string => `${text.trim()}%`;
const given = (text: string): boolean => text.trim() !== "";
/** A key with its value, or nothing where the field is empty. */
const where = (key: string, text: string, value: unknown): Json => (given(text) ? { [key]: value } : {});
/** What is no amount goes on as it was typed, so that the check names it. */
const fen = (text: string): unknown => fenOfYuan(text) ?? text;
/** The same span may be written in several ways: one that has not been changed stays as it was written. */
function span(text: string, was: unknown): unknown {
  if (daysOf(was) === text.trim()) return was;
  return /^\d+$/.test(text.trim()) ? `P${Number(text)}D` : text.trim();
}

/** The JSON of a form; keys of `base` that no field stands for are kept. */
export function jsonOf(form: PlanForm, base: Json): Json {
  const { min_purchase_fen: _min, settle_after: _settle, commission_freeze: _freeze, ...others } = base;
  const pool = objectAt(base["pool"]);
  return {
    ...others,
    name: form.name.trim(),
    version: /^\d+$/.test(form.version.trim()) ? Number(form.version) : form.version,
    take: percent(form.take),
    ...where("min_purchase_fen", form.least, fen(form.least)),
    portions: [
      ...(given(form.operator) ? [{ to: "operator", rate: percent(form.operator) }] : []),
      ...(given(form.commissions) ? [{ to: "commissions", rate: percent(form.commissions) }] : []),
      ...form.portions.map(({ to, rate }) => ({ to: to.trim(), rate: percent(rate) })),
      { to: "pool", rest: true },
    ],
    commissions: commissionsOf(form, objectAt(base["commissions"])),
    pool: {
      ...pool,
      opening_price_fen: fen(form.opening),
      mint: percent(form.mint),
      exit_load: percent(form.exitLoad),
      ...where("max_step", form.maxStep, percent(form.maxStep)),
      cap: { ...objectAt(pool["cap"]), multiple: form.multiple.trim(), per: form.per },
    },
    ...where("settle_after", form.settleAfter, span(form.settleAfter, base["settle_after"])),
    ...where("commission_freeze", form.freeze, span(form.freeze, base["commission_freeze"])),
  };
}

function commissionsOf(form: PlanForm, base: Json): Json {
  const { recruiter: _recruiter, region: _region, upline: _upline, ...others } = base;
  const levels = given(form.upline2) ? [form.upline1 || "0", form.upline2] : [form.upline1].filter(given);
  const region = {
    mode: form.regionMode,
    ...where("district", form.district, percent(form.district)),
    ...where("city", form.city, percent(form.city)),
    ...where("province", form.province, percent(form.province)),
  };
  const hasAgents = [form.district, form.city, form.province].some(given);
  return {
    ...others,
    upline: levels.map(percent),
    ...where("recruiter", form.recruiter, percent(form.recruiter)),
    ...(hasAgents ? { region } : {}),
    unclaimed: form.unclaimed,
  };
}
