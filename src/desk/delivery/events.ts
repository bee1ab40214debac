/**
 * What a webhook tells of a journal 凭证. The journal is the outbox: nothing is written for webhooks when an
 * order is booked, and an event is a function of the journal alone, so that it can be made again at any time.
 * One journal gives at most one event of a name. Fen are JSON integers, points decimal strings with 8 places.
 */
import { jsonFen, showPoints } from "#engine";
import type { EntryRecord, JournalRecord } from "#store";

export const EVENTS = {
  "member.joined": { zh: "会员入会", en: "a member joined" },
  "member.locked": { zh: "会员锁客，有了推荐人", en: "a member got a sponsor, for good" },
  "sponsor.corrected": { zh: "推荐人更正", en: "a member's sponsor was corrected" },
  "store.opened": { zh: "门店开通", en: "a store was opened" },
  "agent.appointed": { zh: "区域代理任命", en: "a region agent was appointed" },
  "agent.dismissed": { zh: "区域代理卸任", en: "a region agent's term ended" },
  "plan.published": { zh: "章程发布", en: "a plan was put in force" },
  "purchase.pending": { zh: "消费待结", en: "a purchase was paid and waits for its refund window" },
  "purchase.settled": { zh: "消费已分账", en: "a purchase was split" },
  "refund.booked": { zh: "退款入账", en: "a refund was booked" },
  "commission.thawed": { zh: "推荐奖励解冻", en: "commissions of a purchase thawed" },
  "redemption.booked": { zh: "赎回入账", en: "a redemption was booked" },
  "exit.forced": { zh: "强制赎回", en: "lots left by the house's doing" },
  "injection.booked": { zh: "注资入账", en: "an injection was booked" },
  "release.booked": { zh: "余留释放入账", en: "a release of the remainder was booked" },
  "withdrawal.held": { zh: "提现款已留置", en: "money of a withdrawal is held" },
  "withdrawal.paid": { zh: "提现已付", en: "a withdrawal was paid" },
  "withdrawal.returned": { zh: "提现已退回", en: "a withdrawal went back to its source" },
  "pool.wound_up": { zh: "积分池清算", en: "the pool was wound up" },
} as const;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];

/** A journal as the book keeps it. */
export interface BookedJournal {
  readonly cell: bigint;
  readonly seq: bigint;
  readonly recordedAt: Date;
  readonly record: JournalRecord;
  /** The order as it was asked; null where time brought the journal by itself. */
  readonly asked: Readonly<Record<string, unknown>> | null;
}

export interface BookedEvent {
  readonly event: EventName;
  /** JSON, ready to be signed and sent. */
  readonly body: string;
}

type Data = Readonly<Record<string, unknown>>;
type Told = readonly [event: EventName, data: Data];

const fen = (digits: string) => jsonFen(BigInt(digits));
const points = (digits: string) => showPoints(BigInt(digits));

/** Every event of a journal that `wanted` names, each as the body of a message. */
export function eventsOf(journal: BookedJournal, wanted: (event: EventName) => boolean): BookedEvent[] {
  const { cell, seq, recordedAt, record } = journal;
  return told(journal)
    .filter(([event]) => wanted(event))
    .map(([event, data]) => ({
      event,
      body: JSON.stringify({
        type: event,
        timestamp: recordedAt.toISOString(),
        cell: `${cell}`,
        seq: Number(seq),
        order: record.order,
        at: record.at,
        data,
      }),
    }));
}

function told({ record, asked }: BookedJournal): Told[] {
  return [...entryTold(record.entry, record), ...moneyTold(record, asked ?? {}), ...exitsTold(record)];
}

/** What the order put on the register. */
function entryTold(entry: EntryRecord, record: JournalRecord): Told[] {
  switch (entry.type) {
    case "joined":
      return [["member.joined", { member: entry.member, sponsor: entry.sponsor }]];
    case "opened": {
      const { type: _, ...store } = entry;
      return [["store.opened", store]];
    }
    case "appointed":
      return [["agent.appointed", { region: entry.region, member: entry.agent }]];
    case "dismissed":
      return [["agent.dismissed", { region: entry.region, member: entry.agent }]];
    case "bound":
      return [["member.locked", { member: entry.member, sponsor: entry.sponsor, purchase: null }]];
    case "sponsor_corrected": {
      const { member, sponsor, before } = entry;
      return [["sponsor.corrected", { member, sponsor, before, case: entry.case }]];
    }
    case "published": {
      const { name, version } = entry.plan;
      return [["plan.published", { feed: entry.feed, plan: { name, version } }]];
    }
    case "pended":
    case "purchased":
      return purchaseTold(entry);
    case "pending_refunded":
      return [["refund.booked", refundData(entry.purchase, record, true)]];
    case "thawed":
      return [["commission.thawed", { purchase: entry.purchase, amount_fen: moved(record, "thaw") }]];
    case "withdrawn": {
      const { withdrawal, member, source, amount } = entry;
      return [["withdrawal.held", { withdrawal, member, source, amount_fen: fen(amount) }]];
    }
    case "withdrawal_closed": {
      const amount_fen = record.postings.reduce((sum, { amount }) => sum + fen(amount), 0);
      return [[`withdrawal.${entry.state}`, { withdrawal: entry.withdrawal, amount_fen }]];
    }
    case "moved":
      return [];
  }
}

function purchaseTold(entry: EntryRecord & { type: "pended" | "purchased" }): Told[] {
  if (entry.type === "pended") {
    const { purchase, member, merchant, plan, amount, settles } = entry;
    const data = { purchase, member, merchant, plan, amount_fen: fen(amount), settles_at: settles };
    return [["purchase.pending", data]];
  }
  const { locked, pending, thaws } = entry;
  const { id: purchase, member, merchant, plan, amount, due, points: brought } = entry.purchase;
  const figures = { amount_fen: fen(amount), due_fen: fen(due), points: points(brought) };
  const data = { purchase, member, merchant, plan, ...figures, was_pending: pending, thaws_at: thaws };
  return [
    ["purchase.settled", data],
    ...(locked === null ? [] : [["member.locked", { member, sponsor: locked, purchase }] as const]),
  ];
}

/** Journals that only move money are told by the kind of their order. */
function moneyTold(record: JournalRecord, asked: Data): Told[] {
  if (record.entry.type !== "moved") return [];
  switch (record.kind) {
    case "refund":
      return [["refund.booked", refundData(asked["purchase"], record, false)]];
    case "redeem": {
      const member = asked["member"];
      const forced = record.exits.filter((exit) => exit.member === member);
      const left = forced.reduce((sum, exit) => sum + BigInt(exit.points), 0n);
      const burnt = record.postings
        .filter(({ step, from }) => step === "burn" && from === `points:${member}`)
        .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      const figures = { points: showPoints(burnt - left), proceeds_fen: moved(record, "redeem") };
      return [["redemption.booked", { redemption: record.order, member, ...figures }]];
    }
    case "inject":
      return [["injection.booked", { amount_fen: moved(record, "inject") }]];
    case "release":
      return [["release.booked", { amount_fen: moved(record, "release") }]];
    case "wind_up":
      return [["pool.wound_up", { paid_fen: moved(record, "wind_up") }]];
    default:
      return [];
  }
}

function exitsTold({ exits }: JournalRecord): Told[] {
  if (exits.length === 0) return [];
  const list = exits.map(({ member, points: left, worth, proceeds, reason }) => ({
    member,
    points: points(left),
    worth_fen: fen(worth),
    proceeds_fen: fen(proceeds),
    reason,
  }));
  return [["exit.forced", { exits: list }]];
}

/** What a refund brought the payer: all that left the book, less what rounding sent the other way. */
function refundData(purchase: unknown, record: JournalRecord, pending: boolean): Data {
  let amount = 0n;
  for (const posting of record.postings) {
    if (posting.to === "outside") amount += BigInt(posting.amount);
    if (posting.from === "outside") amount -= BigInt(posting.amount);
  }
  return { refund: record.order, purchase, amount_fen: jsonFen(amount), was_pending: pending };
}

function moved(record: JournalRecord, code: string): number {
  return record.postings.reduce((sum, { step, amount }) => (step === code ? sum + fen(amount) : sum), 0);
}
