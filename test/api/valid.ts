/** The smallest request that a document calls valid, with values that exist put in by name. */
import type { Operation, Schema } from "./hostile.ts";

export interface Values {
  /** Values of parameters and of fields of the body, by name. */
  readonly [name: string]: unknown;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly payload: string | undefined;
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly example?: Readonly<Record<string, unknown>> }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What a text must look like, by the pattern that says so. */
const OF_PATTERN: Readonly<Record<string, string>> = {
  "^\\d{6}$": "440305",
  "^[0-9a-f]{64}$": "0".repeat(64),
};

/** A request with every required parameter and field, and those named in `values`; `body` gives the whole body. */
export function validRequest(document: Document, operation: Operation, values: Values): Request {
  let url = operation.path;
  const query = new URLSearchParams();
  for (const one of operation.parameters) {
    const { name, in: where, schema } = one;
    const required = (one as { readonly required?: boolean }).required === true;
    if (where === "header" || (!required && !(name in values))) continue;
    const value = String(name in values ? values[name] : sample(document, schema, values));
    if (where === "path") url = url.replace(`{${name}}`, encodeURIComponent(value));
    else query.append(name, value);
  }
  if (query.size > 0) url += `?${query}`;
  const { method, body } = operation;
  if (body === undefined) return { method, url, payload: undefined };
  const json = "body" in values ? values["body"] : bodyOf(document, operation, body, values);
  return { method, url, payload: JSON.stringify(json) };
}

/** The document's own example, where it gives one, with the values put in that are known. */
function bodyOf(document: Document, { path, method }: Operation, body: Schema, values: Values): unknown {
  const requestBody = document.paths[path]?.[method.toLowerCase()]?.["requestBody"] as Body | undefined;
  const example = requestBody?.content?.["application/json"]?.example;
  if (example === undefined) return sample(document, body, values);
  const properties = Object.keys((body["properties"] ?? {}) as object);
  const known = Object.entries(values).filter(([name]) => properties.includes(name));
  return { ...example, ...Object.fromEntries(known) };
}

function sample(document: Document, schema: Schema, values: Values): unknown {
  const ref = schema["$ref"];
  if (typeof ref === "string") {
    return sample(document, document.components.schemas[ref.split("/").at(-1) ?? ""] ?? {}, values);
  }
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as Schema[] | undefined;
  if (choices !== undefined) return sample(document, choices[0] ?? {}, values);
  const type = [schema["type"]].flat()[0];
  if (type === "object") return objectOf(document, schema, values);
  const [example] = (schema["examples"] ?? []) as unknown[];
  if (example !== undefined) return example;
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return schema["enum"][0];
  switch (type) {
    case "array":
      return Array.from({ length: Number(schema["minItems"] ?? 0) }, () =>
        sample(document, (schema["items"] ?? {}) as Schema, values),
      );
    case "integer":
    case "number":
      return Math.max(1, Number(schema["minimum"] ?? 1));
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return textOf(schema);
  }
}

function textOf(schema: Schema): string {
  if (schema["format"] === "date") return "2026-03-01";
  if (schema["format"] === "date-time") return "2026-03-01T00:00:00+08:00";
  const pattern = OF_PATTERN[String(schema["pattern"])];
  return pattern ?? "t1".padEnd(Number(schema["minLength"] ?? 0), "1");
}

function objectOf(document: Document, schema: Schema, values: Values): unknown {
  const required = (schema["required"] ?? []) as string[];
  const made: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries((schema["properties"] ?? {}) as Record<string, Schema>)) {
    if (name in values) made[name] = values[name];
    else if (required.includes(name)) made[name] = sample(document, inner, values);
  }
  return made;
}
