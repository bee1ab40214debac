/** The document and the client made of it: whole, without doubles, and up to date. */
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { permissionOf } from "#people";
import { clientTypes } from "../../scripts/client.mjs";
import { buildServer, createWellspringClient, documentOf } from "../../src/api/index.ts";
import { world } from "./world.ts";

type Operation = Record<string, unknown> & {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>;
};
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

let document: Document;
beforeAll(async () => {
  document = (await documentOf()) as Document;
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test("is OpenAPI 3.1; every schema once, none missing, none left over", () => {
  expect(document.openapi).toBe("3.1.0");
  const names = Object.keys(document.components.schemas);
  expect(names).toContain("Problem");
  expect(names.filter((name) => name.endsWith("Input"))).toEqual([]);
  const text = JSON.stringify(document);
  const used = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual([...names].sort());
});

test("every route has a name of its own, may answer with a problem, and says who may use it", () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, method, operation } of operations()) {
    expect(operation.responses["default"]?.content, path).toHaveProperty(["application/problem+json"]);
    const row = permissionOf(method, path);
    expect(row, path).toBeDefined();
    expect(operation.security.length === 0, path).toBe(row?.public === "all");
  }
});

test("the types of the client are those of the document: node scripts/run.mjs client", async () => {
  const file = new URL("../../src/api/client/schema.d.ts", import.meta.url);
  expect(await clientTypes(document)).toBe(readFileSync(file, "utf8"));
});

test("the client speaks with a server over a socket", async () => {
  const services = await world();
  const app = await buildServer(services, { logLevel: "silent" });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  const { header } = await services.key("orders:write");
  const client = createWellspringClient(
    `http://127.0.0.1:${port}`,
    header["authorization"]?.slice("Bearer ".length),
  );
  const body = { id: "c1", kind: "join" as const, member: "a" };
  const booked = await client.POST("/v1/orders", { body });
  expect(booked.data).toMatchObject({ status: "booked", id: "c1" });
  const refused = await client.POST("/v1/orders", { body: { ...body, id: "c2" } });
  expect(refused.error).toMatchObject({ status: 409, code: "member_exists", field: "member" });
  const found = await client.GET("/v1/orders/{id}", { params: { path: { id: "c1" } } });
  expect(found.data).toMatchObject({ seq: 1, repeated: true });
  const nobody = createWellspringClient(`http://127.0.0.1:${port}`);
  expect((await nobody.GET("/v1/session")).data).toMatchObject({ kind: "public" });
  expect(await (await fetch(`http://127.0.0.1:${port}/openapi.json`)).json()).toEqual(document);
  await app.close();
});
