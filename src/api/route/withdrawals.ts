/** Withdrawals 提现 as a member sees them: asked for, looked at, taken back. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { jsonFen } from "#engine";
import { orderIdOf } from "../frame/idempotency.ts";
import { membersNamed } from "../frame/names.ts";
import { memberOf, type Own, ownOf } from "../frame/own.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { done, Problem } from "../problem.ts";
import { amountFen, between, bookId, fen, spanOf } from "../schema/money.ts";
import {
  WITHDRAWAL_STATES,
  withdrawalLineSchema,
  withdrawalSchema,
  withdrawalShown,
} from "../schema/trade.ts";
import type { Services } from "../services.ts";

export const withdrawalParams = z.strictObject({ id: z.string().min(1).max(64) });

export const withdrawalRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.post(
    "/v1/withdrawals",
    {
      config: { idempotent: true },
      schema: {
        operationId: "applyForWithdrawal",
        tags: ["withdrawals"],
        summary: "Ask for money out of the wallet or the commissions 申请提现",
        description:
          "The money is held in the book until it is paid or goes back. The payee is the " +
          "member himself: his own " +
          "card on record, or his own account at a channel. 申请后款项先冻结；只能提到会员本人名下。",
        body: z
          .strictObject({
            source: z.enum(["wallet", "commission"]),
            amount_fen: amountFen,
            way: z
              .string()
              .min(1)
              .max(40)
              .meta({ description: "`bank_card`, or a channel 银行卡或渠道名", examples: ["bank_card"] }),
          })
          .meta({ examples: [{ source: "wallet", amount_fen: 50_000, way: "bank_card" }] }),
        response: { 201: withdrawalSchema },
      },
    },
    async (request, reply) => {
      const member = memberOf(request);
      const { source, amount_fen, way } = request.body;
      const payee = await payeeOf(services, request, way);
      const row = done(
        await trade.withdrawals.apply(cell, {
          request: orderIdOf(request),
          member,
          source,
          amountFen: BigInt(amount_fen),
          payee,
          by: byOf(request).who,
        }),
      );
      return reply.code(201).send(withdrawalShown(row, false));
    },
  );

  app.post(
    "/v1/withdrawals/:id/cancel",
    {
      config: WRITE,
      schema: {
        operationId: "cancelWithdrawal",
        tags: ["withdrawals"],
        summary: "Take a withdrawal back before anybody has approved it 撤回提现",
        params: withdrawalParams,
        response: { 200: withdrawalSchema },
      },
    },
    async (request) => {
      const member = memberOf(request);
      const answer = await trade.withdrawals.cancel(cell, request.params.id, member);
      return withdrawalShown(done(answer), false);
    },
  );
};

const filter = {
  ...between,
  id: z.string().min(1).max(64).optional(),
  member: bookId.optional(),
  phone: z.string().trim().min(1).max(40).optional().meta({ description: "Whole, for staff 完整手机号" }),
};

const totals = z.object({
  items: z.array(z.object({ state: z.enum(WITHDRAWAL_STATES), count: z.int(), amount_fen: fen })),
});

export const withdrawalReadRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.get(
    "/v1/withdrawals",
    {
      schema: {
        operationId: "listWithdrawals",
        tags: ["withdrawals"],
        summary: "Withdrawals, the newest first 提现列表",
        querystring: z.strictObject({
          ...pageQuery,
          ...filter,
          state: z.enum(WITHDRAWAL_STATES).optional(),
        }),
        response: { 200: pageOf(withdrawalLineSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, state, ...asked } = request.query;
      const own = ownOf(request);
      const before = placeOf(cursor, z.tuple([z.string().max(64)]))?.[0];
      const rows = await trade.withdrawals.list(cell, {
        ...(await filterOf(services, own, asked)),
        limit: limit + 1,
        states: state === undefined ? undefined : [state],
        before,
      });
      const nameOf = await membersNamed(services, request, rows);
      return page(
        rows,
        limit,
        ({ id }) => [id],
        (row) => ({ ...withdrawalShown(row, own === null), ...nameOf(row) }),
      );
    },
  );

  app.get(
    "/v1/withdrawal-totals",
    {
      schema: {
        operationId: "getWithdrawalTotals",
        tags: ["withdrawals"],
        summary: "How many withdrawals stand in each state 各状态的提现数",
        querystring: z.strictObject(filter),
        response: { 200: totals },
      },
    },
    async (request) => {
      const own = ownOf(request);
      const rows = await trade.withdrawals.counts(cell, await filterOf(services, own, request.query));
      return {
        items: rows.map(({ state, count, grossFen }) => ({ state, count, amount_fen: jsonFen(grossFen) })),
      };
    },
  );

  app.get(
    "/v1/withdrawals/:id",
    {
      schema: {
        operationId: "getWithdrawal",
        tags: ["withdrawals"],
        summary: "How a withdrawal stands 查一笔提现",
        params: withdrawalParams,
        response: { 200: withdrawalLineSchema },
      },
    },
    async (request) => {
      const own = ownOf(request);
      const row = await trade.withdrawals.find(cell, request.params.id);
      if (row === undefined || (own !== null && own.member !== row.member)) {
        throw new Problem("withdrawal_request_unknown");
      }
      const nameOf = await membersNamed(services, request, [row]);
      return { ...withdrawalShown(row, own === null), ...nameOf(row) };
    },
  );
};

/** Where the money goes, masked. It goes to nobody but the member. */
async function payeeOf({ people, demoGateway }: Services, request: FastifyRequest, way: string) {
  if (way === "demo" && demoGateway !== null) return { way, hint: "演示渠道 demo", sameName: true };
  if (way !== "bank_card") throw new Problem("channel_unknown", { field: "way" });
  const { actor } = request;
  const { real_name, bank_card } =
    actor.kind === "principal" ? await people.personal.hints(actor.principal.id) : {};
  if (real_name === undefined || bank_card === undefined) {
    throw new Problem("payee_not_same_name", { field: "way" });
  }
  return { way, hint: `${real_name} ${bank_card}`, sameName: true };
}

const filterSchema = z.object(filter);

/** What the rows are asked for; a member's own and no others where he asks himself. */
async function filterOf(
  { people }: Services,
  own: Own | null,
  { from, to, id, member, phone }: z.output<typeof filterSchema>,
) {
  if (own !== null && (own.member === null || phone !== undefined || (member ?? own.member) !== own.member)) {
    throw new Problem("forbidden");
  }
  const called = phone === undefined ? [] : [(await people.persons.findByPhone(phone))?.member ?? ""];
  const wanted = [own?.member ?? member ?? [], called].flat();
  const members = wanted.every((one) => one === wanted[0]) ? wanted.slice(0, 1) : [];
  return { id, members: wanted.length === 0 ? undefined : members, ...spanOf({ from, to }) };
}
