/** What a group writes, drawn up as statements with their values before the next group changes the book. */
import type { Account, Lot } from "#engine";
import { type Batch, type Moved, partyNumber } from "./batch.ts";
import { planText, sha256 } from "./chain.ts";
import type { Columns } from "./columns.ts";
import { BETWEEN, SQL, type Statement } from "./groupsql.ts";
import { partyOf } from "./number.ts";

/** Values of a statement after the cell. */
export type Values = readonly unknown[];
export type Step = readonly [statement: Statement, values: Values, rows?: number];

/** The steps of a group, drawn up in `columns` before the next group changes the book. */
export function stepsOf(batch: Batch, recordedAt: string, columns: Columns): Step[] {
  columns.restart();
  return [
    journalStep(batch, recordedAt, columns),
    ...accountSteps(batch, columns),
    ...lotSteps(batch, columns),
    ...registerSteps(batch, columns),
  ];
}

function journalStep({ rows, links }: Batch, recordedAt: string, columns: Columns): Step {
  const values = [
    columns.bigints(rows, ({ seq }) => seq),
    recordedAt,
    columns.bigints(links.touched, itself),
    columns.bigints(links.prev, itself),
    columns.bigints(links.after, itself),
    columns.bigints(rows, ({ first }) => first + 1),
    columns.bigints(rows, ({ end }) => end),
    columns.blobs(rows, ({ head }) => head),
    columns.texts(rows, ({ id }) => id),
    columns.texts(rows, ({ kind }) => kind),
    columns.texts(rows, ({ at }) => at),
    columns.bigints(rows, ({ earlier }) => earlier),
    columns.texts(rows, ({ asked }) => asked),
    columns.texts(rows, ({ record }) => record),
  ];
  return [SQL.journal, values, rows.length];
}

const itself = <T>(one: T) => one;

function accountSteps({ book, accounts }: Batch, columns: Columns): Step[] {
  const byNumber = new Map<number, readonly [account: Account, moved: Moved]>();
  for (const each of accounts) byNumber.set(book.numberOf(each[0]), each);
  // Sorted as plain numbers: a comparing function would be called a hundred times an order.
  const [fresh, kept]: [Account[], Account[]] = [[], []];
  const deltas: bigint[] = [];
  for (const number of Float64Array.from(byNumber.keys()).sort()) {
    const [account, { start, fresh: isFresh }] = byNumber.get(number) as readonly [Account, Moved];
    (isFresh ? fresh : kept).push(account);
    if (!isFresh) deltas.push(account.balance - start);
  }
  const steps: Step[] = [];
  if (kept.length > 0) {
    const [number, balance, newest] = accountColumns(kept, columns);
    steps.push([SQL.accounts, [number, columns.bigints(deltas, itself), balance, newest], kept.length]);
  }
  if (fresh.length > 0) steps.push([SQL.newAccounts, accountColumns(fresh, columns), fresh.length]);
  return steps;
}

const accountColumns = (some: readonly Account[], columns: Columns) => [
  columns.bigints(some, ({ number }) => number),
  columns.bigints(some, ({ balance }) => balance),
  columns.bigints(some, ({ newest }) => newest),
];

/** The oldest purchase of a lot with points left, moved on where its trace has been walked. */
function oldestOf(lot: Lot): number {
  let purchase = lot.oldest;
  while (purchase !== null && purchase.left === 0n && purchase.later !== null) purchase = purchase.later;
  if (purchase !== null) lot.oldestSeq = purchase.seq;
  return lot.oldestSeq;
}

function lotSteps({ lots, purchases }: Batch, columns: Columns): Step[] {
  const steps: Step[] = [];
  const all = [...lots].sort(([a], [b]) => a.seq - b.seq);
  for (const fresh of [false, true]) {
    const some = all.filter(([, isNew]) => isNew === fresh).map(([lot]) => lot);
    if (some.length === 0) continue;
    const values = [
      columns.bigints(some, ({ seq }) => seq),
      columns.bigints(some, ({ state }) => state.points0),
      columns.bigints(some, ({ state }) => state.cap0),
      columns.bigints(some, ({ state }) => state.points),
      columns.bigints(some, ({ newestSeq }) => newestSeq),
      columns.bigints(some, oldestOf),
    ];
    if (fresh) values.push(columns.bigints(some, ({ member }) => partyNumber(member)));
    steps.push([fresh ? SQL.newLots : SQL.lots, values, some.length]);
  }
  if (purchases.size > 0) {
    const some = [...purchases].sort((a, b) => a.seq - b.seq);
    const values = [
      columns.bigints(some, ({ seq }) => seq),
      columns.bigints(some, ({ left }) => left),
      columns.bigints(some, ({ sold }) => sold),
      columns.bigints(some, ({ got }) => got),
      columns.bigints(some, ({ refunded }) => refunded),
      columns.bigints(some, ({ refunds }) => refunds),
    ];
    steps.push([SQL.purchases, values, some.length]);
  }
  return steps;
}

function registerSteps(batch: Batch, columns: Columns): Step[] {
  const steps: Step[] = [];
  const no = (member: Parameters<typeof partyNumber>[0] | null) =>
    member === null ? 0 : partyNumber(member);
  const { members, sponsors, sponsorChanges: changes, book } = batch;
  if (members.length > 0) {
    steps.push([
      SQL.members,
      [
        columns.bigints(members, ({ member }) => no(member)),
        columns.bigints(members, ({ member }) => no(member.sponsor)),
        columns.bigints(members, ({ seq }) => seq),
        members.map(({ member }) => member.id).join(BETWEEN),
      ],
      members.length,
    ]);
  }
  if (changes.length > 0) {
    const moved = [...sponsors];
    steps.push([
      SQL.sponsors,
      [columns.bigints(moved, ([m]) => no(m)), columns.bigints(moved, ([, s]) => no(s))],
      moved.length,
    ]);
    const values = [
      columns.bigints(changes, ({ seq }) => seq),
      columns.bigints(changes, ({ member }) => no(member)),
      columns.bigints(changes, ({ from }) => no(from)),
      columns.bigints(changes, ({ to }) => no(to)),
      changes.map(({ kind }) => kind).join(BETWEEN),
    ];
    steps.push([SQL.sponsorChanges, values, changes.length]);
  }
  for (const { merchant: m, seq } of batch.merchants) {
    const recruiter = m.recruiter === null ? null : no(m.recruiter);
    steps.push([
      SQL.merchant,
      [no(m), m.id, no(m.owner), m.region, m.take, recruiter, m.goods, m.feed, seq],
      1,
    ]);
  }
  for (const [region, { agent, seq }] of batch.agents) {
    steps.push(agent === null ? [SQL.dismiss, [region]] : [SQL.appoint, [region, no(agent), seq]]);
  }
  for (const { feed, plan, seq } of batch.plans) {
    const text = planText(plan);
    steps.push([SQL.plan, [plan.name, plan.version, sha256(text), text, seq]]);
    steps.push([SQL.feed, [feed, plan.name, plan.version, seq]]);
  }
  for (const name of batch.portions) {
    steps.push([SQL.portion, [partyOf(book.portion(name).number), name]]);
  }
  for (const [w, { seq }] of batch.withdrawals) {
    steps.push([SQL.withdrawal, [w.id, no(w.member), w.source, w.amount, w.state, seq], 1]);
  }
  return steps;
}
