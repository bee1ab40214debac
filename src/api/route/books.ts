/** The book 账簿 itself: journals, accounts with the balance after each row, the trial balance. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { jsonFen } from "#engine";
import {
  accountHistory,
  balanceRecord,
  type HistoryRow,
  type JournalHead,
  journalAt,
  journals,
  points as shownPoints,
  trialBalanceOf,
} from "#statement";
import { pageOf, pageQuery } from "../frame/paging.ts";
import { accessOf, type Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { between, bookId, fen, iso, points, spanOf, time } from "../schema/money.ts";

const journal = z
  .object({
    seq: z.int(),
    order: z.string().meta({ description: "Id of the order, or of the purchase that settled 指令编号" }),
    asked: z.boolean().meta({ description: "False where time brought it 由时间引起的为 false" }),
    kind: z.string(),
    at: time.nullable(),
    recorded_at: time,
    head: z.string().meta({ description: "Head of the chain up to it 至此的链首" }),
    journal: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Journal" });

const row = z
  .object({
    seq: z.int(),
    line: z.int(),
    order: z.string(),
    kind: z.string(),
    step: z.string(),
    amount_fen: fen.nullable(),
    amount_points: points.nullable(),
    balance_fen: fen.nullable().meta({ description: "Balance after this row 本行之后的余额" }),
    balance_points: points.nullable(),
    counter: z.string().meta({ description: "The account on the other side 对方科目" }),
    at: time.nullable(),
    recorded_at: time,
  })
  .meta({ id: "HistoryRow" });

const figure = z.union([z.int(), z.string()]).meta({ description: "Fen, or points 分，或积分" });
const side = { unit: z.enum(["fen", "points"]), credit: figure, debit: figure };

const balance = z
  .object({
    seq: z.int().nullable(),
    rows: z.array(z.object({ kind: z.string(), accounts: z.int(), ...side })),
    totals: z.array(z.object({ ...side, balanced: z.boolean() })),
    conservation: z.object({
      received_fen: fen,
      accounts_fen: fen,
      pool_fen: fen,
      remainder_fen: fen,
      holds: z.boolean(),
    }),
    named: z.array(z.object({ account: z.string(), unit: z.enum(["fen", "points"]), balance: figure })),
  })
  .meta({ id: "TrialBalance" });

export const bookRoutes: Routes = (app, { desk, cell }) => {
  app.get(
    "/v1/journals",
    {
      schema: {
        operationId: "listJournals",
        tags: ["books"],
        summary: "Journals, the newest first 凭证列表",
        querystring: z.strictObject({
          ...pageQuery,
          ...between,
          kind: z.string().min(1).max(40).optional(),
          id: bookId.optional().meta({ description: "Of an order 指令编号" }),
          member: bookId.optional().meta({ description: "One of whose accounts was touched 涉及的会员" }),
          merchant: bookId.optional().meta({ description: "Whose account was touched 涉及的商户" }),
        }),
        response: { 200: pageOf(journal) },
      },
    },
    async (request) => {
      whole(request);
      const { from, to, ...asked } = request.query;
      const { items, next } = await journals(desk.database, cell, { ...asked, ...spanOf({ from, to }) });
      return { items: items.map(journalShown), next_cursor: next };
    },
  );

  app.get(
    "/v1/journals/:seq",
    {
      schema: {
        operationId: "getJournal",
        tags: ["books"],
        summary: "A journal by its number 查一张凭证",
        params: z.strictObject({ seq: z.string().regex(/^[1-9]\d{0,17}$/) }),
        response: { 200: journal },
      },
    },
    async (request) => {
      whole(request);
      const found = await journalAt(desk.database, cell, BigInt(request.params.seq));
      if (found === null) throw new Problem("not_found", { field: "seq" });
      return journalShown(found);
    },
  );

  app.get(
    "/v1/accounts/:account/history",
    {
      schema: {
        operationId: "getAccountHistory",
        tags: ["books"],
        summary: "An account's rows with the balance after each 科目流水",
        params: z.strictObject({
          account: z
            .string()
            .min(1)
            .max(200)
            .meta({ description: "Such as wallet:m-1001, payable:s-tea, pool 如 wallet:会员号" }),
        }),
        querystring: z.strictObject({ ...pageQuery, ...between }),
        response: {
          200: pageOf(row).extend({ account: z.string(), unit: z.enum(["fen", "points"]) }),
        },
      },
    },
    async (request) => {
      const { account } = request.params;
      const access = accessOf(request);
      const isOwn = access.reach === "all" || access.stores.some((store) => account === `payable:${store}`);
      if (!isOwn) throw new Problem("forbidden");
      const key = /^\d{1,16}$/.test(account) ? BigInt(account) : account;
      const { from, to, ...asked } = request.query;
      const found = await accountHistory(desk.database, cell, key, { ...asked, ...spanOf({ from, to }) });
      if (found === null) throw new Problem("not_found", { field: "account" });
      const { unit, items, next } = found;
      return {
        account: found.account,
        unit: unit === "fen" ? ("fen" as const) : ("points" as const),
        items: items.map((one) => rowShown(one, unit)),
        next_cursor: next,
      };
    },
  );
};

export const balanceRoutes: Routes = (app, { desk, cell }) => {
  app.get(
    "/v1/trial-balance",
    {
      schema: {
        operationId: "getTrialBalance",
        tags: ["books"],
        summary: "All accounts by kind, and that nothing is missing 试算平衡",
        response: { 200: balance },
      },
    },
    async (request) => {
      whole(request);
      const now = await trialBalanceOf(desk.database, cell);
      const { rows, totals, conservation } = balanceRecord(now);
      const named = now.named.map(({ account, unit, balance: held }) =>
        unit === "fen"
          ? { account, unit: "fen" as const, balance: jsonFen(held) }
          : { account, unit: "points" as const, balance: shownPoints(held) },
      );
      return {
        seq: now.seq === null ? null : Number(now.seq),
        rows: rows.map((one) => ({ ...one, unit: unitOf(one.unit) })),
        totals: totals.map((one) => ({ ...one, unit: unitOf(one.unit) })),
        conservation,
        named,
      };
    },
  );
};

const unitOf = (unit: string) => (unit === "fen" ? ("fen" as const) : ("points" as const));

/** The whole book is no store's to read, whatever its key may read besides. */
function whole(request: FastifyRequest): void {
  if (accessOf(request).reach !== "all") throw new Problem("forbidden");
}

function journalShown({ seq, order, asked, kind, at, recordedAt, head, record }: JournalHead) {
  const when = { at: iso(at), recorded_at: recordedAt.toISOString() };
  return { seq: Number(seq), order, asked, kind, ...when, head, journal: { ...record } };
}

function rowShown(one: HistoryRow, unit: "fen" | "grains"): z.output<typeof row> {
  const { seq, line, order, kind, step, counter, amount, balance: after, at, recordedAt } = one;
  const inFen = unit === "fen";
  return {
    ...{ seq: Number(seq), line, order, kind, step, counter },
    amount_fen: inFen ? jsonFen(amount) : null,
    amount_points: inFen ? null : shownPoints(amount),
    balance_fen: inFen ? jsonFen(after) : null,
    balance_points: inFen ? null : shownPoints(after),
    at: iso(at),
    recorded_at: recordedAt.toISOString(),
  };
}
