/** Webhooks 网络回调: journals told to those who asked, at least once, signed, with a log. */
import type { Database } from "#store";
import { Courier, type CourierSettings } from "./courier.ts";
import {
  type DeliveryFilter,
  type DeliveryPage,
  type DeliveryView,
  forgetDeliveries,
  readDelivery,
  replayFrom,
  replayOne,
  selectDeliveries,
} from "./log.ts";
import { type Log, SILENT } from "./pace.ts";
import { pump } from "./pump.ts";
import { Rounds } from "./rounds.ts";
import {
  faultOf,
  insertWebhook,
  type NewWebhook,
  PLAIN,
  removeWebhook,
  selectWebhooks,
  updateWebhook,
  WEBHOOK_COLUMNS,
  type Webhook,
  type WebhookFault,
  type WebhookPatch,
  type WebhookRow,
  type WebhookWithSecret,
} from "./webhook.ts";

export interface DeliveryOptions extends Partial<CourierSettings> {
  readonly log?: Log;
  /** Milliseconds between two looks at the table. */
  readonly poll?: number;
}

/** Requests to one webhook at once, from this process. */
const AT_ONCE = 4;
/** Pumpings of one webhook before the others have their turn. */
const PUMPS = 5;

const DEFAULTS: CourierSettings = {
  clock: () => new Date(),
  random: Math.random,
  allowPrivate: false,
  seal: PLAIN,
  timeout: 10_000,
  lease: 60_000,
  // Sixteen tries: the last comes more than a day after the first.
  retry: { first: 5_000, longest: 6 * 3_600_000 },
  mostTries: 16,
  disableAfter: 3 * 86_400_000,
};

export class Delivery {
  private readonly settings: CourierSettings;
  private readonly log: Log;
  private readonly courier: Courier;
  private readonly rounds: Rounds;
  /** Requests under way, by webhook. */
  private readonly underWay = new Map<string, Set<Promise<void>>>();

  constructor(
    private readonly database: Database,
    { log = SILENT, poll = 500, ...settings }: DeliveryOptions = {},
  ) {
    this.settings = { ...DEFAULTS, ...settings };
    this.log = log;
    this.courier = new Courier(database, this.settings);
    this.rounds = new Rounds("webhooks", async (cell) => (await this.round(cell)).more, poll, log);
  }

  /** Makes a webhook; the answer alone has its secret. */
  createWebhook(cell: bigint, made: NewWebhook): Promise<WebhookWithSecret | WebhookFault> {
    const fault = faultOf(made, this.settings.allowPrivate);
    if (fault !== null) return Promise.resolve(fault);
    const { seal, clock } = this.settings;
    return this.database.transaction((tx) => insertWebhook(tx, cell, made, seal, clock()));
  }

  listWebhooks(cell: bigint): Promise<readonly Webhook[]> {
    return selectWebhooks(this.database, cell);
  }

  /** Null when there is no such webhook; with the new secret when it was changed. */
  patchWebhook(
    cell: bigint,
    id: string,
    patch: WebhookPatch,
  ): Promise<Webhook | WebhookWithSecret | WebhookFault | null> {
    const fault = faultOf(patch, this.settings.allowPrivate);
    if (fault !== null) return Promise.resolve(fault);
    return updateWebhook(this.database, cell, id, patch, this.settings.seal, this.settings.clock());
  }

  /** Removes a webhook with its log; false when there is none. */
  deleteWebhook(cell: bigint, id: string): Promise<boolean> {
    return this.database.transaction((tx) => removeWebhook(tx, cell, id));
  }

  listDeliveries(cell: bigint, filter: DeliveryFilter): Promise<DeliveryPage> {
    return selectDeliveries(this.database, cell, filter);
  }

  getDelivery(cell: bigint, id: string): Promise<DeliveryView | null> {
    return readDelivery(this.database, cell, id);
  }

  /**
   * Sends one delivery again, or all a webhook is to be told from a journal on. The number queued at once
   * (what is not in the log any more is made again from the journal); null when there is no such thing.
   */
  async replay(
    cell: bigint,
    what: { readonly delivery: string } | { readonly webhook: string; readonly fromSeq: bigint },
  ): Promise<number | null> {
    const now = this.settings.clock();
    const queued =
      "delivery" in what
        ? (await replayOne(this.database, cell, what.delivery, now))
          ? 1
          : null
        : await this.database.transaction((tx) => replayFrom(tx, cell, what.webhook, what.fromSeq, now));
    if (queued !== null) this.wake(cell);
    return queued;
  }

  /** Drops the log of what ended before a moment; the journal can always tell it again. */
  forget(cell: bigint, before: Date): Promise<number> {
    return forgetDeliveries(this.database, cell, before);
  }

  start(cells: readonly bigint[]): void {
    this.rounds.start(cells);
  }

  /** A hint that a cell has new journals; missing it costs one poll. */
  wake(cell: bigint): void {
    this.rounds.wake(cell);
  }

  /** Takes nothing more and waits for the requests under way, each limited by its timeout. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await Promise.all([...this.underWay.values()].flatMap((sendings) => [...sendings]));
  }

  /** Does all that is due in a cell now and waits for it; for commands and tests that hold the clock. */
  async work(cell: bigint): Promise<void> {
    for (;;) {
      const { more, taken } = await this.round(cell);
      await Promise.all([...this.underWay.values()].flatMap((sendings) => [...sendings]));
      if (!more && taken === 0) return;
    }
  }

  /** One turn for every webhook of a cell that has something to do; `more`: journals are left to be told. */
  private async round(cell: bigint): Promise<{ readonly more: boolean; readonly taken: number }> {
    const { rows } = await this.database.query<WebhookRow & { news: boolean }>(
      `SELECT ${WEBHOOK_COLUMNS},
              EXISTS (SELECT 1 FROM journal j WHERE j.cell_id = $1 AND j.seq > w.cursor_seq) AS news
         FROM webhook w
        WHERE w.cell_id = $1 AND w.active AND (w.rest_until IS NULL OR w.rest_until <= $2)
        ORDER BY w.webhook_id`,
      [cell, this.settings.clock()],
    );
    let more = false;
    let taken = 0;
    for (const webhook of rows) {
      if (webhook.news && (await this.pumpSome(cell, webhook.webhook_id))) more = true;
      taken += await this.sendSome(cell, webhook);
    }
    return { more, taken };
  }

  private async pumpSome(cell: bigint, webhook: string): Promise<boolean> {
    for (let turn = 0; turn < PUMPS; turn++) {
      const now = this.settings.clock();
      if (!(await this.database.transaction((tx) => pump(tx, cell, webhook, now, this.log)))) return false;
    }
    return true;
  }

  /** Fills the webhook's free places; each request that ends wakes the cell. */
  private async sendSome(cell: bigint, webhook: WebhookRow): Promise<number> {
    const key = `${cell} ${webhook.webhook_id}`;
    const sendings = this.underWay.get(key) ?? new Set<Promise<void>>();
    const free = AT_ONCE - sendings.size;
    if (free <= 0) return 0;
    const parcels = await this.courier.take(cell, webhook.webhook_id, free);
    // Only now: while they were taken the last request under way may have ended and cleared the entry.
    if (parcels.length > 0) this.underWay.set(key, sendings);
    for (const parcel of parcels) {
      const sending = this.courier
        .bring(cell, webhook, parcel)
        // What came of it is not written: the lease runs out and it is sent again.
        .catch((error: unknown) =>
          this.log.warn(
            { cell: `${cell}`, delivery: parcel.delivery_id, error: String(error) },
            "not written",
          ),
        )
        .finally(() => {
          sendings.delete(sending);
          if (sendings.size === 0) this.underWay.delete(key);
          this.wake(cell);
        });
      sendings.add(sending);
    }
    return parcels.length;
  }
}
