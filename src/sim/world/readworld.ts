/** Reads a world from JSON and checks it whole: either a world that can be played, or every fault in it. */
import type { Fen } from "#engine";
import { byKind, Fields, showPpm, type WorldFault } from "./fields.ts";
import { readArrivals } from "./readarrivals.ts";
import {
  type Amount,
  type Behaviour,
  type Injection,
  MOST_AMOUNT,
  MOST_DAYS,
  MOST_STORES,
  type Refunds,
  type Release,
  type Stores,
  type World,
} from "./world.ts";

const FORMAT = 1;
const WHOLE = 1_000_000;
/** So many lists' entries: a limit on everything. */
const MOST_ENTRIES = 1_000;
const MOST_GROUPS = 50;
const REGION = /^\d{6}$/;

const KEYS = [
  "format",
  "id",
  "name",
  "description",
  "start",
  "days",
  "even",
  "arrivals",
  "purchases",
  "stores",
  "agents",
  "referral",
  "behaviours",
  "refunds",
  "injections",
  "releases",
];

const BEHAVIOUR_KEYS: Readonly<Record<Behaviour["kind"], readonly string[]>> = {
  hold: [],
  take_profit: ["multiple"],
  panic: ["day", "days"],
  sell_part: ["per_day", "fraction"],
};

const AMOUNT_KEYS: Readonly<Record<Amount["kind"], readonly string[]>> = {
  fixed: ["fen"],
  lognormal: ["median_fen", "sigma", "least_fen", "most_fen"],
};

function readAmount(value: unknown, path: string, faults: WorldFault[]): Amount {
  const { kind, fields } = byKind(value, path, AMOUNT_KEYS, [], faults);
  const fen = (key: string, otherwise?: number): Fen =>
    BigInt(fields.integer(key, 1, MOST_AMOUNT, otherwise)) as Fen;
  if (kind === null) return { kind: "fixed", fen: 1n };
  if (kind === "fixed") return { kind, fen: fen("fen") };
  const sigma = fields.number("sigma", 3);
  const [median, least, most] = [fen("median_fen"), fen("least_fen", 1), fen("most_fen", MOST_AMOUNT)];
  if (least > most) fields.fault("least_fen", "least_above_most", `${least} > ${most}`);
  return { kind, median, sigma, least, most };
}

function readRegions(fields: Fields, key: string): string[] {
  return fields.list(key, MOST_STORES, (value, path) => {
    if (typeof value === "string" && REGION.test(value)) return value;
    fields.faults.push({ path, value, rule: "region_expected" });
    return "000000";
  });
}

function readStores(top: Fields): Stores {
  const keys = ["count", "every_days", "most", "regions", "home", "recruited", "take", "cost"];
  const fields = top.inner("stores", keys);
  const count = fields.integer("count", 1, MOST_STORES);
  const regions = readRegions(fields, "regions");
  if (regions.length === 0 && (!fields.has("regions") || Array.isArray(fields.raw("regions")))) {
    fields.fault("regions", "array_expected");
  }
  return {
    count,
    everyDays: fields.integer("every_days", 0, MOST_DAYS, 0),
    most: fields.integer("most", count, MOST_STORES, MOST_STORES),
    regions,
    home: fields.percent("home", 0, WHOLE, 0),
    recruited: fields.percent("recruited", 0, WHOLE, 0),
    take: fields.has("take") ? BigInt(fields.percent("take", 0, WHOLE - 1)) : null,
    cost: fields.has("cost") ? BigInt(fields.percent("cost", 0, WHOLE)) : null,
  };
}

function readBehaviour(value: unknown, path: string, days: number, faults: WorldFault[]): Behaviour {
  const { kind, fields } = byKind(value, path, BEHAVIOUR_KEYS, ["share"], faults);
  const share = fields.percent("share", 0, WHOLE);
  if (kind === null || kind === "hold") return { kind: "hold", share };
  if (kind === "take_profit") return { kind, share, multiple: BigInt(fields.number("multiple", 1_000_000)) };
  if (kind === "panic") {
    return {
      kind,
      share,
      day: fields.integer("day", 1, days),
      days: fields.integer("days", 1, MOST_DAYS, 1),
    };
  }
  const perDay = fields.percent("per_day", 0, WHOLE);
  return { kind, share, perDay, fraction: BigInt(fields.percent("fraction", 1, WHOLE)) };
}

function readBehaviours(top: Fields, days: number): Behaviour[] {
  if (!top.has("behaviours")) return [{ kind: "hold", share: WHOLE }];
  const all = top.list("behaviours", MOST_GROUPS, (value, path) =>
    readBehaviour(value, path, days, top.faults),
  );
  const sum = all.reduce((shares, { share }) => shares + share, 0);
  const read = top.faults.every(({ path }) => !path.startsWith("behaviours"));
  if (read && sum !== WHOLE) top.fault("behaviours", "shares_not_whole", showPpm(sum));
  return all;
}

function readRefunds(top: Fields): Refunds | null {
  if (!top.has("refunds")) return null;
  const fields = top.inner("refunds", ["rate", "from_days", "to_days", "part"]);
  const fromDays = fields.integer("from_days", 1, MOST_DAYS);
  return {
    rate: fields.percent("rate", 0, WHOLE),
    fromDays,
    toDays: fields.integer("to_days", fromDays, MOST_DAYS),
    part: BigInt(fields.percent("part", 1, WHOLE, WHOLE)),
  };
}

function readInjection(value: unknown, path: string, days: number, faults: WorldFault[]): Injection {
  const fields = Fields.of(value, path, ["day", "amount_fen", "over_days"], faults);
  return {
    day: fields.integer("day", 1, days),
    amount: BigInt(fields.integer("amount_fen", 1, Number.MAX_SAFE_INTEGER)) as Fen,
    overDays: fields.integer("over_days", 1, MOST_DAYS, 1),
  };
}

function readRelease(value: unknown, path: string, days: number, faults: WorldFault[]): Release {
  const fields = Fields.of(value, path, ["day", "share"], faults);
  return { day: fields.integer("day", 1, days), share: BigInt(fields.percent("share", 1, WHOLE)) };
}

/**
 * A world from parsed JSON, or all its faults. A key it does not know is a fault: a slip of the pen would
 * otherwise be a different world in silence.
 */
export function readWorld(
  json: unknown,
): { readonly world: World } | { readonly faults: readonly WorldFault[] } {
  const faults: WorldFault[] = [];
  const top = Fields.of(json, "", KEYS, faults);
  if (faults[0]?.path === "") return { faults };
  if (top.raw("format") !== FORMAT) top.fault("format", "format_unknown", `${FORMAT}`);
  const days = top.integer("days", 1, MOST_DAYS);
  const purchases = top.inner("purchases", ["amount", "repeat"]);
  const referral = top.has("referral") ? top.inner("referral", ["share", "choose"]) : null;
  const agents = readRegions(top, "agents");
  if (new Set(agents).size < agents.length) top.fault("agents", "region_twice");
  const world: World = {
    id: top.text("id"),
    name: top.texts("name"),
    description: top.texts("description"),
    ...top.midnight("start"),
    days,
    even: top.flag("even"),
    arrivals: readArrivals(top, days),
    amount: readAmount(purchases.raw("amount"), purchases.at("amount"), faults),
    repeat: purchases.percent("repeat", 0, WHOLE, 0),
    stores: readStores(top),
    agents,
    referral: {
      share: referral?.percent("share", 0, WHOLE) ?? 0,
      choose: referral?.oneOf("choose", ["any", "recent", "popular"], "any") ?? "any",
    },
    behaviours: readBehaviours(top, days),
    refunds: readRefunds(top),
    injections: top.list("injections", MOST_ENTRIES, (value, path) =>
      readInjection(value, path, days, faults),
    ),
    releases: top.list("releases", MOST_ENTRIES, (value, path) => readRelease(value, path, days, faults)),
  };
  return faults.length === 0 ? { world } : { faults };
}
