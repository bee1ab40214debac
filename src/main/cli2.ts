/** The command line, put together: language, screens, Ctrl-C, commands; and one place where every error ends. */
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";

import { bench } from "./command/bench.ts";


import { explain } from "./command/explain.ts";
import { replay } from "./command/replay.ts";

import { Fault, tell } from "./fault.ts";
import { languageOf, sayIn } from "./language.ts";
import { FaultyPlan } from "./planfile.ts";
import { faultLines } from "./planwords.ts";
import { Screen } from "./screen.ts";
import { Session } from "./session.ts";
import { STATUS, type Status } from "./status.ts";
import { frame, usageFault } from "./usage.ts";

const COMMANDS = [explain, replay, bench];

/** Runs one command line and gives its exit status. Never rejects. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const out = new Screen(process.stdout, env);
  const err = new Screen(process.stderr, env);
  const stop = new AbortController();
  const say = sayIn(languageOf(args, env));
  const session = new Session(out, err, say, stop.signal);
  const interrupt = () => {
    // Whoever asks twice does not want to wait for anything.
    if (stop.signal.aborted) process.exit(STATUS.cancelled);
    stop.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    await run(session, args.length === 0 ? ["--help"] : args);
    if (out.failure !== null) throw new Fault(STATUS.unreadable, "fault.stdout", { reason: out.failure.message });
    return session.status;
  } catch (error) {
    return await report(session, error, args.includes("--json"), env);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

async function run(session: Session, args: readonly string[]): Promise<void> {
  const program = frame(session, version());
  for (const add of COMMANDS) add(program, session);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    // Help and version that were asked for end by way of an exception, too.
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageFault(error);
  }
}

/** Tells an error on standard error: one sentence, or as JSON; its stack only to who asks for it. */
async function report(session: Session, error: unknown, asJson: boolean, env: NodeJS.ProcessEnv): Promise<Status> {
  const { err, say } = session;
  if (env["WELLSPRING_DEBUG"] === "1" && error instanceof Error) await err.line(error.stack);
  if (error instanceof FaultyPlan) {
    const { file, faults } = error;
    if (asJson) await err.line(JSON.stringify({ error: { code: "plan_faulty", file, faults } }));
    else await err.line([say("fault.plan", { file, count: faults.length }), ...faultLines(faults, say)].join("\n"));
    return STATUS.refused;
  }
  const { status, code, message } = tell(error, say);
  if (asJson) await err.line(JSON.stringify({ error: { code, message } }));
  else await err.line(`${err.paint("red", "wellspring:")} ${message}`);
  return status;
}

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
