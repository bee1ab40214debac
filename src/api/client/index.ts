/** The typed client 客户端: every route, body and answer as the document tells them. */
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.d.ts";

export type { components, paths } from "./schema.d.ts";

export type WellspringClient = Client<paths>;

/**
 * A client of a server. `key` is a machine key or a session's token, sent as a bearer; without one a
 * browser's cookie speaks, and the header says that the page is of the same site. `fetch` stands in for the
 * platform's own, with time limits for example.
 */
export function createWellspringClient(
  baseUrl: string,
  key?: string,
  fetch?: (request: Request) => Promise<Response>,
): WellspringClient {
  const headers = key === undefined ? { "x-wellspring": "1" } : { authorization: `Bearer ${key}` };
  return createClient<paths>({ baseUrl, headers, ...(fetch === undefined ? {} : { fetch }) });
}
