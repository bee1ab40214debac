/** What a group writes, drawn up as statements with their values before the next group changes the book. */
import type { Account, Lot } from "#engine";
import { type Batch, type Moved, partyNumber } from "./batch.ts";
import { planText, sha256 } from "./chain.ts";
import { bigints, blobs, texts } from "./columns.ts";
import { BETWEEN, SQL, type Statement } from "./groupsql.ts";
import { partyOf } from "./number.ts";

/** Values of a statement after the cell. */
export type Values = readonly unknown[];
export type Step = readonly [statement: Statement, values: Values, rows?: number];

/** The steps of a group, drawn up before the next group changes the book. */
export function stepsOf(batch: Batch, recordedAt: string): Step[] {
  return [
    journalStep(batch, recordedAt),
    ...accountSteps(batch),
    ...lotSteps(batch),
    ...registerSteps(batch),
  ];
}

function journalStep({ rows, links }: Batch, recordedAt: string): Step {
  const column = (of: (row: Batch["rows"][number]) => string) => texts(rows.map(of));
  const numbers = (of: (row: Batch["rows"][number]) => number) => bigints(rows.map(of));
  const values = [
    numbers(({ seq }) => seq),
    recordedAt,
    bigints(links.touched),
    bigints(links.prev),
    bigints(links.after),
    numbers(({ first }) => first + 1),
    numbers(({ end }) => end),
    blobs(rows.map(({ head }) => head)),
    column(({ id }) => id),
    column(({ kind }) => kind),
    column(({ at }) => at),
    numbers(({ earlier }) => earlier),
    column(({ asked }) => asked),
    column(({ record }) => record),
  ];
  return [SQL.journal, values, rows.length];
}

function accountSteps({ book, accounts }: Batch): Step[] {
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
  const numbers = (some: readonly Account[]) => bigints(some.map(({ number }) => number));
  const balances = (some: readonly Account[]) => bigints(some.map(({ balance }) => balance));
  const newest = (some: readonly Account[]) => bigints(some.map(({ newest }) => newest));
  const steps: Step[] = [];
  if (kept.length > 0) {
    steps.push([SQL.accounts, [numbers(kept), bigints(deltas), balances(kept), newest(kept)], kept.length]);
  }
  if (fresh.length > 0) {
    steps.push([SQL.newAccounts, [numbers(fresh), balances(fresh), newest(fresh)], fresh.length]);
  }
  return steps;
}

/** The oldest purchase of a lot with points left, moved on where its trace has been walked. */
function oldestOf(lot: Lot): number {
  let purchase = lot.oldest;
  while (purchase !== null && purchase.left === 0n && purchase.later !== null) purchase = purchase.later;
  if (purchase !== null) lot.oldestSeq = purchase.seq;
  return lot.oldestSeq;
}

function lotSteps({ lots, purchases }: Batch): Step[] {
  const steps: Step[] = [];
  const all = [...lots].sort(([a], [b]) => a.seq - b.seq);
  for (const fresh of [false, true]) {
    const some = all.filter(([, isNew]) => isNew === fresh).map(([lot]) => lot);
    if (some.length === 0) continue;
    const columns = [
      bigints(some.map(({ seq }) => seq)),
      bigints(some.map(({ state }) => state.points0)),
      bigints(some.map(({ state }) => state.cap0)),
      bigints(some.map(({ state }) => state.points)),
      bigints(some.map(({ newestSeq }) => newestSeq)),
      bigints(some.map(oldestOf)),
    ];
    if (fresh) columns.push(bigints(some.map(({ member }) => partyNumber(member))));
    steps.push([fresh ? SQL.newLots : SQL.lots, columns, some.length]);
  }
  if (purchases.size > 0) {
    const some = [...purchases].sort((a, b) => a.seq - b.seq);
    const columns = [
      bigints(some.map(({ seq }) => seq)),
      bigints(some.map(({ left }) => left)),
      bigints(some.map(({ sold }) => sold)),
      bigints(some.map(({ got }) => got)),
      bigints(some.map(({ refunded }) => refunded)),
      bigints(some.map(({ refunds }) => refunds)),
    ];
    steps.push([SQL.purchases, columns, some.length]);
  }
  return steps;
}

function registerSteps(batch: Batch): Step[] {
  const steps: Step[] = [];
  const no = (member: Parameters<typeof partyNumber>[0] | null) =>
    member === null ? 0 : partyNumber(member);
  const { members, sponsors, sponsorChanges: changes, book } = batch;
  if (members.length > 0) {
    steps.push([
      SQL.members,
      [
        bigints(members.map(({ member }) => no(member))),
        bigints(members.map(({ member }) => no(member.sponsor))),
        bigints(members.map(({ seq }) => seq)),
        members.map(({ member }) => member.id).join(BETWEEN),
      ],
      members.length,
    ]);
  }
  if (changes.length > 0) {
    const moved = [...sponsors];
    steps.push([
      SQL.sponsors,
      [bigints(moved.map(([m]) => no(m))), bigints(moved.map(([, s]) => no(s)))],
      moved.length,
    ]);
    const columns = [
      bigints(changes.map(({ seq }) => seq)),
      bigints(changes.map(({ member }) => no(member))),
      bigints(changes.map(({ from }) => no(from))),
      bigints(changes.map(({ to }) => no(to))),
      changes.map(({ kind }) => kind).join(BETWEEN),
    ];
    steps.push([SQL.sponsorChanges, columns, changes.length]);
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
