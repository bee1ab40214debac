/** The desk 柜台: takes orders for cells, gives each cell its one writer, and lets time pass in live cells. */
import {
  decide,
  type Journal,
  type Plan,
  type Played,
  type Refusal,
  type ReplayResult,
  resultOf,
} from "#engine";
import {
  type CellClock,
  type CellRow,
  cellRow,
  createCell,
  type Database,
  exitsOf,
  type JournalRecord,
  journalRecord,
  knownOrders,
  type ResidentBook,
} from "#store";
import { type Answer, type Asked, NoSuchCell, NotNow } from "./answer.ts";
import { stamped, takeIn } from "./door.ts";
import { Sheaf, SheafItem } from "./item.ts";
import type { WriterSettings } from "./seat.ts";
import { Writer } from "./writer.ts";

/** What an order would come to now; nothing is booked. */
export type Quote =
  | { readonly status: "quoted"; readonly record: JournalRecord }
  | Exclude<Answer, { status: "booked" } | { status: "failed" }>;

export type DeskSettings = Pick<WriterSettings, "database" | "holder" | "report"> &
  Partial<Omit<WriterSettings, "database" | "holder" | "report">>;

const DEFAULTS = { leaseSeconds: 10, mostWaiting: 16_384, mostTogether: 1_024, exitLimit: 256 };
const TICK_MS = 1_000;

/** Microseconds since 1970 by the machine's clock. */
const machineTime = () => Date.now() * 1_000;

export class Desk {
  private readonly settings: WriterSettings;
  private readonly writers = new Map<bigint, Promise<Writer>>();
  private isClosing = false;
  private ticking: NodeJS.Timeout | null = null;

  constructor(settings: DeskSettings) {
    this.settings = { ...DEFAULTS, now: machineTime, ...settings };
  }

  get database(): Database {
    return this.settings.database;
  }

  /** Makes a cell; false where it is there already. */
  async createCell(
    cell: bigint,
    operator: bigint,
    name: string,
    clock: CellClock,
    plan: Plan,
  ): Promise<boolean> {
    return await createCell(this.database, { cell, operator, name, clock, plan });
  }

  /**
   * Books orders of a cell in the order given. Resolves when every answer is durable; each order stands
   * for itself, one that is refused or malformed hinders no other. Rejects with NotNow, where it then is
   * not known of any of them whether it was booked: ask again, with the same ids.
   */
  async submit(cell: bigint, asked: readonly Asked[]): Promise<Answer[]> {
    if (asked.length === 0) return [];
    const writer = await this.writer(cell);
    return await new Promise((resolve, reject) => {
      const sheaf = new Sheaf(asked.length, resolve, reject);
      writer.push(asked.map(({ json }, i) => new SheafItem(sheaf, i, json)));
    });
  }

  /** What an order would come to on the book as it stands; nothing is booked, and the order's time is now. */
  async quote(cell: bigint, { json }: Asked): Promise<Quote> {
    const taken = takeIn(json);
    if ("malformed" in taken) return { status: "malformed", field: taken.malformed };
    const { clock } = await this.row(cell);
    return await this.read(cell, (book) => {
      const { order } = taken;
      const timeless = { ...order, at: book.clock, atText: book.clock === null ? null : "+08:00" };
      const inTime =
        clock === "live"
          ? stamped({ ...order, at: null }, book.clock ?? this.settings.now(), book.clock)
          : timeless;
      if ("malformed" in inTime) return { status: "malformed", field: inTime.malformed };
      return quoted(order.id, decide(book, inTime));
    });
  }

  /**
   * Reads the book between two orders, when all before is durable. `work` changes nothing; it may run
   * twice.
   */
  async read<T>(cell: bigint, work: (book: ResidentBook) => T): Promise<T> {
    const writer = await this.writer(cell);
    return await new Promise<T>((resolve, reject) => {
      const read = (book: ResidentBook) => {
        const found = work(book);
        return () => resolve(found);
      };
      writer.push([{ type: "read", tries: 0, fail: reject, read }]);
    });
  }

  /** The answer to an order booked before; null where there is none of that id. Asks the database alone. */
  async find(cell: bigint, id: string): Promise<Answer | null> {
    const known = (await this.reached(() => knownOrders(this.database, cell, [id]))).get(id);
    if (known === undefined) return null;
    return { status: "booked", id, seq: known.seq, repeated: true, record: known.record };
  }

  /**
   * The result of a cell as `replay` prints it, but for what was refused: a refused order leaves nothing
   * behind.
   */
  async result(cell: bigint): Promise<ReplayResult> {
    const exits = await this.reached(() => exitsOf(this.database, cell));
    return await this.read(cell, (book) => {
      const plans = [...book.plans.values()];
      const played: Played = {
        book,
        exits,
        refused: [],
        waits: plans.some(({ settleAfter }) => settleAfter !== null),
        freezes: plans.some(({ commissionFreeze }) => commissionFreeze !== null),
      };
      return resultOf(played);
    });
  }

  /** Lets the time of a live cell pass up to now: what is due settles and thaws. */
  async tick(cell: bigint): Promise<void> {
    const writer = await this.writer(cell);
    await new Promise<void>((resolve, reject) => {
      writer.push([{ type: "tick", tries: 0, fail: reject, done: resolve }]);
    });
  }

  /** Lets time pass in every cell written here, once a second. */
  start(): void {
    this.ticking = setInterval(() => void this.tickAll(), TICK_MS);
    this.ticking.unref();
  }

  /** Whether this process writes a cell now, and how it fares. */
  async figures(cell: bigint): Promise<(Writer["figures"] & { readonly waiting: number }) | null> {
    const writer = await this.writers.get(cell)?.catch(() => null);
    return writer == null || writer.isEnded ? null : { ...writer.figures, waiting: writer.waiting };
  }

  /** Takes the writing of a cell, from another process too where `force` is set. */
  async take(cell: bigint, force = false): Promise<void> {
    // One that has been taken away unnoticed would be none.
    const writer = force ? await this.writers.get(cell)?.catch(() => null) : null;
    await this.reached(async () => await writer?.check());
    await this.writer(cell, force);
  }

  /** Gives the writing of a cell up, what has been taken being finished. */
  async giveUp(cell: bigint): Promise<void> {
    const opening = this.writers.get(cell);
    const writer = await opening?.catch(() => null);
    await writer?.stop();
    if (this.writers.get(cell) === opening) this.writers.delete(cell);
  }

  /** Takes nothing more, finishes what has been taken, gives every cell up. */
  async close(): Promise<void> {
    this.isClosing = true;
    if (this.ticking !== null) clearInterval(this.ticking);
    const all = await Promise.allSettled(this.writers.values());
    await Promise.all(all.map((each) => (each.status === "fulfilled" ? each.value.stop() : undefined)));
    this.writers.clear();
  }

  private async tickAll(): Promise<void> {
    for (const [cell, opening] of this.writers) {
      const writer = await opening.catch(() => null);
      if (writer == null || writer.isEnded || writer.cell.clock !== "live") continue;
      const due = writer.nextDue;
      if (!writer.hasCascade && (due === null || due > this.settings.now())) continue;
      await this.tick(cell).catch((error) => this.settings.report(error, `time in cell ${cell}`));
    }
  }

  private async row(cell: bigint): Promise<CellRow> {
    const opening = this.writers.get(cell);
    if (opening !== undefined) return (await opening).cell;
    const row = await this.reached(() => cellRow(this.database, cell));
    if (row === undefined) throw new NoSuchCell(cell);
    return row;
  }

  private async writer(cell: bigint, force = false): Promise<Writer> {
    if (this.isClosing) throw new NotNow("closing", 1_000);
    const known = this.writers.get(cell);
    if (known !== undefined) {
      // Whoever takes by force does not share the fate of one who only asked.
      const writer = force ? await known.catch(() => null) : await known;
      if (writer !== null && !writer.isEnded) return writer;
      if (this.writers.get(cell) === known) this.writers.delete(cell);
      return await this.writer(cell, force);
    }
    const opening = this.openWriter(cell, force);
    this.writers.set(cell, opening);
    // One that could not be opened is not kept: the next order tries again.
    opening.catch(() => this.writers.get(cell) === opening && this.writers.delete(cell));
    return await opening;
  }

  private async openWriter(cell: bigint, force: boolean): Promise<Writer> {
    const row = await this.reached(() => cellRow(this.database, cell));
    if (row === undefined) throw new NoSuchCell(cell);
    const writer = new Writer(row, this.settings);
    await this.reached(() => writer.start(force));
    return writer;
  }

  /** What fails for want of the database is told as such. */
  private async reached<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotNow) throw error;
      this.settings.report(error, "reaching the database");
      throw new NotNow("unavailable", 1_000);
    }
  }
}

function quoted(id: string, decision: Journal | Refusal): Quote {
  if (!("refused" in decision)) return { status: "quoted", record: journalRecord(decision) };
  const { refused: code, field, retry } = decision;
  return { status: "refused", id, code, field, retry };
}
