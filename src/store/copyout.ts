/** Reads many rows as PostgreSQL copies them out: text lines, no object a row made by the driver. */
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";

/** A field as it stands in the line; null where it is null. */
export type Field = string | null;

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

function fieldOf(text: string): Field {
  if (text === "\\N") return null;
  return text.includes("\\")
    ? text.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter)
    : text;
}

/**
 * Runs `COPY (query) TO STDOUT` and shows each row's fields in turn. COPY takes no parameters: `query` may
 * hold numbers of ours and nothing that came from outside.
 */
export async function copyOut(
  client: Client,
  query: string,
  row: (fields: readonly Field[]) => void,
): Promise<void> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
  stream.setEncoding("utf8");
  let rest = "";
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() as string;
    for (const line of lines) row(line.split("\t").map(fieldOf));
  }
}
