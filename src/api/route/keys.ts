/** Machine keys 机器密钥 of the whole cell or of one store. */
import { z } from "zod";
import { merchantsOf } from "#statement";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { granted, Problem } from "../problem.ts";
import { keyMadeSchema, keySchema, keyShown, scopes } from "../schema/admin.ts";
import { bookId } from "../schema/money.ts";

export const keyRoutes: Routes = (app, { people, desk, cell }) => {
  app.get(
    "/v1/keys",
    {
      schema: {
        operationId: "listKeys",
        tags: ["admin"],
        summary: "Machine keys 机器密钥",
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(keySchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const place = placeOf(cursor, z.tuple([z.string()]));
      const rows = await people.keys.list("all", limit + 1, place?.[0] ?? null);
      return page(rows, limit, ({ id }) => [id], keyShown);
    },
  );

  app.post(
    "/v1/keys",
    {
      config: WRITE,
      schema: {
        operationId: "createKey",
        tags: ["admin"],
        summary: "Make a key; it is shown once 新建密钥，只显示一次",
        body: z.strictObject({
          name: z.string().trim().min(1).max(60),
          scopes,
          store: bookId.nullable().default(null).meta({ description: "Its one store; null: all 绑定的门店" }),
        }),
        response: { 201: keyMadeSchema },
      },
    },
    async (request, reply) => {
      const { store } = request.body;
      if (store !== null && (await merchantsOf(desk.database, cell, [store])).length === 0) {
        throw new Problem("store_unknown");
      }
      return reply.code(201).send(granted(await people.keys.create(byOf(request), request.body)));
    },
  );
};
