/** What everyday work stands on: the desk, a clock, ids, and turns by which one row is worked at once. */
import { V7Generator } from "uuidv7";
import type { Channel } from "#connect/channel";
import type { RefusalCode } from "#engine";
import type { Database, Queryable } from "#store";
import { NotNow } from "../answer.ts";
import { type Log, SILENT } from "../delivery/pace.ts";
import type { Desk } from "../desk.ts";
import { isTradeRefusal, refuse, type TradeRefusal } from "./refusal.ts";

/** The desk as far as everyday work needs it. */
export type TradeDesk = Pick<Desk, "submit" | "quote" | "find" | "database">;

/** What the check of a plan says, as far as the way of a plan depends on it; the whole is kept as it is. */
export interface PlanVerdict {
  readonly verdict: "publishable" | "publishable_with_conditions" | "refused";
  readonly rules: readonly {
    readonly id: string;
    readonly status: string;
    readonly needs: readonly string[];
  }[];
}

export interface TradeOptions {
  readonly desk: TradeDesk;
  /** The check of a plan, from its body as JSON. */
  readonly checkPlan: (body: unknown) => PlanVerdict;
  readonly channels?: readonly Channel[];
  readonly clock?: () => Date;
  readonly log?: Log;
  /** Called after every step that leaves something behind; a test stops the work there by throwing. */
  readonly after?: (step: string) => void | Promise<void>;
}

/** An order as JSON, in the format of RULES section 7. */
export type OrderBody = { readonly id: string; readonly kind: string } & Readonly<Record<string, unknown>>;

/** What the book said: its journal, its no, or null where that is not known yet and must be asked again. */
export type Asking =
  | { readonly seq: bigint; readonly record: string; readonly repeated: boolean }
  | TradeRefusal
  | null;

export class Ground {
  readonly database: Database;
  readonly log: Log;
  readonly channels: ReadonlyMap<string, Channel>;
  private readonly ids = new V7Generator();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(readonly options: TradeOptions) {
    this.database = options.desk.database;
    this.log = options.log ?? SILENT;
    this.channels = new Map((options.channels ?? []).map((channel) => [channel.name, channel]));
  }

  now(): Date {
    return this.options.clock?.() ?? new Date();
  }

  /** A new id; ids begin with the time, so that they stand in the order of their making. */
  id(): string {
    return this.ids.generateOrResetWithTs(this.now().getTime()).toString();
  }

  async after(step: string): Promise<void> {
    await this.options.after?.(step);
  }

  /** Asks the book for an order. Whoever gets null asks again later, with the same id and the same body. */
  async ask(cell: bigint, order: OrderBody): Promise<Asking> {
    try {
      const [answer] = await this.options.desk.submit(cell, [{ json: order }]);
      if (answer === undefined || answer.status === "failed") return null;
      if (answer.status === "malformed") return refuse("order_malformed", answer.field);
      if (answer.status === "booked") {
        return { seq: answer.seq, record: answer.record, repeated: answer.repeated };
      }
      return ofBook(answer);
    } catch (error) {
      if (!(error instanceof NotNow)) throw error;
      this.log.warn({ cell: `${cell}`, order: order.id, reason: error.reason }, "an order waits");
      return null;
    }
  }

  /** What the book would refuse of an order just now; null where it would take it. */
  async wouldRefuse(cell: bigint, order: OrderBody): Promise<TradeRefusal | null> {
    const quote = await this.options.desk.quote(cell, { json: order });
    if (quote.status === "malformed") return refuse("order_malformed", quote.field);
    return quote.status === "refused" ? ofBook(quote) : null;
  }

  /** Runs work on one row after all earlier work on it, so that of two answers of the book none overtakes. */
  async turn<T>(row: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(row) ?? Promise.resolve()).then(work, work);
    this.turns.set(row, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(row) === mine) this.turns.delete(row);
    }
  }

  /** Does a piece of recovery; what fails is told and does not hinder the next. */
  async mend(what: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      const done = await work();
      return !isTradeRefusal(done);
    } catch (error) {
      this.log.warn(
        { what, error: error instanceof Error ? error.message : String(error) },
        "not mended yet",
      );
      return false;
    }
  }
}

function ofBook({ code, field, retry }: { code: RefusalCode; field: string; retry: boolean }): TradeRefusal {
  return { refused: code, field, retry, detail: null };
}

/** The one row of an answer, or undefined. */
export async function one<Row extends object>(
  on: Queryable,
  text: string,
  values: readonly unknown[],
): Promise<Row | undefined> {
  const { rows } = await on.query<Row>(text, values);
  return rows[0];
}

export const DAY = 86_400_000;
