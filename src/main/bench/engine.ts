/** The benchmark of the engine: books of several sizes, measured in turns, and how cost grows with size. */
import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Plan } from "#engine";
import type { Mix } from "./crowd.ts";
import type { Said, Task } from "./worker.ts";

export interface Trial {
  readonly plan: Plan;
  readonly sizes: readonly number[];
  readonly mix: Mix;
  /** Orders of one measurement, and how many measurements of each size are taken in turns. */
  readonly orders: number;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * Medians of one size. Cost is time on a core where the system tells it, else time on the clock; a ratio is
 * against the smallest size, `log_ratio` what growth by the logarithm allows.
 */
export interface Figure {
  readonly lots: number;
  readonly lots_after: number;
  readonly members: number;
  readonly orders_per_second: number;
  readonly slowest_per_second: number;
  readonly fastest_per_second: number;
  /** What one core would do if it did nothing else; share of a core that the thread had. Null: not known. */
  readonly orders_per_cpu_second: number | null;
  readonly core: number | null;
  readonly us_per_order: number;
  readonly ratio: number;
  readonly log_ratio: number;
  readonly postings_per_order: number;
  /** Share of the measured time that the garbage collector took on the measured thread. */
  readonly collecting: number;
  readonly refused: number;
  readonly exits: number;
  readonly heap_mb: number;
  readonly fill_seconds: number;
}

export interface Figures {
  readonly sizes: readonly Figure[];
  /** Whether no size costs more than the smallest one times the ratio of the logarithms. */
  readonly within_log: boolean;
}

type Ran = Said & { type: "ran" };
type Filled = Said & { type: "filled" };

/**
 * Bytes that a lot with its member, its purchase and its place in the queue takes; the limit of a thread's
 * heap.
 */
const BYTES_A_LOT = 3_000;
const BASE_MB = 1_024;

/** What the books of a trial together need of memory, in MB. */
export function memoryFor(sizes: readonly number[]): number {
  return sizes.reduce((sum, lots) => sum + heapFor(lots) - BASE_MB / 2, 0);
}

const heapFor = (lots: number) => BASE_MB + Math.ceil((lots * BYTES_A_LOT) / 1_048_576);

class Book {
  private readonly worker: Worker;
  /** All that the thread says, in order; nothing said while nobody listens is lost. */
  private readonly heard: AsyncIterator<unknown[]>;
  readonly runs: Ran[] = [];
  filled: Filled | null = null;

  constructor(
    readonly lots: number,
    { plan, mix, seed }: Trial,
    signal: AbortSignal,
  ) {
    const task: Task = { room: "main/bench/worker", plan, lots, mix, seed };
    this.worker = new Worker(new URL("../../../bin/worker.mjs", import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapFor(lots) },
    });
    this.heard = on(this.worker, "message", { signal })[Symbol.asyncIterator]();
  }

  async fill(step: (lots: number) => void): Promise<void> {
    for (;;) {
      const said = await this.hear();
      if (said.type === "filling") step(said.lots);
      else if (said.type === "filled") {
        this.filled = said;
        return;
      }
    }
  }

  async run(orders: number): Promise<Ran> {
    this.worker.postMessage(orders);
    return (await this.hear()) as Ran;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private async hear(): Promise<Said> {
    const { value } = (await this.heard.next()) as { value: [Said] };
    return value[0];
  }
}

/**
 * Runs a trial. `step` is told how many orders have been booked, those that fill included. Aborts with the
 * signal.
 */
export async function measure(
  trial: Trial,
  signal: AbortSignal,
  step: (done: number) => void,
): Promise<Figures> {
  const { sizes, rounds, orders } = trial;
  const books: Book[] = [];
  let done = 0;
  try {
    for (const lots of sizes) {
      const book = new Book(lots, trial, signal);
      books.push(book);
      await book.fill((filled) => step(done + filled));
      done += lots;
    }
    // The first turn only warms up: the compiler has not seen these orders yet.
    for (let round = 0; round <= rounds; round++) {
      for (const book of books) {
        const ran = await book.run(orders);
        if (round > 0) book.runs.push(ran);
        done += orders;
        step(done);
      }
    }
    return figuresOf(books);
  } finally {
    await Promise.all(books.map((book) => book.stop()));
  }
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] as number)) / 2;
}

function figuresOf(books: readonly Book[]): Figures {
  const base = books.toSorted((a, b) => a.lots - b.lots)[0] as Book;
  const sizes = books.map((book) => figureOf(book, base));
  return { sizes, within_log: sizes.every(({ ratio, log_ratio }) => ratio <= log_ratio) };
}

/** Microseconds an order: on a core, or where that is not known, on the clock. */
const costOf = ({ runs }: Book) =>
  middle(runs.map(({ took, cpu, orders }) => ((cpu ?? took) * 1000) / orders));

function figureOf(book: Book, base: Book): Figure {
  const { runs, lots } = book;
  const cost = costOf(book);
  const rates = runs.map((run) => (run.orders / run.took) * 1000);
  const sum = (of: (run: Ran) => number) => runs.reduce((all, run) => all + of(run), 0);
  const known = runs.every(({ cpu }) => cpu !== null);
  const last = runs.at(-1) as Ran;
  return {
    lots,
    lots_after: last.lots,
    members: book.filled?.members ?? 0,
    orders_per_second: Math.round(middle(rates)),
    slowest_per_second: Math.round(Math.min(...rates)),
    fastest_per_second: Math.round(Math.max(...rates)),
    orders_per_cpu_second: known ? Math.round(1e6 / cost) : null,
    core: known ? round3(sum((run) => run.cpu ?? 0) / sum((run) => run.took)) : null,
    us_per_order: round3(cost),
    ratio: round3(cost / costOf(base)),
    log_ratio: round3(Math.log2(lots) / Math.log2(base.lots)),
    postings_per_order: round3(sum((run) => run.postings) / sum((run) => run.orders)),
    collecting: round3(sum((run) => run.collecting) / sum((run) => run.took)),
    refused: sum((run) => run.refused),
    exits: sum((run) => run.exits),
    heap_mb: last.heapMb,
    fill_seconds: round3((book.filled?.took ?? 0) / 1000),
  };
}

const round3 = (value: number) => Math.round(value * 1000) / 1000;
