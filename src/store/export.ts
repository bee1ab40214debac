/**
 * Export 导出: a cell's journals in one file that can be checked on any machine, without a database. Lines of
 * canonical JSON (RFC 8785): first the cell's first plan and the signed proof, then a line a journal with
 * what was asked, what came of it and the head of the chain. A name that ends in .gz is compressed.
 */
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { z } from "zod";
import { canonical } from "#engine";
import { queryable } from "./backup.ts";
import { orderIdOf } from "./batch.ts";
import type { Database } from "./database.ts";
import { type Proof, ProofJson, type ProofKey, signProof } from "./proof.ts";
import { figuresNow } from "./prooffigures.ts";
import type { VerifyOptions } from "./verify.ts";
import { cellFacts, inSnapshot, type JournalFields, pagesOf } from "./verifysource.ts";

export const HeaderJson = z.strictObject({
  wellspring: z.literal("export"),
  format: z.literal(1),
  /** The plan the cell began with; later ones are in the journals. */
  plan: z.unknown(),
  proof: ProofJson,
});
export type Header = z.infer<typeof HeaderJson>;

export interface ExportOptions extends VerifyOptions {
  readonly key: ProofKey;
  /** When: the time of the proof. */
  readonly at: Date;
}

/**
 * Writes a cell into `file`, as of one moment; null where there is no such cell. The file appears when it is
 * whole and on the disk. It holds orders and balances of members: its owner alone may read it.
 */
export async function exportCell(
  database: Database,
  cell: bigint,
  file: string,
  options: ExportOptions,
): Promise<Proof | null> {
  const { signal } = options;
  signal?.throwIfAborted();
  const part = `${file}.part-${process.pid}`;
  try {
    const proof = await inSnapshot(database, async (client) => {
      const header = await headerOf(client, cell, options);
      if (header === null) return null;
      await pipeline(
        Readable.from(linesOf(client, cell, header, options)),
        file.endsWith(".gz") ? createGzip({ level: 6 }) : new PassThrough(),
        createWriteStream(part, { mode: 0o600 }),
        signal === undefined ? {} : { signal },
      );
      return header.proof;
    });
    if (proof !== null) await settle(part, file);
    return proof;
  } finally {
    await rm(part, { force: true });
  }
}

async function settle(part: string, file: string): Promise<void> {
  const handle = await open(part, "r+");
  await handle.sync();
  await handle.close();
  await rename(part, file);
}

async function headerOf(client: Client, cell: bigint, { key, at }: ExportOptions): Promise<Header | null> {
  const facts = await cellFacts(client, cell);
  const figures = await figuresNow(queryable(client), cell);
  if (facts === undefined || figures === undefined || facts.plan === null) return null;
  return {
    wellspring: "export",
    format: 1,
    plan: JSON.parse(facts.plan),
    proof: signProof(figures, at, key),
  };
}

async function* linesOf(
  client: Client,
  cell: bigint,
  header: Header,
  { progress = () => {}, signal }: ExportOptions,
): AsyncGenerator<string, undefined> {
  yield `${canonical(header)}\n`;
  let done = 0;
  for await (const rows of pagesOf(client, cell, signal)) {
    yield `${rows.map(lineOf).join("\n")}\n`;
    done += rows.length;
    progress(done, header.proof.seq);
  }
  return undefined;
}

/** A journal as a line; what was asked and the record go in as the canonical JSON they are kept as. */
function lineOf([seq, id, asked, record, head]: JournalFields): string {
  const named = JSON.stringify(orderIdOf(id));
  return (
    `{"asked":${asked ?? "null"},"at":${atText(record)},"head":"${head.toString("hex")}","id":${named},` +
    `"record":${record},"seq":${seq}}`
  );
}

/** The time of a record as it is written there. */
export const atText = (record: string) => /^\{"at":(null|"[^"]*")/.exec(record)?.[1] ?? "null";
