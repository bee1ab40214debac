/** `verify`: the whole book gone through again, in the database or in an exported file. */
import type { Command } from "commander";
import { showPoints } from "#engine";
import { safe, yuan } from "#statement";
import {
  checkExport,
  type Figures,
  type Finding,
  fingerprintOf,
  keepProof,
  openProofKey,
  type Proof,
  signProof,
  type Verdict,
  verifyCell,
} from "#store";
import { Fault } from "../fault.ts";
import type { Key, Say } from "../language.ts";
import { table } from "../screen.ts";
import { act, type Session } from "../session.ts";
import { STATUS, type Status } from "../status.ts";
import {
  barOf,
  cellOf,
  folderOf,
  onCell,
  onStore,
  type StoreOptions,
  toldOf,
  withStore,
} from "../storework.ts";
import { commandOf } from "../usage.ts";
import { zh } from "../words/zh.ts";

interface Options extends StoreOptions {
  readonly cell?: number;
  readonly proof?: string;
  readonly key?: string;
}

/** Adds the command. */
export function verify(program: Command, session: Session): void {
  const { say } = session;
  const command = commandOf(program, session, "verify", "verify.about");
  onStore(onCell(command, session), session)
    .option(`--proof <${say("word.file")}>`, say("verify.proof"))
    .option(`--key <${say("word.public_key")}>`, say("verify.key"), publicKey);
  act<Options>(command, session, async (_, options) =>
    options.proof === undefined
      ? await inDatabase(session, options)
      : await inFile(session, options, options.proof),
  );
}

function publicKey(value: string): string {
  if (!/^[\w-]{43}$/.test(value)) throw new Fault(STATUS.usage, "verify.bad_key", { value });
  return value;
}

async function inDatabase(session: Session, options: Options): Promise<Status> {
  const cell = cellOf(options);
  const started = performance.now();
  return await withStore(session, options, async ({ database }) => {
    const title = session.say("verify.title", { cell: `${cell}` });
    const bar = barOf(session, options, title, "steps");
    const progress = (done: number, total: number) => bar.at(done, total, done);
    const { signal } = session;
    const verdict = await verifyCell(database, cell, { progress, signal }).finally(() => bar.stop());
    if (verdict === null) throw new Fault(STATUS.refused, "fault.no_cell", { cell: `${cell}` });
    const seconds = (performance.now() - started) / 1_000;
    let proof: Proof | null = null;
    if (verdict.differences === 0) {
      const key = await openProofKey(folderOf(options, session));
      if (key.isNew) await session.err.line(session.say("verify.new_key"));
      proof = signProof(verdict, new Date(), key);
      await keepProof(database, proof);
    }
    await tellAll(session, options, verdict, proof, seconds);
    return verdict.differences === 0 ? STATUS.ok : STATUS.refused;
  });
}

async function inFile(session: Session, options: Options, file: string): Promise<Status> {
  const { say, signal, out } = session;
  const started = performance.now();
  const verdict = await toldOf(session, file, async () => {
    const bar = barOf(session, options, safe(file), "bytes");
    return await checkExport(file, { key: options.key, progress: bar.at, signal }).finally(() => bar.stop());
  });
  const seconds = (performance.now() - started) / 1_000;
  const { proof, ...worked } = verdict;
  await tellAll(session, options, worked, proof, seconds);
  if (options.json) return verdict.differences === 0 ? STATUS.ok : STATUS.refused;
  if (verdict.differences === 0) {
    await out.line(`\n${say("verify.shown")}\n${say("verify.not_shown")}`);
    if (options.key === undefined) await out.line(say("verify.unpinned"));
  }
  return verdict.differences === 0 ? STATUS.ok : STATUS.refused;
}

async function tellAll(
  session: Session,
  options: Options,
  verdict: Verdict,
  proof: Proof | null,
  seconds: number,
): Promise<void> {
  const { out, say } = session;
  if (options.json) return await session.json(asJson(verdict, proof, seconds));
  const { cell, seq, differences, findings } = verdict;
  const values = {
    cell: `${cell}`,
    journals: seq.toLocaleString("en"),
    seconds: seconds.toFixed(1),
    rate: Math.round(seq / Math.max(seconds, 0.001)).toLocaleString("en"),
    count: differences.toLocaleString("en"),
    listed: findings.length,
  };
  if (differences === 0) await out.line(out.paint("green", say("verify.clean", values)));
  else {
    await out.line(out.paint("red", say("verify.differs", values)));
    for (const finding of findings) await out.line(findingText(finding, say));
    return;
  }
  if (proof !== null) await out.line(`\n${say("verify.figures")}\n${figuresText(verdict, proof, say)}`);
}

function findingText({ what, where, expected, found }: Finding, say: Say): string {
  const [noun = "", ...rest] = where.split(" ");
  const key = `place.${noun}`;
  const place = key in zh ? [say(key as Key), ...rest].join(" ") : where;
  const lines = [`\n${say(`found.${what}`)}  ${safe(place)}`];
  const show = (text: string) => (text === "" ? say("verify.nothing") : safe(text));
  if (expected !== "" || found !== "") {
    lines.push(`  ${say("verify.expected")} ${show(expected)}`, `  ${say("verify.found")} ${show(found)}`);
  }
  return lines.join("\n");
}

function figuresText({ C, N, remainder, counts, seq, head }: Figures, proof: Proof, say: Say): string {
  const count = (value: number) => value.toLocaleString("en");
  return table(
    (
      [
        ["verify.cash", say("word.yuan_amount", { amount: yuan(C) })],
        ["verify.points", showPoints(N)],
        ["verify.remainder", say("word.yuan_amount", { amount: yuan(remainder) })],
        ["verify.members", count(counts.members)],
        ["verify.merchants", count(counts.merchants)],
        ["verify.lots", count(counts.lots)],
        ["verify.purchases", count(counts.purchases)],
        ["verify.seq", count(seq)],
        ["verify.head", head],
        ["verify.signed_at", proof.at],
        ["verify.signature", proof.signature],
        ["verify.public_key", proof.key],
        ["verify.fingerprint", fingerprintOf(proof.key)],
      ] as const
    ).map(([key, value]) => [`  ${say(key)}`, value]),
  );
}

function asJson(verdict: Verdict, proof: Proof | null, seconds: number) {
  const { cell, operator, C, N, remainder, ...rest } = verdict;
  return {
    cell: `${cell}`,
    operator: `${operator}`,
    C: `${C}`,
    N: `${N}`,
    remainder: `${remainder}`,
    ...rest,
    seconds: Number(seconds.toFixed(3)),
    proof,
  };
}
