/**
 * JSON files a person writes by hand: plans and worlds; his own, or one that comes with the product by its
 * name.
 */
import { isUtf8 } from "node:buffer";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Fault } from "./fault.ts";
import { isThere, readSmall } from "./files.ts";
import type { Key, Say } from "./language.ts";
import { jsonFault } from "./place.ts";
import { STATUS } from "./status.ts";

const MOST_BYTES = 1024 * 1024;

/** Parsed JSON and where it came from. */
export interface JsonFile {
  readonly path: string;
  readonly json: unknown;
}

/** A folder of files that come with the product, and what is said of a name that is not among them. */
export interface Shelf {
  readonly folder: URL;
  readonly missing: Key;
}

/** Names on the shelf, for help and for a name that is none. */
async function namesOn(shelf: Shelf): Promise<string[]> {
  const files = await readdir(shelf.folder);
  const named = files.filter((file) => file.endsWith(".json"));
  return named.map((file) => file.slice(0, -".json".length)).sort();
}

/** The path as given where something is there, else that of the name on the shelf. */
async function placeOf(given: string, shelf: Shelf): Promise<string> {
  if ((await isThere(given)) || !/^[\w-]*$/.test(given)) return given;
  const names = await namesOn(shelf);
  if (names.includes(given)) return fileURLToPath(new URL(`${given}.json`, shelf.folder));
  throw new Fault(STATUS.unreadable, shelf.missing, { given, names: names.join(", ") });
}

/** UTF-8, or what Windows programs write: UTF-16 with its mark, GB18030. A mark at the beginning goes. */
function textOf(bytes: Buffer, file: string): string {
  if (isUtf8(bytes)) return bytes.toString("utf8").replace(/^\ufeff/, "");
  const mark = bytes.subarray(0, 2).toString("hex");
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "gb18030";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Fault(STATUS.unreadable, "fault.encoding", { file });
  }
}

/** Reads a JSON file. Refuses, with line and column, what is no JSON or says a key twice in one object. */
export async function readJsonFile(given: string, shelf: Shelf, say: Say): Promise<JsonFile> {
  const path = await placeOf(given, shelf);
  const text = textOf(await readSmall(path, MOST_BYTES, say), path);
  if (text.trim() === "") throw new Fault(STATUS.unreadable, "fault.empty", { file: path });
  const fault = jsonFault(text);
  if (fault === null) return { path, json: JSON.parse(text) as unknown };
  const { line, column } = fault;
  if (fault.what === "key_twice")
    throw new Fault(STATUS.unreadable, "fault.key_twice", { file: path, line, column, key: fault.key });
  throw new Fault(STATUS.unreadable, "fault.json", { file: path, line, column });
}
