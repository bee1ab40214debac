/**
 * Reads fields of a world from JSON. Every fault is named by its path, the value that stood there, and the
 * rule.
 */
import { type Instant, parseInstant, parseMultiple, parsePercent } from "#engine";
import type { Texts } from "./world.ts";

/** The rules a world can break, each with its sentence. `{detail}` stands for the figures of the case. */
export const WORLD_RULES = {
  object_expected: { zh: "这里应是一个对象", en: "must be an object" },
  array_expected: { zh: "这里应是一个列表，且不可为空", en: "must be a list that is not empty" },
  too_many: { zh: "最多 {detail} 项", en: "may have at most {detail} entries" },
  unknown_key: { zh: "没有这个键；可用的键：{detail}", en: "is no key of this place; the keys are {detail}" },
  text_expected: { zh: "这里应是非空文字", en: "must be a text that is not empty" },
  both_languages: { zh: "中文（zh）和英文（en）都要有", en: "must be given in both languages, zh and en" },
  integer_expected: { zh: "这里应是整数，范围 {detail}", en: "must be an integer in {detail}" },
  percent_expected: {
    zh: '这里应是百分数文字，如 "2.5%"，范围 {detail}',
    en: 'must be a percent string such as "2.5%", in {detail}',
  },
  number_expected: {
    zh: '这里应是数字文字，如 "1.5"，范围 {detail}',
    en: 'must be a number as a string such as "1.5", in {detail}',
  },
  flag_expected: { zh: "这里应是 true 或 false", en: "must be true or false" },
  one_of_expected: { zh: "只能是：{detail}", en: "must be one of {detail}" },
  time_expected: {
    zh: "这里应是带时区的零点时刻，如 2026-01-01T00:00:00+08:00",
    en: "must be a midnight with its offset, such as 2026-01-01T00:00:00+08:00",
  },
  region_expected: { zh: "这里应是六位行政区划代码", en: "must be a division code of six digits" },
  region_twice: { zh: "同一地区只能有一名代理", en: "a region has one agent" },
  format_unknown: {
    zh: "不认得的格式版本，本软件读：{detail}",
    en: "is no known format; this program reads {detail}",
  },
  shares_not_whole: {
    zh: "各组占比之和应为 100%，现为 {detail}",
    en: "the shares must come to 100%, not {detail}",
  },
  not_in_order: { zh: "应晚于前一项（{detail}）", en: "must come after the one before ({detail})" },
  first_day_missing: { zh: "第一阶段应从第 1 天开始", en: "the first phase must begin on day 1" },
  beyond_the_end: { zh: "超出世界的天数（{detail}）", en: "lies beyond the days of the world ({detail})" },
  least_above_most: { zh: "下限大于上限（{detail}）", en: "the least is above the most ({detail})" },
} as const satisfies Readonly<Record<string, Texts>>;

export type WorldRule = keyof typeof WORLD_RULES;

/** One fault: where, what stood there, which rule, and the figures of the rule where it compares. */
export interface WorldFault {
  readonly path: string;
  readonly value: unknown;
  readonly rule: WorldRule;
  readonly detail?: string;
}

type Bag = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Parts per million as a percent with what decimals it has. */
export const showPpm = (ppm: number): string => `${ppm / 10_000}%`;

/**
 * An object of the file, with the path it stands at. A reader of a field notes a fault and goes on with a
 * stand-in.
 */
export class Fields {
  private constructor(
    private readonly bag: Bag,
    readonly path: string,
    readonly faults: WorldFault[],
  ) {}

  /** The object at `path`, whose only keys are these. */
  static of(value: unknown, path: string, keys: readonly string[], faults: WorldFault[]): Fields {
    const bag = isObject(value) ? value : {};
    if (!isObject(value)) faults.push({ path, value, rule: "object_expected" });
    const fields = new Fields(bag, path, faults);
    for (const key of Object.keys(bag)) {
      if (!keys.includes(key)) fields.fault(key, "unknown_key", keys.join(", "));
    }
    return fields;
  }

  at(key: string): string {
    return this.path === "" ? key : `${this.path}.${key}`;
  }

  fault(key: string, rule: WorldRule, detail?: string): void {
    const path = this.at(key);
    const value = this.bag[key];
    this.faults.push(detail === undefined ? { path, value, rule } : { path, value, rule, detail });
  }

  has(key: string): boolean {
    return this.bag[key] !== undefined;
  }

  raw(key: string): unknown {
    return this.bag[key];
  }

  inner(key: string, keys: readonly string[]): Fields {
    return Fields.of(this.bag[key], this.at(key), keys, this.faults);
  }

  /** The entries of a list; [] where the key is absent. */
  list<T>(key: string, most: number, read: (value: unknown, path: string) => T): T[] {
    const value = this.bag[key];
    if (value === undefined) return [];
    if (Array.isArray(value) && value.length > most) {
      this.fault(key, "too_many", `${most}`);
      return [];
    }
    if (Array.isArray(value)) return value.map((entry, i) => read(entry, `${this.at(key)}[${i}]`));
    this.fault(key, "array_expected");
    return [];
  }

  text(key: string): string {
    const value = this.bag[key];
    if (typeof value === "string" && value.trim() !== "") return value;
    this.fault(key, "text_expected");
    return "";
  }

  texts(key: string): Texts {
    const value = this.bag[key];
    if (isObject(value) && ["zh", "en"].every((l) => typeof value[l] === "string" && value[l] !== "")) {
      return { zh: value.zh as string, en: value.en as string };
    }
    this.fault(key, "both_languages");
    return { zh: "", en: "" };
  }

  flag(key: string): boolean {
    const value = this.bag[key];
    if (value !== undefined && typeof value !== "boolean") this.fault(key, "flag_expected");
    return value === true;
  }

  integer(key: string, least: number, most: number, otherwise?: number): number {
    const value = this.bag[key];
    if (value === undefined && otherwise !== undefined) return otherwise;
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most)
      return value;
    this.fault(key, "integer_expected", `${least} … ${most}`);
    return least;
  }

  /** A percent string as ppm, from `least` to `most` (both ppm); a sign is read where `least` is below 0. */
  percent(key: string, least: number, most: number, otherwise?: number): number {
    const value = this.bag[key];
    if (value === undefined && otherwise !== undefined) return otherwise;
    const minus = least < 0 && typeof value === "string" && value.startsWith("-");
    const size = parsePercent(minus ? (value as string).slice(1) : value);
    const ppm = size === null ? null : Number(minus ? -size : size);
    if (ppm !== null && ppm >= least && ppm <= most) return ppm;
    this.fault(key, "percent_expected", `${showPpm(least)} … ${showPpm(most)}`);
    return Math.max(least, 0);
  }

  /** A number written as a string with at most 6 decimals, in millionths, from 0 to `most` (whole). */
  number(key: string, most: number, otherwise?: number): number {
    const value = this.bag[key];
    if (value === undefined && otherwise !== undefined) return otherwise;
    const micro = parseMultiple(value);
    if (micro !== null && micro <= BigInt(most) * 1_000_000n) return Number(micro);
    this.fault(key, "number_expected", `0 … ${most}`);
    return 0;
  }

  oneOf<T extends string>(key: string, choices: readonly T[], otherwise?: T): T {
    const value = this.bag[key];
    if (value === undefined && otherwise !== undefined) return otherwise;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.fault(key, "one_of_expected", choices.join(" | "));
    return found ?? (choices[0] as T);
  }

  /** A midnight with its offset. */
  midnight(key: string): { readonly start: Instant; readonly startText: string } {
    const value = this.bag[key];
    const at = parseInstant(value);
    if (at !== null && typeof value === "string" && /T00:00(?::00(?:\.0+)?)?(?:Z|[+-])/.test(value)) {
      return { start: at, startText: value };
    }
    this.fault(key, "time_expected");
    return { start: 0, startText: "Z" };
  }
}

/** The kind of an entry decides its other keys; an unknown kind is the one fault named. */
export function byKind<K extends string>(
  value: unknown,
  path: string,
  keys: Readonly<Record<K, readonly string[]>>,
  always: readonly string[],
  faults: WorldFault[],
): { readonly kind: K | null; readonly fields: Fields } {
  const kinds = Object.keys(keys) as K[];
  const given = (value as { kind?: unknown } | null | undefined)?.kind;
  const kind = kinds.find((choice) => choice === given) ?? null;
  if (kind === null) {
    const all = [...always, ...kinds.flatMap((choice) => keys[choice]), "kind"];
    const fields = Fields.of(value, path, all, faults);
    if (typeof value === "object" && value !== null) fields.oneOf("kind", kinds);
    return { kind, fields };
  }
  return { kind, fields: Fields.of(value, path, ["kind", ...always, ...keys[kind]], faults) };
}
