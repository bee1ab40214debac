/**
 * The demo coalition 演示联盟: a dozen stores and what their members bought, as orders for a book. The
 * purchases are those of a real sample, moved to the present; people, stores and addresses are invented. The
 * orders are played through an engine while they are made, so none of them is refused, and every figure a
 * reader sees comes out of his own book.
 */
import { type Instant, parseInstant, Replay, readOrder, readPlan } from "#engine";
import { dateOf, dayOf, shown } from "./calendar.ts";
import { type Asked, type Moment, momentsOf, partners } from "./moments.ts";
import { phoneOf } from "./names.ts";
import { DEMO_PLAN } from "./plan.ts";
import { AGENTS, STORES } from "./stores.ts";
import { type SampleRow, type Trade, tradeOf } from "./trade.ts";

export interface DemoOptions {
  /** The demo's present: nothing happens later. An instant, or ISO 8601 with an offset. */
  readonly until: Instant | string;
  readonly seed?: bigint;
  /** The real sample, as the reader of sheets gives it. */
  readonly rows: readonly SampleRow[];
}

export interface DemoPerson {
  readonly member: string;
  readonly name: string;
  readonly phone: string;
  readonly role: "member" | "owner" | "agent";
}

export interface DemoStore {
  readonly merchant: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly trade_zh: string;
  readonly trade_en: string;
  readonly region: string;
  readonly address_zh: string;
  /** `08:00-22:00`. */
  readonly hours: string;
  readonly owner: string;
  readonly take: string | null;
  readonly goods: boolean;
  readonly opened_on: string;
}

/** An agent with what has to be on file before a region opens: the demo's own, marked as such. */
export interface DemoAgent {
  readonly region: string;
  readonly member: string;
  readonly filing_number: string;
  readonly disclosed_on: string;
  readonly cooling_off_until: string;
}

/** An order of RULES section 7 with its time; `at` never goes back from one to the next. */
export type DemoOrder = Asked & { readonly at: string };

export interface Demo {
  readonly plan: typeof DEMO_PLAN;
  readonly people: readonly DemoPerson[];
  readonly stores: readonly DemoStore[];
  readonly agents: readonly DemoAgent[];
  readonly orders: readonly DemoOrder[];
}

/**
 * The demo up to `until`, the same for the same seed and rows. Ids do not depend on `until`; times depend on
 * its day in China alone, so that a later hour of that day only adds orders.
 */
export function demoOrders({ until, seed = 1n, rows }: DemoOptions): Demo {
  const end = typeof until === "string" ? parseInstant(until) : until;
  if (end === null) throw new RangeError(`no instant: ${until}`);
  const lastDay = dayOf(end);
  const trade = tradeOf(rows, lastDay, seed);
  const moments = momentsOf(trade, lastDay, seed).filter(({ at }) => at <= end);
  const orders = played(moments);
  return { plan: DEMO_PLAN, ...registerOf(trade, orders), orders };
}

/** Asks at every moment and books the answer; an order that is refused would be a fault of the demo. */
function played(moments: readonly Moment[]): DemoOrder[] {
  const read = readPlan(DEMO_PLAN);
  if (!("plan" in read)) throw new Error(`the demo's plan: ${JSON.stringify(read.faults)}`);
  const replay = new Replay(read.plan);
  const orders: DemoOrder[] = [];
  for (const { at, ask } of moments) {
    replay.passTo(at, shown(at));
    const asked = ask(replay.book);
    if (asked === null) continue;
    const json = { ...asked, at: shown(at) };
    const order = readOrder(json);
    const outcome = "malformed" in order ? null : replay.order(order);
    if (outcome?.type !== "booked") throw new Error(`${JSON.stringify(json)} ${JSON.stringify(outcome)}`);
    orders.push(json);
  }
  return orders;
}

type Register = Pick<Demo, "people" | "stores" | "agents">;

/** Those who have joined by now, with the stores that have opened. */
function registerOf({ customers, first }: Trade, orders: readonly DemoOrder[]): Register {
  const done = new Set(orders.map(({ id }) => id));
  const people = [
    ...customers.map(({ member, name, number }) => ({ member, name, number, role: "member" as const })),
    ...partners().map(({ member, name, role }, i) => ({ member, name, number: 9_000 + i, role })),
  ].filter(({ member }) => done.has(`demo:join-${member}`));
  const two = (hour: number) => hour.toString().padStart(2, "0");
  return {
    people: people.map(({ member, name, number, role }) => ({ member, name, phone: phoneOf(number), role })),
    stores: STORES.filter(({ merchant }) => done.has(`demo:open-${merchant}`)).map(
      ({ owner, opens, from, to, least: _, most: __, weight: ___, ...store }) => ({
        ...store,
        owner: owner.member,
        hours: `${two(from)}:00-${two(to)}:00`,
        opened_on: dateOf(first + opens - 1),
      }),
    ),
    agents: AGENTS.map(({ region, partner }) => ({
      region,
      member: partner.member,
      filing_number: `演示备案-${region}`,
      disclosed_on: dateOf(first - 60),
      cooling_off_until: dateOf(first - 10),
    })),
  };
}
