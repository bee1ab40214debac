/** Schedules: at each moment of a cron expression one job, whichever node is first. */
import { Cron } from "croner";
import { claimSlot, type Database, enqueueJob, forgetSlots, lastSlot } from "#store";
import { after, type Clock } from "./pace.ts";

export interface Schedule {
  /** Known by it for good: the slots taken are kept under it. */
  readonly name: string;
  /** Cron expression, in the time of Asia/Shanghai. */
  readonly cron: string;
  /** Kind of the job; its payload gets the moment as `slot`. */
  readonly kind: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** After a time when no node was up: a job for the last moment missed, or one for each. */
  readonly missed?: "last" | "each";
}

const ZONE = "Asia/Shanghai";
const MOST_SLOTS = 400;
const KEPT = 40 * 86_400_000;

export class Timetable {
  private readonly entries: { readonly schedule: Schedule; readonly cron: Cron }[] = [];
  /** When to look at the table again, by cell and name. */
  private readonly due = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws when the expression is none. */
  add(schedule: Schedule): void {
    this.entries.push({ schedule, cron: new Cron(schedule.cron, { timezone: ZONE, paused: true }) });
  }

  /** Puts in the jobs whose moment has come. */
  async fire(cell: bigint): Promise<void> {
    const now = this.clock();
    for (const { schedule, cron } of this.entries) {
      const key = `${cell} ${schedule.name}`;
      if (now.getTime() < (this.due.get(key) ?? 0)) continue;
      await this.database.transaction(async (tx) => {
        const last = await lastSlot(tx, cell, schedule.name);
        // The first time a schedule is seen nothing has been missed: it counts from here.
        if (last === null) {
          await claimSlot(tx, cell, schedule.name, momentBefore(cron, now), now);
          return;
        }
        for (const slot of slotsDue(cron, last, now, schedule.missed ?? "last")) {
          if (!(await claimSlot(tx, cell, schedule.name, slot, now))) continue;
          const moment = slot.toISOString();
          const payload = { ...schedule.payload, slot: moment };
          await enqueueJob(
            tx,
            { cell, kind: schedule.kind, key: `${schedule.name}@${moment}`, payload },
            now,
          );
          await forgetSlots(tx, cell, schedule.name, after(slot, -KEPT));
        }
      });
      this.due.set(key, cron.nextRun(now)?.getTime() ?? Number.POSITIVE_INFINITY);
    }
  }
}

/** The latest moment of the expression that is not after `now`. */
function momentBefore(cron: Cron, now: Date): Date {
  return cron.previousRuns(1, after(now, 1))[0] ?? now;
}

/** Moments after `last`, up to and with `now`. */
function slotsDue(cron: Cron, last: Date, now: Date, missed: "last" | "each"): Date[] {
  if (missed === "last") {
    const slot = momentBefore(cron, now);
    return slot > last && slot <= now ? [slot] : [];
  }
  const slots: Date[] = [];
  for (let slot = cron.nextRun(last); slot !== null && slot <= now; slot = cron.nextRun(slot)) {
    slots.push(slot);
    if (slots.length === MOST_SLOTS) break;
  }
  return slots;
}
