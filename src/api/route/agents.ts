/** Agents 代理: who has which division, on what filing, since and until when. */
import { z } from "zod";
import type { Agency, AgencyState } from "#desk";
import { officerOf } from "../frame/deeds.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { accessOf, byOf, type Routes } from "../frame/request.ts";
import { done, granted, Problem } from "../problem.ts";
import { bookId, iso, time } from "../schema/money.ts";

const region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: "Division code 区划代码", examples: ["440305"] });
/** Days of a calendar of ours. */
const date = z.iso.date().refine((text) => /^(?:19|20|21)/.test(text));

const STATES = ["asked", "appointed", "refused", "ending", "ended"] as const satisfies readonly AgencyState[];
const BOOKED: readonly AgencyState[] = ["appointed", "ending", "ended"];

const agent = z
  .object({
    id: z.string(),
    region,
    member: bookId,
    filing_number: z.string().meta({ description: "Filing of the franchise 特许经营备案号" }),
    disclosed_on: z.string(),
    cooling_off_until: z.string(),
    state: z.enum(STATES),
    reason: z.string().nullable(),
    created_by: z.string(),
    created_at: time,
    appointed_seq: z.int().nullable(),
    ended_at: time.nullable(),
    ended_seq: z.int().nullable(),
  })
  .meta({ id: "Agent" });

export const agentRoutes: Routes = (app, services) => {
  const { trade, people, cell } = services;

  app.get(
    "/v1/agents",
    {
      schema: {
        operationId: "listAgents",
        tags: ["agents"],
        summary: "Agents and their filings 代理与备案",
        querystring: z.strictObject({
          ...pageQuery,
          region: region.optional(),
          state: z.enum(STATES).optional(),
        }),
        response: { 200: pageOf(agent) },
      },
    },
    async (request) => {
      const { limit, cursor, region, state } = request.query;
      const access = accessOf(request);
      const own = access.reach === "own" ? access.regions : null;
      const place = placeOf(cursor, z.tuple([z.string()]));
      const rows = await trade.agencies.list(cell, {
        limit: limit + 1,
        ...(place === null ? {} : { before: place[0] }),
        ...statesOf(state, own !== null),
        ...(region === undefined ? {} : { regions: [region] }),
        ...(own === null ? {} : { within: own }),
      });
      return page(rows, limit, ({ id }) => [id], shown);
    },
  );

  app.post(
    "/v1/agents",
    {
      config: WRITE,
      schema: {
        operationId: "appointAgent",
        tags: ["agents"],
        summary: "Appoint the agent of a division 任命区划代理",
        description:
          "Not before the franchise is filed, disclosed for thirty days, and the cooling-off over. " +
          "须已备案、信息披露满三十日、冷静期已过。",
        body: z.strictObject({
          member: bookId,
          region,
          filing_number: z.string().trim().min(1).max(60),
          disclosed_on: date,
          cooling_off_until: date,
        }),
        response: { 201: agent, 202: agent },
      },
    },
    async (request, reply) => {
      const { member, region, filing_number, disclosed_on, cooling_off_until } = request.body;
      const row = done(
        await trade.agencies.appoint(cell, {
          request: orderIdOf(request),
          member,
          region,
          filingNumber: filing_number,
          disclosedOn: disclosed_on,
          coolingOffUntil: cooling_off_until,
          by: officerOf(request).id,
        }),
      );
      if (row.state === "refused") throw new Problem("agent_state", { stands: row.reason ?? undefined });
      const person = await people.persons.findByMember(member);
      if (person !== undefined) {
        granted((await people.persons.grant(byOf(request), person.id, "agent", region)) ?? {});
      }
      return reply.code(row.state === "appointed" ? 201 : 202).send(shown(row));
    },
  );

  app.delete(
    "/v1/agents/:region",
    {
      config: WRITE,
      schema: {
        operationId: "dismissAgent",
        tags: ["agents"],
        summary: "End an agency 终止代理",
        params: z.strictObject({ region }),
        querystring: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
        response: { 200: agent },
      },
    },
    async (request) => {
      const { region } = request.params;
      const officer = officerOf(request);
      const row = done(await trade.agencies.dismiss(cell, region, officer.id, request.query.reason));
      const person = await people.persons.findByMember(row.member);
      if (person !== undefined) await people.persons.withdraw(byOf(request), person.id, "agent", region);
      return shown(row);
    },
  );
};

/** An agent sees agencies as they were booked; what was asked for or refused is the operator's to know. */
function statesOf(state: AgencyState | undefined, own: boolean): { states?: readonly AgencyState[] } {
  const states = (state === undefined ? STATES : [state]).filter((one) => !own || BOOKED.includes(one));
  return { states };
}

function shown(row: Agency): z.output<typeof agent> {
  return {
    id: row.id,
    region: row.region,
    member: row.member,
    filing_number: row.filingNumber,
    disclosed_on: row.disclosedOn,
    cooling_off_until: row.coolingOffUntil,
    state: row.state,
    reason: row.reason,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    appointed_seq: row.appointedSeq === null ? null : Number(row.appointedSeq),
    ended_at: iso(row.endedAt),
    ended_seq: row.endedSeq === null ? null : Number(row.endedSeq),
  };
}
