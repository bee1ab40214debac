/** Who and what works in a store 门店的人与机: clerks, and keys of its tills. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isRefused, type Principal, STORE_KEY_SCOPES } from "#people";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { accessOf, byOf, type Routes } from "../frame/request.ts";
import { notFound, storeWithin } from "../frame/within.ts";
import { granted } from "../problem.ts";
import { keyMadeSchema, keySchema, keyShown, scopes } from "../schema/admin.ts";
import { bookId } from "../schema/money.ts";
import { faceShown, storeParams as params } from "../schema/party.ts";
import type { Services } from "../services.ts";

const clerk = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    active: z.boolean(),
    erased: z.boolean(),
  })
  .meta({ id: "Clerk" });

export const clerkRoutes: Routes = (app, services) => {
  const { people } = services;

  app.get(
    "/v1/stores/:id/clerks",
    {
      schema: {
        operationId: "listClerks",
        tags: ["stores"],
        summary: "Clerks of a store, masked 店员名单，打码",
        params,
        response: { 200: z.object({ items: z.array(clerk) }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const holders = await people.persons.holders("clerk", id);
      const faces = await people.persons.facesOf(holders.map((one) => one.id));
      return { items: holders.map((one) => ({ id: one.id, ...faceShown(faces.get(one.id)) })) };
    },
  );

  app.post(
    "/v1/stores/:id/clerks",
    {
      config: WRITE,
      schema: {
        operationId: "addClerk",
        tags: ["stores"],
        summary: "Take a clerk on, by phone 添加店员",
        params,
        body: z.strictObject({
          phone: z.string().min(1).max(40),
          name: z.string().trim().min(1).max(60).optional(),
        }),
        response: { 201: clerk },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const person = await personOf(services, request, request.body);
      granted((await people.persons.grant(byOf(request), person.id, "clerk", id)) ?? {});
      const faces = await people.persons.facesOf([person.id]);
      return reply.code(201).send({ id: person.id, ...faceShown(faces.get(person.id)) });
    },
  );

  app.delete(
    "/v1/stores/:id/clerks/:clerk",
    {
      config: WRITE,
      schema: {
        operationId: "removeClerk",
        tags: ["stores"],
        summary: "Let a clerk go; open sessions end 移除店员，登录随即失效",
        params: z.strictObject({ id: bookId, clerk: z.string().min(1).max(64) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id, clerk } = request.params;
      await storeWithin(services, request, id);
      const gone = await people.persons.withdraw(byOf(request), clerk, "clerk", id);
      if (gone !== null) throw notFound("clerk");
      return reply.code(204).send(null);
    },
  );
};

/** The person of a phone; a clerk need not be a member. */
async function personOf(
  { people }: Services,
  request: FastifyRequest,
  { phone, name }: { readonly phone: string; readonly name?: string | undefined },
): Promise<Principal> {
  const known = await people.persons.findByPhone(phone);
  if (known !== undefined) return known;
  const named = name === undefined ? {} : { name };
  const made = await people.persons.create(byOf(request), { phone, member: null, ...named });
  if (!isRefused(made)) return made;
  // Made by another request at the same moment.
  return (await people.persons.findByPhone(phone)) ?? granted<Principal>(made);
}

const storeScopes = scopes.meta({ description: `Of these 可选：${STORE_KEY_SCOPES.join(", ")}` });

export const storeKeyRoutes: Routes = (app, services) => {
  const { people } = services;

  app.get(
    "/v1/stores/:id/keys",
    {
      schema: {
        operationId: "listStoreKeys",
        tags: ["stores"],
        summary: "Keys of a store's tills 收银密钥",
        params,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(keySchema) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const { limit, cursor } = request.query;
      const place = placeOf(cursor, z.tuple([z.string()]));
      const rows = await people.keys.list([id], limit + 1, place?.[0] ?? null);
      return page(rows, limit, (row) => [row.id], keyShown);
    },
  );

  app.post(
    "/v1/stores/:id/keys",
    {
      config: WRITE,
      schema: {
        operationId: "createStoreKey",
        tags: ["stores"],
        summary: "Make a key for a till 新建收银密钥",
        params,
        body: z.strictObject({ name: z.string().trim().min(1).max(60), scopes: storeScopes }),
        response: { 201: keyMadeSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await storeWithin(services, request, id);
      const made = granted(await people.keys.create(byOf(request), { ...request.body, store: id }));
      return reply.code(201).send(made);
    },
  );

  app.delete(
    "/v1/keys/:id",
    {
      config: WRITE,
      schema: {
        operationId: "revokeKey",
        tags: ["admin"],
        summary: "Revoke a key 吊销密钥",
        params: z.strictObject({ id: z.string().min(1).max(64) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const access = accessOf(request);
      const stores = access.reach === "all" ? ("all" as const) : access.stores;
      granted((await people.keys.revoke(byOf(request), request.params.id, stores)) ?? {});
      return reply.code(204).send(null);
    },
  );
};
