/**
 * The one writer of a cell, group by group: fetch, decide, commit, answer. While one is committed the next
 * is decided. A group that fails takes the memory with it: the book is loaded anew and what was unanswered
 * is asked again, which is safe, for an order is booked once.
 */
import {
  type CellRow,
  type Columns,
  commitClock,
  commitGroup,
  confirmHold,
  Fenced,
  instantText,
  poolValues,
  renew,
  stepsOf,
} from "#store";
import { NotNow } from "./answer.ts";
import { Group, Recent } from "./group.ts";
import { type Item, Queue } from "./item.ts";
import { elsewhere, leaveSeat, type Seat, takeSeat, type WriterSettings } from "./seat.ts";

/** While a commit is under way the next group waits for so many items, or for the commit's end. */
const WORTH_OVERLAP = 128;
const PAUSES = [0, 100, 500, 2_000];

/** A group decided, with what it writes drawn up: only the group before has still to become durable. */
interface Ready {
  readonly group: Group;
  readonly write: () => Promise<void>;
}

interface Flight {
  readonly group: Group;
  /** Undefined when it is durable. */
  readonly done: Promise<Error | undefined>;
}

export class Writer {
  private readonly queue = new Queue();
  private readonly recent = new Recent();
  private wake: (() => void) | null = null;
  private stopping = false;
  /** Why no more is taken; the writer is then of no further use. */
  private ended: NotNow | null = null;
  private groups = 0;
  private heartbeat: NodeJS.Timeout | null = null;
  private lastCommit = 0;
  private open: Seat | null = null;
  private running: Promise<void> = Promise.resolve();
  /** Orders booked a second of late, for the hint to those turned away. */
  private pace = 1_000;
  readonly figures = { groups: 0, journals: 0, reloads: 0, commitMs: 0 };

  constructor(
    readonly cell: CellRow,
    private readonly settings: WriterSettings,
  ) {}

  /** Takes the cell and loads its book; rejects with NotNow where another process has it. */
  async start(force = false): Promise<void> {
    const { cell, settings } = this;
    this.open = await takeSeat(cell, settings, force);
    this.heartbeat = setInterval(() => void this.beat(), (settings.leaseSeconds * 1_000) / 3).unref();
    this.running = this.run().catch(async (error) => {
      settings.report(error, `writing cell ${cell.cell_id}`);
      await this.end(new NotNow("unavailable", 1_000), []);
    });
  }

  get isEnded(): boolean {
    return this.ended !== null;
  }

  get waiting(): number {
    return this.queue.length;
  }

  /** Adds items to the queue, or throws NotNow and takes none of them. */
  push(items: readonly Item[]): void {
    if (this.ended !== null) throw this.ended;
    if (this.stopping) throw new NotNow("closing", 1_000);
    if (this.queue.length + items.length > this.settings.mostWaiting) {
      throw new NotNow("busy", Math.max(50, Math.ceil((this.queue.length / this.pace) * 1_000)));
    }
    for (const item of items) this.queue.push(item);
    this.wake?.();
  }

  /** When something is due by itself next; null where nothing is. */
  get nextDue(): number | null {
    return this.open?.book.timed()?.due ?? null;
  }

  /** Whether exits are waiting to be carried on. */
  get hasCascade(): boolean {
    return this.open !== null && this.open.book.pool.cascade !== null;
  }

  /** Finishes what has been taken, gives the cell up. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
    await this.leave(this.ended === null);
    this.ended ??= new NotNow("closing", 1_000);
  }

  private async run(): Promise<void> {
    let flight = null as Flight | null;
    for (;;) {
      if (flight !== null) await this.worthDeciding(flight);
      if (this.queue.length === 0 && flight === null) {
        if (this.stopping) return;
        await this.woken();
        continue;
      }
      const hasItems = this.queue.length > 0;
      const next: Ready | null = hasItems ? await this.decideNext() : null;
      const before: Flight | null = flight;
      const error: Error | undefined = await before?.done;
      flight = next !== null && error === undefined ? launch(next) : null;
      // Whoever is answered asks again: the database has its next group by then.
      if (before !== null) await this.landed(before.group, error, next?.group.items);
      if ((error !== undefined || (hasItems && next === null)) && !(await this.recover())) return;
    }
  }

  /** While a group is under way: resolves when a next one is worth deciding, or that one is through. */
  private async worthDeciding({ done }: Flight): Promise<void> {
    const worth = Math.min(WORTH_OVERLAP, this.settings.mostTogether);
    if (this.queue.length < worth) await Promise.race([done, this.woken(worth)]);
  }

  /** The next group, decided in memory; null where that failed and its items are back in the queue. */
  private async decideNext(): Promise<Ready | null> {
    const { open, settings } = this;
    if (open === null) return null;
    const items = this.queue.next(settings.mostTogether);
    this.groups += 1;
    const { cell_id: cell, clock } = this.cell;
    const { report } = settings;
    const now = clock === "live" ? settings.now : null;
    const { book, sequence } = open;
    const ground = { cell, book, sequence, database: open.reader, recent: this.recent, now, report };
    const group = new Group(ground, this.groups, items);
    try {
      const rest = await group.decide();
      this.queue.putBack(rest);
      if (rest.length > 0) Object.assign(group, { items: items.slice(0, -rest.length) });
      return { group, write: this.drawUp(group, open) };
    } catch (error) {
      report(error, `deciding a group of cell ${cell}`);
      this.queue.again(items, error);
      return null;
    }
  }

  /** What a group writes, drawn up before the next one changes the book. */
  private drawUp(group: Group, open: Seat): () => Promise<void> {
    const { batch } = group;
    if (batch.rows.length === 0) return this.confirmation(group, open);
    const { client, hold, sequence, book, columns } = open;
    const recordedAt = instantText(this.settings.now());
    const pool = poolValues(batch, hold, sequence.clockText);
    const steps = stepsOf(batch, recordedAt, columns[group.number % 2] as Columns);
    open.clock = book.clock;
    return async () => {
      const start = performance.now();
      await commitGroup(client, hold, pool, steps, recordedAt);
      this.measure(batch.rows.length, performance.now() - start);
    };
  }

  /**
   * A group that books nothing: where orders alone carry time, the time that has passed with them is kept;
   * and what it says of the book holds only while nobody else writes.
   */
  private confirmation({ batch, saysHowItStands }: Group, open: Seat): () => Promise<void> {
    const { client, hold, sequence, book } = open;
    if (this.cell.clock === "orders" && book.clock !== open.clock) {
      open.clock = book.clock;
      const pool = poolValues(batch, hold, sequence.clockText);
      return () => commitClock(client, hold, pool);
    }
    return saysHowItStands ? () => confirmHold(client, hold) : async () => {};
  }

  private measure(journals: number, ms: number): void {
    const { figures } = this;
    figures.groups += 1;
    figures.journals += journals;
    figures.commitMs += ms;
    this.lastCommit = Date.now();
    this.pace = 0.8 * this.pace + 0.2 * (journals / Math.max(ms, 1)) * 1_000;
  }

  /**
   * Answers what a durable group holds. Of one that failed the items are in the queue again, and those of
   * the group decided on top of it behind them.
   */
  private async landed(group: Group, error: Error | undefined, onTop: readonly Item[] = []): Promise<void> {
    if (error === undefined) {
      (this.open as Seat).book.letGo(group.batch.touched, group.number);
      this.recent.trim(group.number);
      group.settle();
      return;
    }
    this.queue.putBack(onTop);
    if (error instanceof Fenced) {
      await this.end(await elsewhere(this.cell, this.settings), group.items);
      return;
    }
    this.settings.report(error, `committing a group of cell ${this.cell.cell_id}`);
    this.queue.again(group.items, error);
  }

  /** Loads the book anew; false where that cannot be done: everything waiting is turned away. */
  private async recover(): Promise<boolean> {
    let failure = this.ended ?? new NotNow("unavailable", 2_000);
    // One that ended while a group was on its way has the group's items in the queue again.
    for (const pause of this.ended === null ? PAUSES : []) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        await this.leave(false);
        this.recent.clear();
        this.open = await takeSeat(this.cell, this.settings, false);
        this.figures.reloads += 1;
        return true;
      } catch (error) {
        if (error instanceof NotNow) {
          failure = error;
          break;
        }
        this.settings.report(error, `loading cell ${this.cell.cell_id}`);
      }
    }
    await this.end(failure, []);
    return false;
  }

  private async end(why: NotNow, items: readonly Item[]): Promise<void> {
    this.ended = why;
    for (const item of [...items, ...this.queue.drain()]) item.fail(why);
    await this.leave(false);
  }

  private async leave(isInOrder: boolean): Promise<void> {
    const { open } = this;
    this.open = null;
    if (this.ended !== null || isInOrder) if (this.heartbeat !== null) clearInterval(this.heartbeat);
    if (open !== null) await leaveSeat(open, this.settings, isInOrder);
  }

  /** Keeps the lease while nothing is being booked. */
  private async beat(): Promise<void> {
    const { open, settings, cell } = this;
    if (open === null || Date.now() - this.lastCommit < (settings.leaseSeconds * 1_000) / 3) return;
    await this.check().catch((error) => settings.report(error, `keeping the lease of cell ${cell.cell_id}`));
  }

  /** Renews the lease; where another process has taken the cell this writer ends. */
  async check(): Promise<void> {
    const { open, settings } = this;
    if (open === null) return;
    const isOurs = await renew(settings.database, open.hold.cell, open.hold.epoch, open.hold.lease);
    if (isOurs) return;
    const ended = await elsewhere(this.cell, this.settings);
    if (this.open !== open || this.ended !== null) return;
    this.ended = ended;
    this.stopping = true;
    this.wake?.();
    await this.running;
    await this.end(this.ended, []);
  }

  /** Resolves when there are `least` items, or sooner when the writer is to stop. */
  private woken(least = 1): Promise<void> {
    return new Promise((resolve) => {
      this.wake = () => {
        if (this.queue.length < least && !this.stopping) return;
        this.wake = null;
        resolve();
      };
      this.wake();
    });
  }
}

/** Sends a group off. */
function launch({ group, write }: Ready): Flight {
  const done = write().then(
    () => undefined,
    (error: Error) => error,
  );
  return { group, done };
}
