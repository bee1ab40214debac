/** Purchases 消费: taken at a till, and shown with what became of every fen. */
import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { showPoints } from "#engine";
import { type PurchaseRow, purchaseOf, purchaseReceipt } from "#statement";
import { type Booked, book, fenOf } from "../frame/book.ts";
import { seesTaker } from "../frame/bought.ts";
import { idempotencyKey } from "../frame/idempotency.ts";
import { membersNamed } from "../frame/names.ts";
import { type Own, ownOf, reaches, servesAt } from "../frame/own.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { amountFen, bookId, fen, points, time } from "../schema/money.ts";
import { receiptSchema } from "../schema/receipt.ts";
import { purchaseSchema, purchaseShown } from "../schema/trade.ts";
import type { Services } from "../services.ts";

const taken = z
  .object({
    id: z.string(),
    seq: z.int(),
    repeated: z.boolean(),
    state: z.enum(["pending", "settled"]),
    member: bookId,
    merchant: bookId,
    amount_fen: fen,
    points: points.nullable().meta({ description: "Null while it is pending 待结时为空" }),
    settles_at: time.nullable(),
    disclosure_seen: z
      .boolean()
      .meta({ description: "False: show the member the disclosure 否则请向会员出示会员须知" }),
  })
  .meta({ id: "PurchaseTaken" });

const receipt = z
  .object({
    receipt: receiptSchema.meta({ description: "Every fen, to whom and why 每一分的去向" }),
    text: z.string(),
    refunds: z.array(
      z.object({
        seq: z.int(),
        order: z.string(),
        at: time,
        amount_fen: fen,
        lines: z.array(
          z.object({
            step: z.string(),
            word: z.string(),
            from: z.string(),
            to: z.string(),
            amount: z.string().meta({ description: "Fen, or points where points moved 分，或积分" }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "PurchaseReceipt" });

export const purchaseParams = z.strictObject({ id: bookId });

export const purchaseRoutes: Routes = (app, services) => {
  const { desk, people, cell } = services;

  app.post(
    "/v1/purchases",
    {
      config: { idempotent: true },
      schema: {
        operationId: "createPurchase",
        tags: ["trade"],
        summary: "Book a purchase paid at the till 门店收款入账",
        description:
          "For tills and clerks who have taken the money. The id says who took it. 供收银系统与店员，款已收讫。",
        body: z
          .strictObject({
            member: bookId,
            merchant: bookId,
            amount_fen: amountFen,
            cost_fen: amountFen.optional().meta({ description: "Own goods only 仅自营商品" }),
          })
          .meta({ examples: [{ member: "m-1001", merchant: "s-tea", amount_fen: 12_800 }] }),
        response: { 201: taken },
      },
    },
    async (request, reply) => {
      const { member, merchant, amount_fen, cost_fen } = request.body;
      if (!servesAt(ownOf(request), merchant)) throw new Problem("forbidden");
      const cost = cost_fen === undefined ? {} : { cost_fen };
      const order = { id: tillId(request), kind: "purchase", member, merchant, amount_fen, ...cost };
      const booked = await book(services, order);
      const disclosure_seen = await people.consents.disclosed(member);
      return reply.code(201).send(takenShown(booked, { member, merchant, amount_fen, disclosure_seen }));
    },
  );

  app.get(
    "/v1/purchases/:id",
    {
      schema: {
        operationId: "getPurchase",
        tags: ["trade"],
        summary: "A purchase as it stands 查一笔消费",
        params: purchaseParams,
        response: { 200: purchaseSchema },
      },
    },
    async (request) => {
      const row = await ownPurchase(services, request, request.params.id);
      const nameOf = await membersNamed(services, request, [row]);
      return { ...purchaseShown(row, seesTaker(request, row.merchant)), ...nameOf(row) };
    },
  );

  app.get(
    "/v1/purchases/:id/receipt",
    {
      schema: {
        operationId: "getReceipt",
        tags: ["trade"],
        summary: "Where every fen of a purchase went 分账单",
        params: purchaseParams,
        querystring: z.strictObject({ lang: z.enum(["zh", "en"]).default("zh") }),
        response: { 200: receipt },
      },
    },
    async (request) => {
      const { id } = await ownPurchase(services, request, request.params.id);
      const found = await purchaseReceipt(desk.database, cell, id, request.query.lang);
      if (found === null) throw new Problem("not_found", { field: "id" });
      const refunds = found.refunds.map(({ seq, order, at, amount, lines }) => ({
        seq: Number(seq),
        order,
        at: at.toISOString(),
        amount_fen: fenOf(amount),
        lines: lines.map((line) => ({
          ...line,
          amount: line.from.startsWith("points") ? showPoints(line.amount) : `${line.amount}`,
        })),
      }));
      return { receipt: found.receipt, text: found.text, refunds };
    },
  );
};

/** Id of a purchase at the till: it begins with who took it, so that a clerk's own are known by it. */
function tillId(request: FastifyRequest): string {
  const { who } = byOf(request);
  return `${tillOf(who)}${hash("sha256", JSON.stringify([who, idempotencyKey(request)]), "base64url")}`;
}

const tillOf = (who: string) => `till:${who}:`;

function takenShown(
  { id, seq, repeated, record }: Booked,
  asked: Pick<z.output<typeof taken>, "member" | "merchant" | "amount_fen" | "disclosure_seen">,
): z.output<typeof taken> {
  const { entry } = record;
  const settled = entry.type === "purchased" ? showPoints(BigInt(entry.purchase.points)) : null;
  const settles = entry.type === "pended" ? entry.settles : null;
  const state = entry.type === "pended" ? "pending" : "settled";
  return { id, seq, repeated, state, ...asked, points: settled, settles_at: settles };
}

/** A purchase within the asker's reach; one that is not is as good as none. */
export async function ownPurchase(
  services: Services,
  request: FastifyRequest,
  id: string,
): Promise<PurchaseRow> {
  const own = ownOf(request);
  const row = await purchaseOf(services.desk.database, services.cell, id);
  if (row === null) throw new Problem("not_found", { field: "id" });
  const by = own?.served.includes(row.merchant) === true ? await takerOf(services, own, id) : null;
  if (!reaches(own, { ...row, by })) throw new Problem("not_found", { field: "id" });
  return row;
}

/** Who took a purchase: by its id at a till, by its payment otherwise. */
async function takerOf({ trade, cell }: Services, own: Own, id: string): Promise<string | null> {
  if (id.startsWith(tillOf(own.who))) return own.who;
  if (!id.startsWith("pay:")) return null;
  return (await trade.payments.find(cell, id.slice("pay:".length)))?.createdBy ?? null;
}
