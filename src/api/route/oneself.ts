/** What everybody signed in may see and change of himself: password, logins, open sessions, consents. */
import { z } from "zod";
import { self } from "../frame/deeds.ts";
import { sessionTokenOf } from "../frame/gate.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, fromOf, type Routes } from "../frame/request.ts";
import { granted, Problem } from "../problem.ts";
import { time } from "../schema/money.ts";
import { consentSchema, consentShown, deviceSchema, deviceShown, where } from "../schema/person.ts";

const login = z
  .object({
    at: time,
    way: z.enum(["code", "password"]),
    outcome: z.enum(["in", "refused", "locked", "replayed"]),
    ...where,
  })
  .meta({ id: "Login" });

export const oneselfRoutes: Routes = (app, { people, desk }, settings) => {
  app.post(
    "/v1/session/password",
    {
      config: WRITE,
      schema: {
        operationId: "changePassword",
        tags: ["session"],
        summary: "Change one's own password; other sessions end 修改密码，其他登录失效",
        body: z.strictObject({ old: z.string().min(1).max(200), new: z.string().min(1).max(200) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const token = sessionTokenOf(request, settings.secure);
      const { id } = self(request);
      granted((await people.staff.changePassword(byOf(request), id, request.body, token)) ?? {});
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/v1/session/logins",
    {
      schema: {
        operationId: "listLogins",
        tags: ["session"],
        summary: "One's own sign-ins, newest first 登录记录",
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(login) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const place = placeOf(cursor, z.tuple([z.string()]));
      const rows = await people.logins(self(request).id, limit + 1, place?.[0] ?? null);
      return page(
        rows,
        limit,
        ({ id }) => [id],
        ({ at, way, outcome, ip, agent }) => ({ at: at.toISOString(), way, outcome, ip, agent }),
      );
    },
  );

  app.get(
    "/v1/session/devices",
    {
      schema: {
        operationId: "listDevices",
        tags: ["session"],
        summary: "Where one is signed in 已登录的设备",
        response: { 200: z.object({ items: z.array(deviceSchema) }) },
      },
    },
    async (request) => {
      const rows = await people.sessions.list(self(request).id);
      return { items: rows.map(deviceShown) };
    },
  );

  app.delete(
    "/v1/session/devices",
    {
      config: WRITE,
      schema: {
        operationId: "signOutElsewhere",
        tags: ["session"],
        summary: "Sign out everywhere else 退出其他设备",
        response: { 200: z.object({ closed: z.int() }) },
      },
    },
    async (request) => {
      const token = sessionTokenOf(request, settings.secure);
      const { id } = self(request);
      const closed = await desk.database.transaction(async (tx) => {
        const count = await people.sessions.closeAll(tx, id, token);
        await people.audit.append(tx, byOf(request), { action: "session.close", target: `principal:${id}` });
        return count;
      });
      return { closed };
    },
  );
};

export const consentRoutes: Routes = (app, { people }) => {
  app.get(
    "/v1/session/consents",
    {
      schema: {
        operationId: "listConsents",
        tags: ["session"],
        summary: "What one agreed to and took back 同意记录",
        response: { 200: z.object({ items: z.array(consentSchema) }) },
      },
    },
    async (request) => ({ items: (await people.consents.list(self(request).id)).map(consentShown) }),
  );

  app.post(
    "/v1/session/consents",
    {
      config: WRITE,
      schema: {
        operationId: "recordConsent",
        tags: ["session"],
        summary: "Agree to a text, or take it back 同意或撤回",
        body: z.strictObject({
          purpose: z.enum(["disclosure", "agreement", "privacy", "referral", "marketing", "identity"]),
          text_id: z.string().trim().min(1).max(80),
          text: z.string().min(1).max(60_000).meta({ description: "The text as it was shown 所示原文" }),
          given: z.boolean(),
        }),
        response: { 201: consentSchema },
      },
    },
    async (request, reply) => {
      const { purpose, text_id: textId, text, given } = request.body;
      const shown = { textId, text };
      if (purpose === "disclosure" && given && !people.consents.gaveDisclosure(shown)) {
        throw new Problem("text_unknown", { field: "text" });
      }
      const made = await people.consents.record(self(request), purpose, shown, given, fromOf(request));
      return reply.code(201).send(consentShown(made));
    },
  );
};
