/** Withdrawals 提现 as officers decide on them: approved, rejected with a reason, paid with a voucher. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Trade, Withdrawal } from "#desk";
import { act, officerOf } from "../frame/deeds.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { granted, Problem } from "../problem.ts";
import { withdrawalSchema, withdrawalShown } from "../schema/trade.ts";
import type { Services } from "../services.ts";
import { withdrawalParams } from "./withdrawals.ts";

type Withdrawals = Trade["withdrawals"];

const destination = z
  .object({
    name: z.string(),
    card_number: z.string(),
  })
  .meta({ id: "WithdrawalDestination" });

const words = z.string().trim().min(1).max(500);

export const payoutRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  /** Does something to the withdrawal a request names and shows it. */
  const decided = async (
    request: FastifyRequest,
    id: string,
    verb: string,
    work: (officer: string) => ReturnType<Withdrawals["reject"]>,
  ) => {
    const { id: officer } = officerOf(request);
    const deed = { action: `withdrawal.${verb}`, target: `withdrawal:${id}` };
    return withdrawalShown(await act<Withdrawal>(services, request, deed, () => work(officer)), true);
  };

  app.post(
    "/v1/withdrawals/:id/approve",
    {
      config: WRITE,
      schema: {
        operationId: "approveWithdrawal",
        tags: ["withdrawals"],
        summary: "Approve a withdrawal; a large one takes two officers 批准提现",
        params: withdrawalParams,
        response: { 200: withdrawalSchema },
      },
    },
    (request) => {
      const { id } = request.params;
      return decided(request, id, "approve", (officer) => trade.withdrawals.approve(cell, id, officer));
    },
  );

  app.post(
    "/v1/withdrawals/:id/reject",
    {
      config: WRITE,
      schema: {
        operationId: "rejectWithdrawal",
        tags: ["withdrawals"],
        summary: "Reject a withdrawal and say why; the money goes back 驳回提现",
        params: withdrawalParams,
        body: z
          .strictObject({ reason: words.meta({ description: "Shown to the member 会员可见" }) })
          .meta({ examples: [{ reason: "银行卡信息不全，请补充后再申请" }] }),
        response: { 200: withdrawalSchema },
      },
    },
    (request) => {
      const { id } = request.params;
      const { reason } = request.body;
      return decided(request, id, "reject", (officer) => trade.withdrawals.reject(cell, id, officer, reason));
    },
  );

  app.post(
    "/v1/withdrawals/:id/pay",
    {
      config: WRITE,
      schema: {
        operationId: "payWithdrawal",
        tags: ["withdrawals"],
        summary: "Pay an approved withdrawal 支付提现",
        description:
          "With a voucher it has been paid by hand; without one it goes by its channel. 有凭证号即已人工打款；否则经渠道。",
        params: withdrawalParams,
        body: z
          .strictObject({
            voucher: words.optional().meta({ description: "Number of the transfer 打款凭证号" }),
          })
          .meta({ examples: [{ voucher: "ICBC-20261102-0007" }] }),
        response: { 200: withdrawalSchema },
      },
    },
    (request) => {
      const { id } = request.params;
      const { voucher } = request.body;
      return decided(request, id, "pay", (officer) => trade.withdrawals.pay(cell, id, officer, voucher));
    },
  );

  app.post(
    "/v1/withdrawals/:id/destination",
    {
      schema: {
        operationId: "readWithdrawalDestination",
        tags: ["withdrawals"],
        summary: "Name and whole card of an approved withdrawal, to pay it by hand; logged 查看收款账号",
        description:
          "A write, for each look stands in the operation log. 每次查看都记入操作日志，因此用 POST。",
        params: withdrawalParams,
        response: { 200: destination },
      },
    },
    async (request) => await destinationOf(services, request, request.params.id),
  );
};

async function destinationOf(
  { trade, people, cell }: Services,
  request: FastifyRequest,
  id: string,
): Promise<z.output<typeof destination>> {
  officerOf(request);
  const row = await trade.withdrawals.find(cell, id);
  if (row === undefined) throw new Problem("withdrawal_request_unknown");
  if (row.payeeWay !== "bank_card") throw new Problem("payee_by_channel", { field: "id" });
  if (row.state !== "approved") throw new Problem("withdrawal_state", { field: "id", stands: row.state });
  const person = (await people.persons.findByMember(row.member))?.id ?? "";
  const deed = { action: "withdrawal.destination", target: `withdrawal:${id}` };
  const payee = granted(await people.personal.payee(byOf(request), { person, hint: row.payeeHint, deed }));
  if (payee === undefined) throw new Problem("payee_changed", { field: "id" });
  return { name: payee.name, card_number: payee.card };
}
