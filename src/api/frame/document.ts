/** The OpenAPI document: made of the routes' own schemas, finished here, shown as JSON and as pages. */
import { isDeepStrictEqual } from "node:util";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance, RouteOptions } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { permissionOf } from "#people";
import type { Settings } from "../settings.ts";
import { cookieName } from "./gate.ts";

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "What to decide on 程序据此判断" }),
    field: z.string().optional(),
    stands: z.string().optional().meta({ description: "How it stands now 现在的状态" }),
    detail_zh: z.string(),
    detail_en: z.string(),
    retry: z
      .boolean()
      .optional()
      .meta({ description: "Whether the same request may succeed later 同一请求以后可否成功" }),
    request_id: z.string().optional(),
    faults: z.array(z.object({ field: z.string(), rule: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

type Json = Record<string, unknown>;

const TAGS = [
  ["session", "Signing in 登录"],
  ["orders", "The one door to the book 账簿之门"],
  ["members", "Members 会员"],
  ["stores", "Stores 门店"],
  ["trade", "Payments, purchases, redemptions 付款、消费与赎回"],
  ["withdrawals", "Withdrawals 提现"],
  ["pool", "Injections and releases 注资与释放"],
  ["plans", "Plans 章程"],
  ["books", "Journals, accounts, proofs 凭证、流水与证明"],
  ["agents", "Agents 代理"],
  ["approvals", "Four eyes 复核"],
  ["webhooks", "Webhooks 网络回调"],
  ["exports", "Lists as files 数据导出"],
  ["admin", "Staff, keys, log, settings 人员、密钥、日志、设置"],
  ["public", "For everybody 公开"],
  ["cells", "Cells 单元"],
  ["service", "The server itself 服务本身"],
];

const INTRODUCTION = `Books anyone can check. 任何人都能核对的账。

Money is integer fen, points are decimal texts. Refusals are problems (application/problem+json) with a code,
a field and a sentence in Chinese and English. 金额为整数分，积分为十进制文本；拒绝以 problem+json 给出代码、字段与中英文说明。`;

/** Collects every route registered afterwards; each under /v1 must say what it is for. */
export async function addDocument(app: FastifyInstance, settings: Settings): Promise<void> {
  app.addHook("onRoute", ({ url, method, schema }: RouteOptions) => {
    if (url.startsWith("/v1/") && method !== "HEAD" && !(schema?.summary && schema.operationId)) {
      throw new Error(`${method} ${url} has no summary or no operationId`);
    }
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Wellspring", version: settings.version, description: INTRODUCTION },
      tags: TAGS.map(([name = "", description = ""]) => ({ name, description })),
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: cookieName(settings.secure) },
          key: { type: "http", scheme: "bearer" },
        },
      },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const idempotent = route.route.config?.idempotent === true ? { "x-idempotent": true } : {};
      return { schema: { ...schema, ...idempotent }, url };
    },
    transformObject: (document) => finished(jsonSchemaTransformObject(document) as Json),
  });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: true,
    uiConfig: { docExpansion: "list", tryItOutEnabled: true },
  });
  let text: string | undefined;
  app.get("/openapi.json", { schema: { hide: true }, config: { rateLimit: false } }, (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.header("content-type", "application/json; charset=utf-8").send(text);
  });
}

/** One schema where input and output agree, the problem every route may answer with, and who may use it. */
function finished(document: Json): Json {
  const paths = document.paths as Record<string, Record<string, Json>>;
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) finishOperation(path, method, operation);
  }
  return onceEach(document);
}

const PROBLEM = {
  description: "Problem 拒绝或错误",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function finishOperation(path: string, method: string, operation: Json): void {
  operation.responses = { ...answers(operation.responses as Record<string, Json>), default: PROBLEM };
  const row = permissionOf(method, path);
  if (row === undefined) return;
  const open = row.public === "all";
  operation.security = open ? [] : [{ session: [] }, ...(row.key === "no" ? [] : [{ key: [] }])];
  if (!open) operation["x-reach"] = { ...row.reach, key: row.key };
  if (operation["x-idempotent"] !== true) return;
  delete operation["x-idempotent"];
  operation.parameters = [
    ...((operation.parameters as Json[] | undefined) ?? []),
    {
      name: "Idempotency-Key",
      in: "header",
      required: true,
      schema: { type: "string", minLength: 1, maxLength: 255 },
      description: "The same key with the same body gets the same answer 同键同文，同一答复",
    },
  ];
}

/** Answers may gain fields: whoever reads them must not mind, so nothing says that there are no others. */
function answers(responses: Record<string, Json>): Json {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...(open(response) as Json), description: "Answer 答复" },
    ]),
  );
}

function open(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "additionalProperties" && value === false ? undefined : value,
  );
}

/** The schemas come twice, `Name` as it goes out and `NameInput` as it comes in; most are the same. */
function onceEach(document: Json): Json {
  const components = document.components as { schemas?: Json } & Json;
  const schemas = { ...components.schemas };
  const twins = Object.keys(schemas).filter((name) => Object.hasOwn(schemas, `${name}Input`));
  const same = new Set(twins);
  // A schema is the same when all it refers to is: those that are not are taken out until nothing changes.
  for (let before = -1; before !== same.size; ) {
    before = same.size;
    for (const name of same) {
      const [comesIn, goesOut] = [schemas[`${name}Input`], schemas[name]].map((one) =>
        open(renamed(one, same)),
      );
      if (!isDeepStrictEqual(comesIn, goesOut)) same.delete(name);
    }
  }
  for (const name of same) {
    schemas[name] = schemas[`${name}Input`];
    delete schemas[`${name}Input`];
  }
  const used = JSON.stringify({ paths: document.paths, schemas });
  for (const name of twins) {
    if (!used.includes(`"#/components/schemas/${name}Input"`)) delete schemas[`${name}Input`];
  }
  return renamed({ ...document, components: { ...components, schemas } }, same) as Json;
}

const INPUT = /^#\/components\/schemas\/(\w+)Input$/;

function renamed(value: unknown, same: ReadonlySet<string>): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
    const name = key === "$ref" && typeof inner === "string" ? INPUT.exec(inner)?.[1] : undefined;
    return name !== undefined && same.has(name) ? `#/components/schemas/${name}` : inner;
  });
}
