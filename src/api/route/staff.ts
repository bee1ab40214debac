/** The operator's staff 运营方人员: appointed, given roles, closed; owners alone. */
import { z } from "zod";
import { STAFF_ROLES } from "#people";
import { page, pageOf, pageQuery, placeOf } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { granted } from "../problem.ts";

const roles = z.array(z.enum(STAFF_ROLES)).min(1).max(STAFF_ROLES.length);
const password = z.string().min(1).max(200);

const line = z
  .object({
    id: z.string(),
    login: z.string().nullable(),
    name: z.string().nullable(),
    roles: z.array(z.string()),
    active: z.boolean(),
  })
  .meta({ id: "StaffLine" });

const totp = z
  .object({ secret: z.string(), uri: z.string() })
  .nullable()
  .meta({ description: "Shown once, for the authenticator app 只显示一次" });

export const staffRoutes: Routes = (app, { people }) => {
  app.get(
    "/v1/staff",
    {
      schema: {
        operationId: "listStaff",
        tags: ["admin"],
        summary: "The operator's staff 运营方人员",
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(line) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const place = placeOf(cursor, z.tuple([z.string()]));
      const rows = await people.staff.list(limit + 1, place?.[0] ?? null);
      return page(
        rows,
        limit,
        ({ id }) => [id],
        ({ id, login, name, roles, active }) => ({ id, login, name, roles: [...roles], active }),
      );
    },
  );

  app.post(
    "/v1/staff",
    {
      config: WRITE,
      schema: {
        operationId: "createStaff",
        tags: ["admin"],
        summary: "Appoint a member of staff 新增人员",
        body: z.strictObject({
          login: z
            .string()
            .min(1)
            .max(64)
            .meta({ examples: ["li.na"] }),
          password,
          name: z.string().trim().min(1).max(60),
          roles,
        }),
        response: { 201: z.object({ id: z.string(), totp }) },
      },
    },
    async (request, reply) => {
      const made = granted(await people.staff.create(byOf(request), request.body));
      return reply.code(201).send(made);
    },
  );

  app.patch(
    "/v1/staff/:id",
    {
      config: WRITE,
      schema: {
        operationId: "changeStaff",
        tags: ["admin"],
        summary: "Roles, closing, a lost password 修改角色、停用或重设密码",
        description: "Every open session of theirs ends. 其登录随即失效。",
        params: z.strictObject({ id: z.string().min(1).max(64) }),
        body: z.strictObject({
          roles: roles.optional(),
          active: z.boolean().optional(),
          password: password
            .optional()
            .meta({ description: "A new one, with a new secret 重设密码与动态口令" }),
        }),
        response: { 200: z.object({ id: z.string(), totp }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { roles, active, password } = request.body;
      const by = byOf(request);
      const change = {
        ...(roles === undefined ? {} : { roles }),
        ...(active === undefined ? {} : { active }),
      };
      granted((await people.staff.change(by, id, change)) ?? {});
      if (password === undefined) return { id, totp: null };
      return granted(await people.staff.reset(by, id, password));
    },
  );
};
