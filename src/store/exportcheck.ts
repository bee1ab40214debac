/**
 * Checks an exported cell with nothing but its file: every order is decided anew, the chain is worked out
 * again, and both are held against the signed proof. It shows that the rules were kept on the orders in the
 * file. It cannot show that every sale there was became an order: for that there are the receipts of members
 * and the daily proofs.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { brokenLaws } from "#engine";
import { atText, type Header, HeaderJson } from "./export.ts";
import { type Proof, verifyProof } from "./proof.ts";
import { StoreFault } from "./trouble.ts";
import { figuresOf, type Verdict } from "./verify.ts";
import { type Finding, Findings } from "./verifyfinding.ts";
import { Recheck } from "./verifyreplay.ts";
import { planFrom } from "./verifysource.ts";

export interface CheckOptions {
  /** The operator's public key as it was published elsewhere; without it the file's own is taken. */
  readonly key?: string | undefined;
  /** Bytes of how many read so far, and journals gone through. */
  readonly progress?: (bytes: number, of: number, journals: number) => void;
  readonly signal?: AbortSignal;
}

/** What a check came to, and the proof that the file carries. */
export interface ExportVerdict extends Verdict {
  readonly proof: Proof;
}

/** What stands in a line between what was asked and the record. */
const MIDDLE = /,"at":(null|"[^"]*"),"head":"([0-9a-f]{64})","id":(null|"(?:[^"\\]|\\.)*")$/;
const RECORD = ',"record":';
const SEQ = /,"seq":([1-9]\d{0,14})\}$/;
const ASKED = '{"asked":';

/** Time, head, and an id of 128 characters, every one of them written as an escape. */
const MOST_MIDDLE = 1_024;
const MOST_LINE = 8 * 1_024 * 1_024;

/** Goes through an exported file. Rejects (StoreFault) where it is none. */
export async function checkExport(path: string, options: CheckOptions = {}): Promise<ExportVerdict> {
  const { progress = () => {}, signal } = options;
  const findings = new Findings();
  const { size } = await stat(path);
  const source = createReadStream(path, { highWaterMark: 256 * 1_024, ...(signal ? { signal } : {}) });
  let recheck: Recheck | null = null;
  let header: Header | null = null;
  try {
    for await (const lines of linesOf(await unpacked(path, source))) {
      signal?.throwIfAborted();
      for (const line of lines) {
        if (header === null || recheck === null) {
          header = readHeader(line);
          recheck = begin(header, findings, options);
        } else take(recheck, line);
      }
      progress(source.bytesRead, size, recheck?.book.seq ?? 0);
    }
  } catch (error) {
    signal?.throwIfAborted();
    // A file cut short does not unpack to its end.
    if (!isCut(error)) throw error;
    findings.add("proof", "file", "", error instanceof Error ? error.message : error);
  } finally {
    source.destroy();
  }
  if (header === null || recheck === null) throw noExport();
  return conclude(recheck, header, findings);
}

const isCut = (error: unknown) =>
  error instanceof Error && "code" in error && String(error.code).startsWith("Z_");

function noExport(cause?: unknown): StoreFault {
  return new StoreFault(
    "这不是活水导出的凭证文件（wellspring export）。",
    "This is no file of journals that wellspring export wrote.",
    { cause },
  );
}

async function unpacked(path: string, source: Readable): Promise<Readable> {
  const magic = Buffer.alloc(2);
  for await (const piece of createReadStream(path, { end: 1 })) (piece as Buffer).copy(magic);
  if (magic.toString("hex") !== "1f8b") return source;
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

/** Lines, a piece of the file at a time; only a line's end ends a line. */
async function* linesOf(stream: Readable): AsyncGenerator<readonly string[], undefined> {
  stream.setEncoding("utf8");
  let rest = "";
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() as string;
    if (rest.length > MOST_LINE) throw noExport();
    yield lines;
  }
  if (rest !== "") yield [rest];
  return undefined;
}

function readHeader(line: string): Header {
  try {
    return HeaderJson.parse(JSON.parse(line));
  } catch (cause) {
    throw noExport(cause);
  }
}

function begin({ plan: json, proof }: Header, findings: Findings, { key }: CheckOptions): Recheck {
  const trouble = verifyProof(proof, key);
  if (trouble !== null) findings.add(trouble === "key" ? "key" : "signature", "proof", key ?? "", proof.key);
  const plan = planFrom(json);
  if (plan === null) throw noExport();
  return new Recheck(plan, proof.clock, findings);
}

/**
 * A line is cut at its keys, not read as JSON: what was asked is read by the replay, and the record compared
 * to the byte with what comes of it, so that a line cut anywhere else is found.
 */
function take(recheck: Recheck, line: string): void {
  const { findings, book } = recheck;
  const where = `journal ${book.seq + 1}`;
  const [last, seq] = SEQ.exec(line.slice(-24)) ?? [];
  const until = line.lastIndexOf(RECORD);
  const middle = MIDDLE.exec(line.slice(Math.max(0, until - MOST_MIDDLE), Math.max(0, until)));
  const [cut, at, head = "", id = ""] = middle ?? [];
  if (last === undefined || cut === undefined || !line.startsWith(ASKED)) {
    findings.add("failed", where, "", line);
    return;
  }
  const asked = line.slice(ASKED.length, until - cut.length);
  const record = line.slice(until + RECORD.length, -last.length);
  recheck.take({
    seq: Number(seq),
    id: idOf(id),
    asked: asked === "null" ? null : asked,
    record,
    head: Buffer.from(head, "hex"),
  });
  const said = atText(record);
  if (said !== at) findings.add("column", `${where} at`, said, at);
}

/** The id as it is written in the line; a text that is none names no order. */
function idOf(text: string): string | null {
  try {
    return JSON.parse(text) as string | null;
  } catch {
    return text;
  }
}

function conclude(recheck: Recheck, { proof }: Header, findings: Findings): ExportVerdict {
  for (const law of brokenLaws(recheck.book)) findings.add("law", law, "", "");
  const figures = figuresOf(recheck, BigInt(proof.cell), BigInt(proof.operator));
  const { counts, seq, head, C, N, remainder } = figures;
  const worked = { seq, head, C, N, remainder, ...counts };
  const signed: Readonly<Record<string, unknown>> = { ...proof, ...proof.counts };
  for (const [name, value] of Object.entries(worked)) {
    if (String(value) !== String(signed[name])) findings.add("proof", `proof ${name}`, value, signed[name]);
  }
  const listed: readonly Finding[] = findings.listed;
  return { ...figures, proof, findings: listed, differences: findings.count };
}
