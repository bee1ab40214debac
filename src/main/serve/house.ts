/** The house put together: store, desk, people, what runs by itself, and the server in front of them. */
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import {
  type Api,
  buildServer,
  finishApproved,
  registerExports,
  runTrial,
  type Services,
  TRIAL_JOB,
  Uploads,
} from "#api";
import { DemoChannel, DemoGateway } from "#connect/demo";
import { Delivery, Desk, Jobs, NotNow, type Seal, Trade } from "#desk";
import type { Plan } from "#engine";
import { People, WEBHOOK_SECRET } from "#people";
import { checkPlan } from "#sim";
import { Proofs, projectTo } from "#statement";
import { createCell, holderOf, openProofKey, openStore, putOperator, type Store } from "#store";
import { DEMO_LOGINS } from "./coalition.ts";
import { faceRoutes } from "./faces.ts";
import { isGone, thisHolder } from "./holder.ts";
import type { ServeSettings } from "./settings.ts";
import { doTrial } from "./trials.ts";

/** The operator of a server and his main cell; others come by their own numbers. */
export const OPERATOR = 1n;

export interface House {
  readonly store: Store;
  readonly services: Services;
  readonly api: Api;
  /** Where it is reached, once it listens. */
  readonly url: string;
  /** Whether the main cell was made just now. */
  readonly isNew: boolean;
  close(): Promise<void>;
}

export interface HouseOptions {
  /** In force where the main cell has to be made. */
  readonly plan: Plan;
  readonly version: string;
  /** One line for the person who starts it. */
  readonly tell: (line: string) => void;
  /** A demo: staff may do without TOTP, and webhooks may stay on this machine. */
  readonly demo: boolean;
  /** Where the faces lie built, if not where the build puts them. */
  readonly faces?: string;
  /** Done before the first request is taken. */
  readonly prepare?: (services: Services, isNew: boolean) => Promise<void>;
  /** Microseconds since 1970, where it is not the machine's clock. */
  readonly now?: () => number;
}

/** Opens everything and listens; what was opened is closed again when something fails on the way. */
export async function openHouse(settings: ServeSettings, options: HouseOptions): Promise<House> {
  const { tell, plan, demo } = options;
  const log = pino({ level: settings.logLevel }, pino.destination(2));
  const store = await openStore({
    databaseUrl: settings.databaseUrl,
    dataFolder: settings.dataFolder,
    log: tell,
  });
  const closing: (() => Promise<unknown>)[] = [() => store.close()];
  const close = async () => {
    while (closing.length > 0) await closing.pop()?.();
  };
  try {
    const { database } = store;
    await putOperator(database, OPERATOR, settings.operatorName);
    const main = {
      cell: OPERATOR,
      operator: OPERATOR,
      name: settings.operatorName,
      clock: "live" as const,
      plan,
    };
    const isNew = await createCell(database, main);
    const holder = thisHolder(settings.url ?? "");
    const before = await holderOf(database, OPERATOR);
    const report = (error: unknown, what: string) => log.error({ err: error }, what);
    const desk = new Desk({ database, holder, report, ...(options.now ? { now: options.now } : {}) });
    closing.push(() => desk.close());
    const people = new People(database, {
      cell: OPERATOR,
      operator: OPERATOR,
      secret: settings.secret,
      staffWithoutTotp: demo,
    });
    const clock = () => (options.now ? new Date(options.now() / 1_000) : new Date());
    // Money that is only pretended must never reach the book of a house that takes real money.
    const demoGateway = demo ? new DemoGateway({ clock }) : null;
    const channels =
      demoGateway === null
        ? []
        : [new DemoChannel({ wire: demoGateway.answer, publicKey: demoGateway.publicKey, clock })];
    const trade = new Trade({ desk, checkPlan, channels, clock, log });
    const jobs = new Jobs(database, { log });
    const allowPrivate = settings.privateWebhooks || demo;
    const delivery = new Delivery(database, { log, allowPrivate, seal: sealOf(people) });
    const proofs = new Proofs(database, await openProofKey(settings.dataFolder), clock);
    const services: Services = {
      operator: OPERATOR,
      cell: OPERATOR,
      desk,
      people,
      trade,
      delivery,
      jobs,
      proofs,
      uploads: new Uploads(database, OPERATOR, join(settings.dataFolder, "uploads")),
      doTrial,
      demoGateway,
      ready: async () => await readiness(store, desk),
    };
    await options.prepare?.(services, isNew);
    await desk.take(OPERATOR, before !== null && isGone(before)).catch(standBy);
    desk.start();
    for (const line of [houseJobs(services), trialJobs(services, new Jobs(database, { log, most: 1 }))]) {
      line.start([OPERATOR]);
      closing.push(() => line.stop());
    }
    delivery.start([OPERATOR]);
    closing.push(() => delivery.stop());
    const { version } = options;
    const chosen = {
      version,
      secure: settings.secure,
      trustProxy: settings.trustProxy,
      logLevel: settings.logLevel,
      logTo: pino.destination(2),
      processMetrics: true,
    };
    const facts = { operator: settings.operatorName, version, demo: demo ? DEMO_LOGINS : null };
    const api = await buildServer(services, chosen, [faceRoutes(facts, options.faces)]);
    closing.push(() => api.close());
    await api.listen({ host: settings.host, port: settings.port });
    const { port } = api.server.address() as AddressInfo;
    const shown = settings.host === "0.0.0.0" || settings.host === "::" ? "127.0.0.1" : settings.host;
    return { store, services, api, url: settings.url ?? `http://${shown}:${port}`, isNew, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Journals that the views take in a minute, at most. */
const FOLLOWED = 200_000;

/** How long the log of webhooks is kept, in milliseconds. */
const DELIVERIES_KEPT = 30 * 86_400_000;

/** What the house does by itself. */
function houseJobs(services: Services): Jobs {
  const { trade, jobs, proofs } = services;
  trade.register(jobs);
  proveNightly(jobs, proofs);
  tendPeople(jobs, services);
  tendLists(jobs, services);
  return jobs;
}

/** The proof of each day is made shortly before the day ends. */
function proveNightly(jobs: Jobs, proofs: Proofs): void {
  const kind = "book.prove";
  jobs.handle(kind, async ({ cell }) => ({ seq: (await proofs.make(cell))?.seq ?? null }));
  jobs.schedule({ name: kind, cron: "55 23 * * *", kind, missed: "last" });
}

/** Trials have a line of their own, one at a time, so that they hold nothing else up. */
function trialJobs(services: Services, jobs: Jobs): Jobs {
  const sweep = "trial.sweep";
  jobs.handle(TRIAL_JOB, (run) => runTrial(services, run));
  jobs.handle(sweep, () => services.uploads.sweep());
  jobs.schedule({ name: sweep, cron: "41 * * * *", kind: sweep, missed: "last" });
  return jobs;
}

/** What was approved and cut off is taken up again every minute; what has run out is forgotten every hour. */
function tendPeople(jobs: Jobs, services: Services): void {
  const [approved, sweep] = ["people.approved", "people.sweep"];
  jobs.handle(approved, () => finishApproved(services));
  jobs.schedule({ name: approved, cron: "* * * * *", kind: approved, missed: "last" });
  jobs.handle(sweep, async ({ cell }) => {
    await services.people.sweep();
    const before = new Date(services.trade.now().getTime() - DELIVERIES_KEPT);
    const [forgotten, deliveries] = [await jobs.forget(cell), await services.delivery.forget(cell, before)];
    return { jobs: forgotten, deliveries };
  });
  jobs.schedule({ name: sweep, cron: "17 * * * *", kind: sweep, missed: "last" });
}

/** Views follow the book though nobody looks; lists are made into files, which are forgotten in time. */
function tendLists(jobs: Jobs, services: Services): void {
  const follow = "views.follow";
  jobs.handle(follow, async ({ cell }) => {
    const { seq } = await projectTo(services.desk.database, cell, FOLLOWED);
    return { seq: Number(seq) };
  });
  jobs.schedule({ name: follow, cron: "* * * * *", kind: follow, missed: "last" });
  registerExports(services, jobs);
}

/** Secrets of webhooks lie under the house's key. */
function sealOf(people: People): Seal {
  return {
    seal: (text) => people.seal(WEBHOOK_SECRET, text),
    open: (sealed) => people.open(WEBHOOK_SECRET, sealed),
  };
}

/** Where another server writes the cell this one waits; readiness says so. */
function standBy(error: unknown): void {
  if (!(error instanceof NotNow && error.reason === "elsewhere")) throw error;
}

/** Ready is who can reach the database and writes the main cell: a second server waits as the standby. */
async function readiness({ database }: Store, desk: Desk) {
  try {
    await database.query("SELECT 1 AS one");
  } catch {
    return { ready: false, why: "database" };
  }
  if ((await desk.figures(OPERATOR)) === null) {
    const isTaken = await desk.take(OPERATOR).then(
      () => true,
      () => false,
    );
    if (!isTaken) return { ready: false, why: "standby" };
  }
  return { ready: true };
}
