/** Requests made of the document, with one thing in each made hostile; everything follows from a seed. */
import { STATUS } from "../../src/api/problem.ts";

export type Schema = Readonly<Record<string, unknown>>;

/** A small generator of numbers in [0, 1): the same seed, the same requests (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

/** Values nobody should send. `undefined` leaves the field out. */
export const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  Number.MIN_VALUE,
  "",
  " ",
  "0",
  "-0",
  "1e3",
  "NaN",
  "null",
  "9".repeat(40),
  "x".repeat(9_000),
  "\0",
  "a\0b",
  "\ud800",
  "\uffff",
  "‮好",
  "👩‍👩‍👧‍👦".repeat(40),
  "'",
  "'; DROP TABLE journal; --",
  "1 OR 1=1",
  '" OR ""="',
  "$1",
  "%",
  "_",
  "\\",
  "../../etc/passwd",
  "..\\..\\",
  "%2e%2e%2f",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "$" + "{7*7}",
  "\r\nSet-Cookie: x=1",
  "2026-02-30",
  "2026-13-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "http://127.0.0.1:1/",
  "file:///etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "all",
  [],
  [null],
  [[]],
  {},
  { $ne: null },
  { toString: 1 },
  { length: -1 },
  deep(30),
  deep(200),
  Array.from({ length: 3_000 }, () => 0),
];

/** Bodies that are no JSON, or hardly. */
export const HOSTILE_BODIES: readonly (string | Buffer)[] = [
  "",
  " ",
  "{",
  "}",
  "[",
  "null",
  "0",
  '""',
  "[]",
  "{}",
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"a":1,"a":2}',
  "{'a':1}",
  '{"a":NaN}',
  '{"a":1}x',
  "\ufeff{}",
  Buffer.from([0xff, 0xfe, 0x7b]),
  Buffer.from([0xc0, 0x80]),
  "\0",
  "[".repeat(100_000),
  '{"a":'.repeat(20_000),
  `${"[".repeat(40)}${"]".repeat(40)}`,
  `{"a":${"9".repeat(5_000)}}`,
  `"${"\\u0000".repeat(100)}"`,
];

const TYPES = [
  "application/json",
  "application/json",
  "application/json; charset=utf-8",
  "text/plain",
  "application/xml",
  "",
  "application/json; charset=gbk",
];

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body: Schema | undefined;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const body = operation["requestBody"] as { content?: Record<string, { schema: Schema }> } | undefined;
      return {
        method: method.toUpperCase(),
        path,
        parameters: (operation["parameters"] ?? []) as Operation["parameters"],
        body: body?.content?.["application/json"]?.schema,
      };
    }),
  );
}

export interface HostileRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload: string | Buffer | undefined;
}

/** Makes requests for a document; `known` gives values that exist, by the name of the field. */
export class Maker {
  constructor(
    private readonly document: Document,
    private readonly next: () => number,
    private readonly known: Readonly<Record<string, () => unknown>>,
  ) {}

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T;
  }

  /** A request with nothing wrong. */
  plain(operation: Operation): HostileRequest {
    return this.made(operation, "none");
  }

  /** A request that is fine but for one thing; sometimes for nothing. */
  request(operation: Operation): HostileRequest {
    const { parameters, body } = operation;
    const ofBody = ["body", "body", "field", "field", "field", "type"];
    const places = [...parameters.map(({ name }) => name), ...(body === undefined ? [] : ofBody), "none"];
    return this.made(operation, this.pick(places));
  }

  private made({ method, path, parameters, body }: Operation, place: string): HostileRequest {
    const value = (name: string, schema: Schema) =>
      place === name ? this.pick(HOSTILE) : this.sample(schema, name);
    let url = path;
    const query = new URLSearchParams();
    const headers: Record<string, string> = {};
    for (const { name, in: where, schema } of parameters) {
      const given = value(name, schema);
      if (where === "path") url = url.replace(`{${name}}`, inPath(given));
      else if (given !== undefined && where === "query") query.append(name, textOf(given));
      else if (given !== undefined)
        headers[name] = textOf(given)
          .replace(/[^\x20-\x7e]/g, "?")
          .slice(0, 4_000);
    }
    if (query.size > 0) url += `?${query}`;
    if (body === undefined) return { method, url, headers, payload: undefined };
    headers["content-type"] = place === "type" ? this.pick(TYPES) : "application/json";
    if (place === "body") return { method, url, headers, payload: this.pick(HOSTILE_BODIES) };
    const sample = this.sample(body, "body");
    return {
      method,
      url,
      headers,
      payload: JSON.stringify(place === "field" ? this.spoilt(sample) : sample) ?? "null",
    };
  }

  /** A value with one field, at any depth, made hostile; sometimes with one too many. */
  private spoilt(value: unknown): unknown {
    if (typeof value !== "object" || value === null || this.next() < 0.1) return this.pick(HOSTILE);
    if (Array.isArray(value)) {
      const at = Math.floor(this.next() * value.length);
      return value.map((inner, index) => (index === at ? this.spoilt(inner) : inner));
    }
    const names = Object.keys(value);
    const name = this.next() < 0.1 || names.length === 0 ? "surplus" : this.pick(names);
    return { ...value, [name]: this.spoilt((value as Record<string, unknown>)[name]) };
  }

  private sample(schema: Schema, name: string): unknown {
    const known = this.known[name];
    if (known !== undefined) return known();
    if (typeof schema["$ref"] === "string") {
      return this.sample(
        this.document.components.schemas[schema["$ref"].split("/").at(-1) ?? ""] ?? {},
        name,
      );
    }
    const choices = (schema["anyOf"] ?? schema["oneOf"]) as Schema[] | undefined;
    if (choices !== undefined) return this.sample(this.pick(choices), name);
    if ("const" in schema) return schema["const"];
    if (Array.isArray(schema["enum"])) return this.pick(schema["enum"]);
    switch ([schema["type"]].flat()[0]) {
      case "object":
        return this.object(schema);
      case "array":
        return [1, 2, 3].map(() => this.sample((schema["items"] ?? {}) as Schema, name));
      case "integer":
      case "number":
        return Math.floor(this.next() * 10_000);
      case "boolean":
        return this.next() < 0.5;
      case "null":
        return null;
      default:
        return schema["format"] === "date-time"
          ? "2026-06-01T12:00:00+08:00"
          : `t${Math.floor(this.next() * 50)}`;
    }
  }

  private object(schema: Schema): unknown {
    const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>);
    const required = new Set((schema["required"] ?? []) as string[]);
    const present = properties.filter(([name]) => required.has(name) || this.next() < 0.4);
    return Object.fromEntries(present.map(([name, inner]) => [name, this.sample(inner, name)]));
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.toWellFormed() : (JSON.stringify(value) ?? "");
}

function inPath(value: unknown): string {
  const text = textOf(value);
  // Every third hostile path is sent as it is, not escaped: the server gets to see it raw.
  return text.length % 3 === 0 ? text.replace(/[^\x21-\x7e]|[#?]/g, "%ff") : encodeURIComponent(text);
}

/** What is wrong with a refusal; undefined where all is as it should be. */
export function wrongWith(status: number, type: string | undefined, body: string): string | undefined {
  if (status < 400) return undefined;
  if (!type?.startsWith("application/problem+json")) return `no problem+json but ${type}`;
  const problem = JSON.parse(body) as Record<string, unknown>;
  if (STATUS[problem["code"] as keyof typeof STATUS] !== status)
    return `code ${problem["code"]} with status ${status}`;
  if (problem["status"] !== status) return `status ${problem["status"]} within ${status}`;
  if (status >= 500) return `status ${status}`;
  if (/node_modules|\.ts:|SQLSTATE|syntax error|relation "/.test(body)) return "tells our insides";
  return undefined;
}
