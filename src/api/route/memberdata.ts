/** A member's own data 会员信息: all of it as JSON, and its erasure. */
import { z } from "zod";
import { seesPlainly } from "#people";
import { memberBalances, purchases } from "#statement";
import { memberExport } from "../frame/export.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { notFound, selfOnly } from "../frame/within.ts";
import { granted, Problem } from "../problem.ts";
import { memberParams as params } from "../schema/party.ts";
import type { Services } from "../services.ts";

const OPEN_WITHDRAWALS = [
  "requested",
  "applied",
  "first_approved",
  "approved",
  "sent",
  "awaiting_member",
] as const;
const OPEN_PAYMENTS = ["paid", "mismatch", "refund_due"] as const;

export const memberDataRoutes: Routes = (app, services) => {
  const { people } = services;

  app.get(
    "/v1/members/:id/export",
    {
      schema: {
        operationId: "exportMember",
        tags: ["members"],
        summary: "Everything known of a member, as JSON 导出会员的全部信息",
        params,
        response: { 200: z.record(z.string(), z.unknown()).meta({ id: "MemberExport" }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      selfOnly(request, id);
      const { actor } = request;
      const plain = actor.kind === "principal" && seesPlainly(actor.principal, id);
      const found = await memberExport(services, byOf(request), id, plain ? "plain" : "masked");
      if (found === null) throw notFound();
      return found;
    },
  );

  app.delete(
    "/v1/members/:id",
    {
      config: WRITE,
      schema: {
        operationId: "eraseMember",
        tags: ["members"],
        summary: "Erase a member's personal data 注销会员",
        description:
          "The book keeps its entries under the bare id. Refused while points, money, purchases or " +
          "duties are left. 账簿只留编号；还有积分、余额、提现、待结消费或职务时不予注销。",
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      selfOnly(request, id);
      const person = await people.persons.findByMember(id);
      if (person === undefined) throw notFound();
      const { merchant, clerk } = person.stores;
      if (merchant.length + clerk.length + person.regions.length > 0) throw new Problem("duties_left");
      await nothingLeft(services, id);
      granted((await people.personal.erase(byOf(request), person.id)) ?? {});
      return reply.code(204).send(null);
    },
  );
};

/** Refuses while anything of value is left. */
async function nothingLeft({ desk, trade, cell }: Services, member: string): Promise<void> {
  const open = { members: [member], states: OPEN_WITHDRAWALS, limit: 1 };
  const withdrawals = await trade.withdrawals.list(cell, open);
  if (withdrawals.length > 0) throw new Problem("withdrawals_open");
  const pending = await purchases(desk.database, cell, { member, state: "pending", limit: 1 });
  if (pending.items.length > 0) throw new Problem("purchases_pending");
  const paid = await trade.payments.list(cell, { member, states: OPEN_PAYMENTS, limit: 1 });
  const held = await memberBalances(desk.database, cell, member);
  const left = held !== null && held.points + held.wallet + held.commission + held.frozen > 0n;
  if (left || paid.length > 0) throw new Problem("balance_left");
}
