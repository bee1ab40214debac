/**
 * Everyday trade 日常业务 around the book: rows that say how far something has come, and orders that move the
 * money. Nothing here writes a balance. Whatever was cut off is found by `resume` and finished by asking
 * again.
 */
import type { Channel } from "#connect/channel";
import type { Jobs } from "../delivery/jobs.ts";
import { Agencies } from "./agencies.ts";
import { Arrivals } from "./arrivals.ts";
import { Codes } from "./codes.ts";
import { Ground, type TradeOptions } from "./ground.ts";
import { Injections } from "./injections.ts";
import { Notices } from "./notices.ts";
import { PayCodes } from "./paycodes.ts";
import { Payments } from "./payments.ts";
import { Plans } from "./plans.ts";
import { PaymentRequests } from "./requests.ts";
import { Settings } from "./settings.ts";
import { Shifts } from "./shifts.ts";
import { Stores } from "./stores.ts";
import { Withdrawals } from "./withdrawals.ts";

/** Kind of the job that does what is due and takes up what was left, once a minute. */
export const TRADE_JOB = "trade.resume";

export class Trade {
  readonly settings: Settings;
  readonly payments: Payments;
  readonly withdrawals: Withdrawals;
  readonly notices: Notices;
  readonly injections: Injections;
  readonly plans: Plans;
  readonly codes: Codes;
  readonly arrivals: Arrivals;
  readonly payCodes: PayCodes;
  readonly requests: PaymentRequests;
  readonly stores: Stores;
  readonly shifts: Shifts;
  readonly agencies: Agencies;
  private readonly ground: Ground;

  constructor(options: TradeOptions) {
    const ground = new Ground(options);
    this.ground = ground;
    this.settings = new Settings(ground);
    this.payments = new Payments(ground, this.settings);
    this.withdrawals = new Withdrawals(ground, this.settings);
    this.notices = new Notices(ground, this.payments, this.withdrawals);
    this.injections = new Injections(ground, this.settings);
    this.plans = new Plans(ground, this.settings);
    this.codes = new Codes(ground);
    this.arrivals = new Arrivals(ground, this.codes);
    this.payCodes = new PayCodes(ground, this.settings);
    this.requests = new PaymentRequests(ground, this.payments, this.codes, this.arrivals);
    this.stores = new Stores(ground);
    this.shifts = new Shifts(ground);
    this.agencies = new Agencies(ground);
  }

  /** The clock everyday trade goes by. */
  now(): Date {
    return this.ground.now();
  }

  /** The channels money may come by. */
  get channels(): readonly Pick<Channel, "name" | "demo">[] {
    return [...this.ground.channels.values()];
  }

  /** Does what is due and finishes what stands between two states; may run at any time, in many processes. */
  async resume(cell: bigint): Promise<void> {
    for (const part of [
      this.stores,
      this.agencies,
      this.arrivals,
      this.payments,
      this.withdrawals,
      this.plans,
      this.injections,
      this.payCodes,
      this.requests,
    ]) {
      await this.ground.mend(`cell ${cell}`, () => part.resume(cell));
    }
    await this.notices.forget(cell);
  }

  /** Has `resume` done every minute, once over all nodes. */
  register(jobs: Jobs): void {
    jobs.handle(TRADE_JOB, async ({ cell }) => await this.resume(cell));
    jobs.schedule({ name: TRADE_JOB, cron: "* * * * *", kind: TRADE_JOB, missed: "last" });
  }
}

/** The recovery pass over everyday trade of a cell. */
export async function resumeTrade(trade: Trade, cell: bigint): Promise<void> {
  await trade.resume(cell);
}
