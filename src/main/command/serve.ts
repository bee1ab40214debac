/** `serve`: the product itself, until it is told to stop. */

import type { Command } from "commander";
import type { Services } from "#api";
import { Fault } from "../fault.ts";
import type { Say } from "../language.ts";
import { planFor } from "../planfile.ts";
import { announced, inBoth, voicesOf } from "../serve/announcement.ts";
import { begunByDemo, DEMO_STAFF, loadCoalition } from "../serve/coalition.ts";
import { type House, openHouse } from "../serve/house.ts";
import { BadSetting, type ServeSettings, serveSettings } from "../serve/settings.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { toldOf } from "../storework.ts";
import { commandOf } from "../usage.ts";
import { version } from "../version.ts";

interface Options extends EveryOption {
  readonly demo?: boolean;
  readonly plan?: string;
}

const PLAN = "local-life";
const DEMO_PLAN = "demo-coalition";

/** Adds the command. */
export function serve(program: Command, session: Session): void {
  const { say } = session;
  const command = commandOf(program, session, "serve", "serve.about")
    .option("--demo", say("serve.demo"))
    .option("--plan <plan>", say("serve.plan"));
  act<Options>(command, session, async (_, options) => {
    const house = await opened(session, options);
    try {
      await session.out.line(options.json ? announcedAsJson(house) : announced(house.url, options, session));
      await stopped(session.signal);
      if (!options.json) await session.err.line(say("serve.stopping"));
    } finally {
      await house.close();
    }
    return STATUS.ok;
  });
}

async function opened(session: Session, options: Options): Promise<House> {
  const { say, env } = session;
  const demo = options.demo === true;
  const plan = await planFor(options.plan ?? (demo ? DEMO_PLAN : PLAN), say);
  const settings = settingsFrom(env, say);
  const open = () =>
    openHouse(settings, {
      plan,
      demo,
      version: version(),
      tell: (line) => session.err.now(`${line}\n`),
      prepare: async (services, isNew) => {
        await mayBeOpened(services, demo);
        if (demo && (isNew || !(await isLoaded(services)))) await loadDemo(services, options, session);
        await session.meanwhile;
      },
    });
  return await toldOf(session, "", () =>
    open().catch((error) => {
      throw portFault(error);
    }),
  );
}

/** Everybody knows a demo's password, and its door tells the codes: nothing for a book of real money. */
async function mayBeOpened(services: Services, demo: boolean): Promise<void> {
  const begun = await begunByDemo(services);
  if (begun === null || begun === demo) return;
  throw new Fault(STATUS.refused, demo ? "fault.real_book" : "fault.demo_book");
}

async function loadDemo(services: Services, options: Options, session: Session): Promise<void> {
  const started = performance.now();
  const goal = { title: session.say("serve.loading"), total: null, unit: "steps" as const };
  const progress = session.progress(options, goal);
  try {
    await loadCoalition(services, Date.now() * 1_000, (done) => {
      session.check();
      progress.at(done, done);
    });
  } finally {
    progress.stop();
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  session.err.now(`${inBoth(voicesOf(options, session), "serve.loaded", { seconds })}\n`);
}

/** The demo is whole when its last piece is there: the staff come after all orders. */
async function isLoaded({ people }: Services): Promise<boolean> {
  const staff = await people.staff.list(50, null);
  return staff.length >= DEMO_STAFF.length;
}

function settingsFrom(env: NodeJS.ProcessEnv, say: Say): ServeSettings {
  try {
    return serveSettings(env);
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    const { setting, value } = error;
    throw new Fault(STATUS.usage, "fault.setting", { setting, value: say("word.quoted", { value }) });
  }
}

function portFault(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  const { port, address } = error as { port?: number; address?: string };
  if (code !== "EADDRINUSE" && code !== "EACCES" && code !== "EADDRNOTAVAIL") return error;
  if (port === undefined) return error;
  return new Fault(STATUS.unreadable, "fault.listen", { address: `${address}:${port}`, code });
}

function announcedAsJson({ url, isNew }: House): string {
  return JSON.stringify({ ready: true, url, docs: `${url}/docs`, new: isNew });
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    // Something that keeps the process up until the signal comes.
    const alive = setInterval(() => {}, 1 << 30);
    signal.addEventListener("abort", () => {
      clearInterval(alive);
      resolve();
    });
  });
}
