/**
 * The command line, put together: language, screens, Ctrl-C, commands; and one place where every error ends.
 */
import { CommanderError } from "commander";
import { safe } from "#statement";
import { backtest } from "./command/backtest.ts";
import { backedUp, restored } from "./command/backup.ts";
import { bench } from "./command/bench.ts";
import { check } from "./command/check.ts";
import { demo } from "./command/demo.ts";
import { explain } from "./command/explain.ts";
import { exported } from "./command/export.ts";
import { replay } from "./command/replay.ts";
import { serve } from "./command/serve.ts";
import { simulate } from "./command/simulate.ts";
import { verify } from "./command/verify.ts";
import { Fault, tell } from "./fault.ts";
import { languageOf, sayIn } from "./language.ts";
import { Faulty } from "./planfile.ts";
import { Screen, type Terminal } from "./screen.ts";
import { Session } from "./session.ts";
import { STATUS, type Status } from "./status.ts";
import { frame, usageFault } from "./usage.ts";
import { version } from "./version.ts";

const COMMANDS = [
  serve,
  demo,
  check,
  explain,
  replay,
  backtest,
  simulate,
  verify,
  exported,
  backedUp,
  restored,
  bench,
];

/** Where the command line speaks to, and the settings it finds there. */
export interface Surroundings {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: NodeJS.ProcessEnv;
  /** What a server waits for before it is ready: its faces, being built. */
  readonly meanwhile?: Promise<void>;
}

/** Runs one command line and gives its exit status. Never rejects. */
export async function main(
  args: readonly string[],
  { stdout, stderr, env, meanwhile }: Surroundings = process,
): Promise<number> {
  const out = new Screen(stdout, env);
  const err = new Screen(stderr, env);
  const stop = new AbortController();
  const say = sayIn(languageOf(args, env));
  const session = new Session(out, err, say, stop.signal, env, meanwhile);
  const interrupt = () => {
    // Whoever asks twice does not want to wait for anything.
    if (stop.signal.aborted) process.exit(STATUS.cancelled);
    stop.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    await run(session, args);
    if (out.failure !== null)
      throw new Fault(STATUS.unreadable, "fault.stdout", { reason: out.failure.message });
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
    if (error.exitCode === 0) return;
    if (error.code !== "commander.help" || program.args.length > 0) throw usageFault(error);
    session.out.now(program.helpInformation());
  }
}

/** Tells an error on standard error: one sentence, or as JSON; its stack only to who asks for it. */
async function report(
  session: Session,
  error: unknown,
  asJson: boolean,
  env: NodeJS.ProcessEnv,
): Promise<Status> {
  const { err, say } = session;
  if (env["WELLSPRING_DEBUG"] === "1" && error instanceof Error) await err.line(error.stack);
  if (error instanceof Faulty) {
    const { key, file, faults } = error;
    const lines = faults.map((fault) => `  ${fault[say.language]}`);
    if (asJson)
      await err.line(JSON.stringify({ error: { code: key.replace("fault.", "faulty_"), file, faults } }));
    else await err.line([say(key, { file, count: faults.length }), ...lines].join("\n"));
    return STATUS.refused;
  }
  const { status, code, message } = tell(error, say);
  if (asJson) await err.line(JSON.stringify({ error: { code, message } }));
  else await err.line(`${err.paint("red", "wellspring:")} ${safe(message)}`);
  return status;
}
