/**
 * `explain`: the distribution receipt of one purchase in a small coalition, each fen, each zero with its
 * reason.
 */
import type { Command } from "commander";
import { regionFault } from "#connect/sheet";
import {
  type Fen,
  type Journal,
  levelsOf,
  type Order,
  type Plan,
  type Ppm,
  parsePercent,
  Replay,
} from "#engine";
import { type Receipt, receiptOf, receiptText } from "#statement";
import { Fault } from "../fault.ts";
import { type Key, type Say, sayIn } from "../language.ts";
import { planFor } from "../planfile.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { commandOf, whole, yuan } from "../usage.ts";

/** Who is there; each can be left out, so that the reason of a zero is seen. */
interface Options extends EveryOption {
  readonly amount: Fen;
  readonly cost?: Fen;
  readonly goods?: boolean;
  readonly take?: Ppm;
  readonly storeRegion: string;
  readonly after: number;
  readonly ownStore?: boolean;
  readonly sponsor: boolean;
  readonly second: boolean;
  readonly recruiter: boolean;
  readonly district: boolean;
  readonly city: boolean;
  readonly province: boolean;
}

/** A receipt needs a moment where the plan has periods; any will do. */
const AT = { at: 1_767_225_600_000_000, atText: "2026-01-01T00:00:00Z" };
const MOST_BEFORE = 100_000;

/** Adds the command. */
export function explain(program: Command, session: Session): void {
  const { say } = session;
  const command = commandOf(program, session, "explain", "explain.about")
    .argument(`<${say("word.plan")}>`, say("option.plan"))
    .option("--amount <yuan>", say("explain.amount"), yuan("--amount"), 100_000n)
    .option("--cost <yuan>", say("explain.cost"), yuan("--cost"))
    .option("--goods", say("explain.goods"))
    .option("--take <percent>", say("explain.take"), percent)
    .option("--store-region <code>", say("explain.region"), region, "440106")
    .option("--after <n>", say("explain.after"), whole("--after", 0, MOST_BEFORE), 0)
    .option("--own-store", say("explain.own_store"))
    .option("--no-sponsor", say("explain.no_sponsor"))
    .option("--no-second", say("explain.no_second"))
    .option("--no-recruiter", say("explain.no_recruiter"))
    .option("--no-district", say("explain.no_district"))
    .option("--no-city", say("explain.no_city"))
    .option("--no-province", say("explain.no_province"));
  act<Options>(command, session, async ([given = ""], options) => {
    const plan = await planFor(given, say);
    const receipts = receiptsOf(plan, options, options.json ? sayIn("en") : say);
    if (options.json) await session.json({ receipts });
    else {
      const width = Math.min(session.out.raw.columns ?? 110, 140);
      const texts = receipts.map((receipt) => receiptText(receipt, say.language, { width }));
      await session.out.line(texts.join("\n\n"));
    }
    return STATUS.ok;
  });
}

function percent(value: string): Ppm {
  const rate = parsePercent(value);
  if (rate === null || rate >= 1_000_000n) throw new Fault(STATUS.usage, "explain.bad_take", { value });
  return rate;
}

function region(value: string): string {
  if (regionFault(value) !== null) throw new Fault(STATUS.usage, "explain.bad_region", { value });
  return value;
}

/**
 * The receipts of the purchase: one, or where the plan lets it wait, the one while it waits and the one it
 * becomes.
 */
export function receiptsOf(plan: Plan, options: Options, say: Say): Receipt[] {
  const found: Journal[] = [];
  const id = say("explain.id.purchase");
  const replay = new Replay(plan, (journal) => {
    if (journal.order === id && journal.entry.type !== "thawed") found.push(journal);
  });
  const due = (plan.settleAfter ?? 0) + (plan.commissionFreeze ?? 0);
  let moment = AT.at;
  for (const order of ordersOf(options, say)) {
    const outcome = replay.order({ ...order, at: moment, atText: AT.atText });
    if (outcome.type === "refused")
      throw new Fault(STATUS.refused, `refusal.${outcome.code}` as Key, { field: outcome.field });
    // Purchases before this one have settled, and what they froze has thawed.
    if (order.kind === "purchase" && order.id !== id) moment += due;
  }
  const waiting = found.flatMap((journal) => receiptOf(journal, replay.book) ?? []);
  if (plan.settleAfter === null) return waiting;
  found.length = 0;
  replay.passTo(moment + plan.settleAfter, AT.atText);
  return [...waiting, ...found.flatMap((journal) => receiptOf(journal, replay.book) ?? [])];
}

type Untimed<T> = T extends Order ? Omit<T, "at" | "atText"> : never;

/** The coalition, purchases of others before, and the purchase itself. */
function* ordersOf(options: Options, say: Say): Generator<Untimed<Order>, undefined> {
  const { amount, cost = null, storeRegion, after } = options;
  const name = (key: string) => say(`explain.id.${key}` as Key);
  const join = (member: string, sponsor: string | null): Untimed<Order> => {
    return { id: `join ${member}`, kind: "join", member, sponsor };
  };
  const [owner, buyer, store] = [name("owner"), name("buyer"), name("store")];
  const levels = options.sponsor
    ? options.second
      ? [name("second"), name("sponsor")]
      : [name("sponsor")]
    : [];
  let above: string | null = null;
  for (const member of levels) {
    yield join(member, above);
    above = member;
  }
  yield join(owner, options.ownStore ? above : null);
  if (!options.ownStore) yield join(buyer, above);
  const recruiter = options.recruiter ? name("recruiter") : null;
  if (recruiter !== null) yield join(recruiter, null);
  const terms = { take: options.take ?? null, goods: options.goods === true || cost !== null, feed: "main" };
  const opened = { merchant: store, owner, region: storeRegion, recruiter, ...terms };
  yield { id: "open", kind: "open_store", ...opened };
  const codes = levelsOf(storeRegion);
  for (const level of ["district", "city", "province"] as const) {
    const code = codes[level];
    if (!options[level] || code === null) continue;
    yield join(name(level), null);
    yield { id: `appoint ${level}`, kind: "appoint", member: name(level), region: code };
  }
  const purchase = { kind: "purchase", merchant: store, amount, cost } as const;
  for (let n = 1; n <= after; n++) {
    yield join(`${buyer}-${n}`, null);
    yield { id: `before ${n}`, member: `${buyer}-${n}`, ...purchase };
  }
  yield { id: name("purchase"), member: options.ownStore ? owner : buyer, ...purchase };
}
