/** Journals, the trial balance and a store's settlement bill as exported lists. */
import { z } from "zod";
import {
  accountWord,
  type BalanceRow,
  dayAfter,
  type JournalHead,
  journals as journalsOf,
  kindWord,
  moved,
  poolNow,
  type StoreDay,
  storeStatement as statementOf,
  stepWord,
  trialBalanceOf,
} from "#statement";
import { Problem } from "../problem.ts";
import { between, bookId, spanOf } from "../schema/money.ts";
import { type Column, number, points, said, text, time, yuan } from "./column.ts";
import { everyPage, list } from "./list.ts";

const PAGE = 200;

interface Posting extends Pick<JournalHead, "seq" | "order" | "kind" | "at" | "recordedAt"> {
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly inPoints: boolean;
}

function postingsOf({ seq, order, kind, at, recordedAt, record }: JournalHead): Posting[] {
  return record.postings.map(({ step, from, to, amount }) => ({
    ...{ seq, order, kind, at, recordedAt, step, from, to },
    amount: BigInt(amount),
    inPoints: from.startsWith("points") || to.startsWith("points"),
  }));
}

const POSTING: readonly Column<Posting>[] = [
  number(["seq", "凭证号", "journal"], ({ seq }) => Number(seq)),
  time(["at", "业务时间", "at"], ({ at }) => at),
  time(["recorded_at", "入账时间", "recorded at"], ({ recordedAt }) => recordedAt),
  text(["order", "指令编号", "order"], ({ order }) => order, 44),
  said(["kind", "指令", "kind"], 14, ({ kind }, language) => kindWord(kind, language)),
  said(["step", "分录", "posting"], 20, ({ step }, language) => stepWord(step, language)),
  text(["from", "从科目", "from"], ({ from }) => from, 44),
  text(["to", "到科目", "to"], ({ to }) => to, 44),
  yuan(["amount", "金额（元）", "amount, yuan"], (row) => (row.inPoints ? null : row.amount)),
  points(["points", "积分", "points"], (row) => (row.inPoints ? row.amount : null)),
];

const journalFilter = z.strictObject({
  ...between,
  kind: z.string().min(1).max(40).optional(),
  member: bookId.optional(),
  merchant: bookId.optional(),
});

export const journals = list({
  title: ["凭证", "journals"],
  path: "/v1/journals",
  forStores: false,
  filter: journalFilter,
  columns: () => POSTING,
  // Nobody has counted the postings: the journals there are stand for them until the end.
  total: async ({ desk, cell }) => Number((await poolNow(desk.database, cell))?.seq ?? 0n),
  async *pages({ desk, cell }, { from, to, ...asked }) {
    const filter = { ...asked, ...spanOf({ from, to }) };
    const read = (cursor: string | undefined) =>
      journalsOf(desk.database, cell, { ...filter, cursor, limit: PAGE });
    for await (const rows of everyPage(read)) yield rows.flatMap(postingsOf);
  },
});

const BALANCE: readonly Column<BalanceRow>[] = [
  said(["account", "科目", "account"], 20, ({ kind }, language) => accountWord(kind, language)),
  number(["accounts", "户数", "accounts"], ({ accounts }) => accounts),
  yuan(["debit", "借方（元）", "debit, yuan"], ({ unit, debit }) => (unit === "fen" ? debit : null)),
  yuan(["credit", "贷方（元）", "credit, yuan"], ({ unit, credit }) => (unit === "fen" ? credit : null)),
  points(["debit_points", "借方（积分）", "debit, points"], (row) => (row.unit === "fen" ? null : row.debit)),
  points(["credit_points", "贷方（积分）", "credit, points"], (row) =>
    row.unit === "fen" ? null : row.credit,
  ),
];

export const trialBalance = list({
  title: ["试算平衡", "trial balance"],
  path: "/v1/trial-balance",
  forStores: false,
  filter: z.strictObject({}),
  columns: () => BALANCE,
  total: async ({ desk, cell }) => (await trialBalanceOf(desk.database, cell)).rows.length,
  async *pages({ desk, cell }) {
    yield (await trialBalanceOf(desk.database, cell)).rows;
  },
});

/** Stands for the day in the last row of a bill. */
const TOTAL = "total";

const BILL: readonly Column<StoreDay>[] = [
  said(["day", "日期", "day"], 12, ({ day }, language) =>
    day === TOTAL && language === "zh" ? "合计" : day,
  ),
  yuan(["opening", "期初应付（元）", "opening, yuan"], ({ opening }) => opening),
  number(["purchases", "消费笔数", "purchases"], ({ purchases }) => purchases),
  yuan(["paid", "消费额（元）", "paid, yuan"], ({ paid }) => paid),
  yuan(["refunded", "退款（元）", "refunded, yuan"], ({ refunded }) => refunded),
  yuan(["gross", "分账消费（元）", "gross, yuan"], ({ gross }) => gross),
  yuan(["take", "抽成（元）", "take, yuan"], ({ take }) => take),
  yuan(["gross_back", "退款冲回（元）", "gross taken back, yuan"], ({ grossBack }) => grossBack),
  yuan(["take_back", "抽成冲回（元）", "take given back, yuan"], ({ takeBack }) => takeBack),
  yuan(["shortfall", "门店承担（元）", "borne by the store, yuan"], ({ shortfall }) => shortfall),
  yuan(["net", "净额（元）", "net, yuan"], ({ net }) => net),
  yuan(["closing", "期末应付（元）", "closing, yuan"], ({ closing }) => closing),
];

const billFilter = z.strictObject({
  store: bookId,
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(["day", "month"]).default("day"),
});

export const storeStatement = list({
  title: ["结算单", "settlement"],
  path: "/v1/stores/{id}/statement",
  forStores: true,
  filter: billFilter,
  columns: () => BILL,
  total: async () => 1,
  async *pages({ desk, cell }, { store, from, to, by }, { stores }) {
    if (stores !== null && !stores.includes(store)) throw new Problem("not_found", { field: "filter.store" });
    const found = await statementOf(desk.database, cell, store, from, dayAfter(to));
    if (found === null) throw new Problem("not_found", { field: "filter.store" });
    yield by === "day" ? found.days : byMonth(found.days);
    yield [{ day: TOTAL, opening: found.opening, ...found.total, closing: found.closing }];
  },
});

/** Days of a month as one: what stood at its first, what moved, what stood at its last. */
function byMonth(days: readonly StoreDay[]): StoreDay[] {
  const months = new Map<string, StoreDay>();
  for (const row of days) {
    const month = row.day.slice(0, 7);
    const before = months.get(month);
    const { opening } = before ?? row;
    const sum = before === undefined ? row : moved(before, row);
    months.set(month, { ...sum, day: month, opening, closing: row.closing });
  }
  return [...months.values()];
}
