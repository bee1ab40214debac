/** Stores 门店: opened in the book, with the words about them beside it. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isTradeRefusal, type StoreProfile } from "#desk";
import { storePhone } from "#people";
import { officerOf } from "../frame/deeds.ts";
import { orderIdOf } from "../frame/idempotency.ts";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { accessOf, byOf, type Routes } from "../frame/request.ts";
import { notFound, reachesStore } from "../frame/within.ts";
import { done, granted, Problem } from "../problem.ts";
import { bookId } from "../schema/money.ts";
import { storeParams as params, storeSchema, storeShown } from "../schema/party.ts";
import type { Services } from "../services.ts";

const region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ examples: ["440305"] });
const name = z.string().trim().min(1).max(80);
const phone = z.string().trim().max(40).nullable();
const address = z.string().trim().max(200);

const opening = z.strictObject({
  id: bookId.optional().meta({ description: "By default a new one 默认新编" }),
  name_zh: name,
  name_en: name.nullable().optional(),
  address,
  phone: phone.optional(),
  owner: bookId.meta({ description: "The member whose it is 店主（会员）" }),
  region,
  take: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,4})?%$/)
    .optional()
    .meta({ description: "By default the plan's 默认按章程", examples: ["20%"] }),
  recruiter: bookId.optional(),
  goods: z.boolean().default(false).meta({ description: "The operator's own goods 自营商品" }),
  feed: z.string().min(1).max(40).optional(),
});

export const storesRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.get(
    "/v1/stores",
    {
      schema: {
        operationId: "listStores",
        tags: ["stores"],
        summary: "Stores 门店名单",
        querystring: z.strictObject({
          ...pageQuery,
          region: region.optional().meta({ description: "A division and all below it 区划及其下级" }),
          owner: bookId.optional(),
        }),
        response: { 200: pageOf(storeSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, region, owner } = request.query;
      const place = placeOf(cursor, z.tuple([z.string()]));
      const access = accessOf(request);
      const rows = await trade.stores.list(cell, {
        ...(access.reach === "all" ? {} : { within: { merchants: access.stores, regions: access.regions } }),
        ...(region === undefined ? {} : { region }),
        ...(owner === undefined ? {} : { owner }),
        ...(place === null ? {} : { after: place[0] }),
        limit: limit + 1,
      });
      return page(
        rows,
        limit,
        ({ merchant }) => [merchant],
        (row) => shown(services, request, row),
      );
    },
  );

  app.post(
    "/v1/stores",
    {
      config: WRITE,
      schema: {
        operationId: "openStore",
        tags: ["stores"],
        summary: "Open a store 开店",
        body: opening,
        response: { 201: storeSchema, 202: storeSchema },
      },
    },
    async (request, reply) => {
      const store = await opened(services, request, request.body);
      return reply.code(store.state === "open" ? 201 : 202).send(shown(services, request, store));
    },
  );
};

export const storeRoutes: Routes = (app, services) => {
  const { trade, cell } = services;

  app.get(
    "/v1/stores/:id",
    {
      schema: {
        operationId: "getStore",
        tags: ["stores"],
        summary: "A store 门店",
        params,
        response: { 200: storeSchema },
      },
    },
    async (request) => shown(services, request, await ownStore(services, request, request.params.id)),
  );

  app.patch(
    "/v1/stores/:id",
    {
      config: WRITE,
      schema: {
        operationId: "changeStore",
        tags: ["stores"],
        summary: "Change the words about a store 修改门店资料",
        description:
          "Owner, region and take are the book's contract and stay. 店主、区划与抽成是合同，不在此改。",
        params,
        body: z.strictObject({
          name_zh: name.optional(),
          name_en: name.nullable().optional(),
          address: address.optional(),
          phone: phone.optional(),
        }),
        response: { 200: storeSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      const before = await ownStore(services, request, id);
      const { name_zh, name_en, address, phone } = request.body;
      const patch = {
        ...(name_zh === undefined ? {} : { nameZh: name_zh }),
        ...(name_en === undefined ? {} : { nameEn: name_en }),
        ...(address === undefined ? {} : { address }),
        ...(phone === undefined ? {} : { phoneCipher: sealed(services, id, phone) }),
      };
      const { desk, people } = services;
      const after = await desk.database.transaction(async (tx) => {
        const row = done(await trade.stores.patch(cell, id, patch, tx));
        await people.audit.append(tx, byOf(request), {
          action: "store.change",
          target: `store:${id}`,
          before: { name_zh: before.nameZh, name_en: before.nameEn, address: before.address },
          after: { name_zh: row.nameZh, name_en: row.nameEn, address: row.address },
        });
        return row;
      });
      return shown(services, request, after);
    },
  );
};

/** Opens it in the book and gives its owner the role; asked again it is the same store. */
async function opened(services: Services, request: FastifyRequest, body: z.output<typeof opening>) {
  const { trade, people, desk, cell } = services;
  const merchant = body.id ?? `s-${orderIdOf(request).slice(5, 17)}`;
  const { take, recruiter, feed, phone } = body;
  const answer = await trade.stores.open(cell, {
    merchant,
    nameZh: body.name_zh,
    nameEn: body.name_en ?? null,
    address: body.address,
    owner: body.owner,
    region: body.region,
    goods: body.goods,
    ...(phone === undefined ? {} : { phoneCipher: sealed(services, merchant, phone) }),
    ...(take === undefined ? {} : { take }),
    ...(recruiter === undefined ? {} : { recruiter }),
    ...(feed === undefined ? {} : { feed }),
    by: officerOf(request).id,
  });
  const store = done(answer);
  if (store.state === "refused") throw new Problem("conflict", { stands: store.reason ?? undefined });
  const owner = await people.persons.findByMember(body.owner);
  if (owner !== undefined) {
    granted((await people.persons.grant(byOf(request), owner.id, "merchant", merchant)) ?? {});
  }
  await desk.database.transaction(async (tx) => {
    const after = { owner: body.owner, region: body.region, state: store.state };
    await people.audit.append(tx, byOf(request), {
      action: "store.open",
      target: `store:${merchant}`,
      after,
    });
  });
  return store;
}

function sealed({ people }: Services, merchant: string, phone: string | null): Buffer | null {
  return phone === null || phone === "" ? null : people.seal(storePhone(merchant), phone);
}

/** A store with a profile within reach of the asker. */
async function ownStore(
  { trade, cell }: Services,
  request: FastifyRequest,
  id: string,
): Promise<StoreProfile> {
  const store = await trade.stores.find(cell, id);
  if (store === undefined || isTradeRefusal(store) || !reachesStore(request, store)) throw notFound();
  return store;
}

/** A store's number is for customers to call; whose it is and on what terms is for staff and its owner. */
function shown({ people }: Services, request: FastifyRequest, row: StoreProfile) {
  const access = accessOf(request);
  const { actor } = request;
  const inner =
    (access.reach === "all" && actor.kind === "principal") ||
    (actor.kind === "principal" && actor.principal.stores.merchant.includes(row.merchant));
  const phone = row.phoneCipher === null ? null : people.open(storePhone(row.merchant), row.phoneCipher);
  return storeShown(row, phone, inner);
}
