/** What a group writes, drawn up as statements with their values before the next group changes the book. */
import type { Lot } from "#engine";
import { type Batch, partyNumber } from "./batch.ts";
import { planText, sha256 } from "./chain.ts";
import { BETWEEN, SQL, type Statement } from "./groupsql.ts";
import { partyOf } from "./number.ts";

/** Values of a statement after the cell. */
export type Values = readonly unknown[];
export type Step = readonly [statement: Statement, values: Values, rows?: number];

const list = (values: Iterable<number | bigint>) => `{${[...values].join(",")}}`;

/** The steps of a group, drawn up before the next group changes the book. */
export function stepsOf(batch: Batch, recordedAt: string): Step[] {
  return [
    journalStep(batch, recordedAt),
    ...accountSteps(batch),
    ...lotSteps(batch),
    ...registerSteps(batch),
  ];
}

function journalStep({ rows, firstSeq }: Batch, recordedAt: string): Step {
  const column = (of: (row: Batch["rows"][number]) => string) => rows.map(of).join(BETWEEN);
  const values = [
    firstSeq,
    recordedAt,
    Buffer.concat(rows.map(({ head }) => head)),
    column(({ id }) => id),
    column(({ kind }) => kind),
    column(({ at }) => at),
    column(({ touched }) => touched),
    column(({ prev }) => prev),
    column(({ after }) => after),
    list(rows.map(({ earlier }) => earlier)),
    column(({ asked }) => asked),
    column(({ record }) => record),
  ];
  return [SQL.journal, values, rows.length];
}

function accountSteps({ book, accounts }: Batch): Step[] {
  const all = [...accounts].map(([account, moved]) => ({ account, ...moved }));
  all.sort((a, b) => book.numberOf(a.account) - book.numberOf(b.account));
  const [fresh, kept] = [all.filter((each) => each.fresh), all.filter((each) => !each.fresh)];
  const numbers = (some: typeof all) => list(some.map(({ account }) => account.number));
  const balances = (some: typeof all) => list(some.map(({ account }) => account.balance));
  const newest = (some: typeof all) => list(some.map(({ account }) => account.newest));
  const deltas = list(kept.map(({ account, start }) => account.balance - start));
  const steps: Step[] = [];
  if (kept.length > 0) {
    steps.push([SQL.accounts, [numbers(kept), deltas, balances(kept), newest(kept)], kept.length]);
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
      list(some.map(({ seq }) => seq)),
      list(some.map(({ state }) => state.points0)),
      list(some.map(({ state }) => state.cap0)),
      list(some.map(({ state }) => state.points)),
      list(some.map(({ newestSeq }) => newestSeq)),
      list(some.map(oldestOf)),
    ];
    if (fresh) columns.push(list(some.map(({ member }) => partyNumber(member))));
    steps.push([fresh ? SQL.newLots : SQL.lots, columns, some.length]);
  }
  if (purchases.size > 0) {
    const some = [...purchases].sort((a, b) => a.seq - b.seq);
    const columns = [
      list(some.map(({ seq }) => seq)),
      list(some.map(({ left }) => left)),
      list(some.map(({ sold }) => sold)),
      list(some.map(({ got }) => got)),
      list(some.map(({ refunded }) => refunded)),
      list(some.map(({ refunds }) => refunds)),
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
        list(members.map(({ member }) => no(member))),
        list(members.map(({ member }) => no(member.sponsor))),
        list(members.map(({ seq }) => seq)),
        members.map(({ member }) => member.id).join(BETWEEN),
      ],
      members.length,
    ]);
  }
  if (changes.length > 0) {
    const moved = [...sponsors];
    steps.push([
      SQL.sponsors,
      [list(moved.map(([m]) => no(m))), list(moved.map(([, s]) => no(s)))],
      moved.length,
    ]);
    const columns = [
      list(changes.map(({ seq }) => seq)),
      list(changes.map(({ member }) => no(member))),
      list(changes.map(({ from }) => no(from))),
      list(changes.map(({ to }) => no(to))),
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
