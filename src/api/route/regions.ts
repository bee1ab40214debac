/** The divisions 行政区划 of the country, for everybody; and whom a code 推荐码 stands for. */
import { z } from "zod";
import { divisions } from "#connect/division";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import type { Routes } from "../frame/request.ts";
import { done } from "../problem.ts";

const division = z
  .object({
    code: z.string(),
    level: z.enum(["province", "city", "district"]),
    name_zh: z.string(),
    name_en: z.string().nullable().meta({ description: "No official list is at hand 无官方英文名" }),
    parent: z.string().nullable(),
    path: z.array(z.string()).meta({ description: "Names from the province down 自省起的名称" }),
    groups: z.boolean().meta({ description: "Only groups others; no place 只作归类" }),
    leaf: z.boolean().meta({ description: "A store may stand in it 可设门店" }),
  })
  .meta({ id: "Division" });

const LEVELS = ["province", "city", "district"] as const;
const region = z.string().regex(/^\d{6}$/);

export const regionRoutes: Routes = (app) => {
  app.get(
    "/v1/regions",
    {
      config: { cache: "public, max-age=3600" },
      schema: {
        operationId: "listRegions",
        tags: ["public"],
        summary: "Divisions in the order of their codes 行政区划",
        querystring: z.strictObject({
          ...pageQuery,
          level: z.enum(LEVELS).optional(),
          parent: region.optional().meta({ description: "Right below this one 直属" }),
        }),
        response: { 200: pageOf(division) },
      },
    },
    (request) => {
      const { limit, cursor, level, parent } = request.query;
      const after = placeOf(cursor, z.tuple([region]))?.[0] ?? "";
      const all = divisions(level, parent).filter(({ code }) => code > after);
      return page(
        all.slice(0, limit + 1),
        limit,
        ({ code }) => [code],
        (one) => ({ ...one, path: [...one.path] }),
      );
    },
  );
};

const code = z
  .object({
    code: z.string(),
    kind: z.enum(["store", "member"]),
    store: z
      .object({
        id: z.string(),
        name_zh: z.string(),
        name_en: z.string().nullable(),
        region: z.array(z.string()),
      })
      .nullable(),
    name: z.string().nullable().meta({ description: "Masked name of a member 会员姓名（打码）" }),
  })
  .meta({ id: "CodeShown" });

export const codeRoutes: Routes = (app, { trade, people, cell }) => {
  app.get(
    "/v1/codes/:code",
    {
      schema: {
        operationId: "getCode",
        tags: ["public"],
        summary: "Whom a code on a poster stands for 推荐码所指",
        description:
          "Who joins by it is locked to them. Members are shown masked. 凭码加入即锁定；会员信息打码。",
        params: z.strictObject({ code: z.string().min(1).max(40) }),
        response: { 200: code },
      },
    },
    async (request) => {
      const found = done(await trade.codes.resolve(cell, request.params.code));
      const { kind, target } = found;
      if (kind === "member") {
        const face = (await people.persons.faces([target])).get(target);
        return { code: found.code, kind, store: null, name: face?.name ?? null };
      }
      const store = await trade.stores.find(cell, target);
      const shown = {
        id: target,
        name_zh: store?.nameZh ?? target,
        name_en: store?.nameEn ?? null,
        region: store === undefined ? [] : [...store.regionPath],
      };
      return { code: found.code, kind, store: shown, name: null };
    },
  );
};
