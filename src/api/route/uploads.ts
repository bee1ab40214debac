/** Uploads 上传: a shop's own export of orders, to be backtested; looked at before it is read. */
import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { previewSheet } from "#connect/sheet";
import { accessOf, byOf, type Routes } from "../frame/request.ts";
import { notFound } from "../frame/within.ts";
import { Problem } from "../problem.ts";
import { time } from "../schema/money.ts";
import type { Services } from "../services.ts";
import { LARGEST, type Upload } from "../trial/uploads.ts";

const uploadSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    created_by: z.string(),
    created_at: time,
    expires_at: time.meta({ description: "Kept so long 保留至" }),
  })
  .meta({ id: "Upload" });

const preview = z
  .object({
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    headers: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    columns: z
      .record(z.string(), z.string())
      .meta({ description: "Role → header, as it would be read 各角色读哪一列" }),
    problem: z
      .object({ code: z.string(), zh: z.string(), en: z.string() })
      .nullable()
      .meta({ description: "Why it would be refused as it is 按此读取会被拒绝的原因" }),
  })
  .meta({ id: "UploadPreview" });

const params = z.strictObject({ id: z.string().min(1).max(64) });
const TYPES = ["text/csv", "text/tab-separated-values", "text/plain", "application/octet-stream"];
/** Bytes a preview looks at, and rows it shows. */
const HEAD = 256 << 10;
const ROWS = 20;

/** The body is text as a shop's program wrote it: a stream of bytes that only this route takes. */
export const uploadRoutes: Routes = (app, { uploads }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(TYPES, (_request, payload, done) => done(null, payload));

  app.post(
    "/v1/uploads",
    {
      bodyLimit: LARGEST,
      config: { isLong: true },
      schema: {
        operationId: "uploadOrders",
        tags: ["plans"],
        summary: "Upload a file of orders 上传订单文件",
        description:
          "CSV or TSV as it is, up to 200 MB, as text/csv. The same file again is the same upload. " +
          "原样的 CSV/TSV，至多 200 MB；同一文件重复上传仍为同一份。",
        querystring: z.strictObject({ name: z.string().trim().min(1).max(200).default("orders.csv") }),
        response: { 201: uploadSchema },
      },
    },
    async (request, reply) => {
      const stream = request.body as Readable | undefined;
      if (stream === undefined || stream === null) throw new Problem("upload_empty");
      // What is said to be too large is not begun with.
      if (Number(request.headers["content-length"] ?? 0) > LARGEST) throw new Problem("too_large");
      return reply.code(201).send(shown(await uploads.take(stream, request.query.name, byOf(request).who)));
    },
  );
};

export const uploadReadRoutes: Routes = (app, services) => {
  const { uploads } = services;

  app.get(
    "/v1/uploads",
    {
      schema: {
        operationId: "listUploads",
        tags: ["plans"],
        summary: "Files that were uploaded and are still kept 已上传的文件",
        response: { 200: z.object({ items: z.array(uploadSchema) }) },
      },
    },
    async (request) => ({ items: (await uploads.list(makerOf(request))).map(shown) }),
  );

  app.get(
    "/v1/uploads/:id/preview",
    {
      schema: {
        operationId: "previewUpload",
        tags: ["plans"],
        summary: "The first rows, and which column would be read as what 预览与列的识别",
        params,
        querystring: z.strictObject({
          encoding: z.enum(["auto", "utf-8", "gb18030", "utf-16le", "utf-16be"]).default("auto"),
          delimiter: z.enum(["auto", ",", ";", "\t"]).default("auto"),
        }),
        response: { 200: preview },
      },
    },
    async (request) => {
      const upload = await ownUpload(services, request, request.params.id);
      const head = await uploads.head(upload, HEAD);
      if (head === null) throw notFound();
      const { whole, bytes } = head;
      const seen = await previewSheet(bytes, { ...request.query, whole, most: ROWS });
      return {
        ...seen,
        headers: [...seen.headers],
        rows: seen.rows.map((row) => [...row]),
        columns: { ...seen.columns } as Record<string, string>,
      };
    },
  );
};

/** Whose rows are within reach: null for everybody's. */
export function makerOf(request: FastifyRequest): string | null {
  const access = accessOf(request);
  return access.reach === "all" ? null : access.principal;
}

/** An upload within reach. */
export async function ownUpload({ uploads }: Services, request: FastifyRequest, id: string): Promise<Upload> {
  const upload = await uploads.find(id);
  const maker = makerOf(request);
  if (upload === undefined || (maker !== null && upload.createdBy !== maker)) throw notFound();
  return upload;
}

function shown(row: Upload): z.output<typeof uploadSchema> {
  return {
    id: row.id,
    name: row.name,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
  };
}
