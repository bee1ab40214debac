/** A plan as it is shown beside what holds now: what it changes, and from when it may hold. */
import type { PlanDraft } from "#desk";
import { type PlanInForce, plansInForce } from "#statement";
import { inForceShown, planShown } from "../schema/plan.ts";
import type { Services } from "../services.ts";
import { changesOf } from "./plandiff.ts";

/** The plan that a feed goes by now. */
export async function inForceOf({ desk, cell }: Services, feed: string): Promise<PlanInForce | undefined> {
  return (await plansInForce(desk.database, cell)).find((one) => one.feed === feed);
}

/** The plan of a name and version, where a feed goes by it now. */
export async function inForceNamed({ desk, cell }: Services, name: string, version: number) {
  const all = await plansInForce(desk.database, cell);
  return all.find((one) => one.name === name && one.version === version);
}

/** The draft, with what it changes and how long it must be announced. */
export async function draftShown(services: Services, row: PlanDraft) {
  const { trade, cell } = services;
  const now = await inForceOf(services, row.feed);
  const { plan_notice_days: days } = await trade.settings.values(cell);
  const isNow = now?.name === row.name && now.version === Number(row.version);
  const against = now === undefined || isNow ? null : { name: now.name, version: now.version };
  const changes = against === null ? [] : changesOf(JSON.parse(now?.body ?? "null"), JSON.parse(row.body));
  const earliest = new Date(trade.now().getTime() + days * 86_400_000).toISOString();
  return { ...planShown(row), beside: { in_force: isNow, against, changes, notice_days: days, earliest } };
}

/** One that came into force by no draft: it is what holds. */
export async function bookShown(services: Services, row: PlanInForce) {
  const { trade, cell } = services;
  const { plan_notice_days: days } = await trade.settings.values(cell);
  const earliest = new Date(trade.now().getTime() + days * 86_400_000).toISOString();
  const beside = { in_force: true, against: null, changes: [], notice_days: days, earliest };
  return { ...inForceShown(row), beside };
}
