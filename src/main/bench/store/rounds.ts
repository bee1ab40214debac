/** The variants in turns: each round runs every variant once, beginning with another one each time. */
import { setTimeout as pause } from "node:timers/promises";
import type { Desk } from "#desk";
import type { Database } from "#store";
import { chance } from "../crowd.ts";
import { closedLoop, type Driven, type Submit } from "./drive.ts";
import type { Run, Variant } from "./figures.ts";
import { CELL } from "./fill.ts";
import { Latencies } from "./latency.ts";
import type { Meter } from "./meter.ts";
import type { Called } from "./plpgsql.ts";
import { deskSubmit, PRODUCT_CALLERS, REFERENCE_GROUP, readHistory } from "./product.ts";
import { USUAL_CONNECTIONS, type Usual } from "./usual.ts";
import type { Choice, World } from "./world.ts";
import { BareCopy, type SimpleUpdate } from "./yardstick.ts";

/** Everything that is measured, open and warm. */
export interface Ground {
  readonly world: World;
  readonly database: Database;
  readonly meter: Meter;
  readonly desk: Desk;
  readonly usual: Usual;
  readonly called: Called;
  readonly simple: SimpleUpdate;
  readonly signal: AbortSignal;
}

/** Seconds of one measurement. */
export type Lengths = Readonly<Partial<Record<Variant, number>>>;

const READ_EVERY_MS = 25;
const BARE_ROWS = 30_000;

export class Rounds {
  readonly runs: Run[] = [];
  /** Times of reading an account's history while the desk is saturated. */
  readonly reads = new Latencies();
  /** Orders answered as newly booked, warm-up included. */
  readonly answered = { usual: 0, called: 0, product: 0 };
  private bare: BareCopy | null = null;
  private started = 0;

  constructor(
    private readonly ground: Ground,
    private readonly lengths: Lengths,
    private readonly tell: (variant: Variant, perSecond: number) => void,
  ) {}

  /** Runs every variant for a moment, so that code, plans and connections are warm. */
  async warm(seconds: number): Promise<void> {
    for (const variant of this.variants(0)) await this.drive(variant, seconds);
  }

  async round(number: number): Promise<void> {
    for (const variant of this.variants(number)) {
      this.ground.signal.throwIfAborted();
      // The desk has the book loaded again after the reference, whose loading is measured.
      if (variant !== "reference") await this.ground.desk.take(CELL);
      await this.ground.meter.begin();
      const driven = await this.drive(variant, this.lengths[variant] ?? 0);
      const cost = await this.ground.meter.end();
      this.runs.push({ variant, round: number, driven, cost });
      this.tell(variant, driven.booked / driven.seconds);
    }
  }

  async close(): Promise<void> {
    await this.bare?.close();
  }

  private variants(number: number): Variant[] {
    const all = Object.keys(this.lengths) as Variant[];
    const first = number % all.length;
    return [...all.slice(first), ...all.slice(0, first)];
  }

  private async drive(variant: Variant, seconds: number): Promise<Driven> {
    const { ground, answered } = this;
    const choice = variant.endsWith("_zipf") ? "zipf" : "uniform";
    switch (variant) {
      case "naive":
      case "naive_zipf":
        return await this.counted("usual", USUAL_CONNECTIONS, ground.usual.submit, choice, seconds);
      case "plpgsql":
        return await this.counted("called", USUAL_CONNECTIONS, ground.called.submit, choice, seconds);
      case "reference": {
        const driven = await this.reference(seconds);
        answered.product += driven.booked;
        return driven;
      }
      case "product":
      case "product_zipf":
        return await this.read(() =>
          this.counted("product", PRODUCT_CALLERS, deskSubmit(ground.desk), choice, seconds),
        );
      case "simple_update":
        return await ground.simple.run(seconds, this.nextStart(), ground.signal);
      case "copy":
        return await this.copy();
    }
  }

  private async counted(
    who: keyof Rounds["answered"],
    callers: number,
    submit: Submit,
    choice: Choice,
    seconds: number,
  ): Promise<Driven> {
    const { world, signal } = this.ground;
    const start = this.nextStart();
    const orders = world.orders(`${who}${start}-`, choice, start);
    const driven = await closedLoop({ orders, submit, callers, seconds, signal });
    this.answered[who] += driven.booked;
    return driven;
  }

  /**
   * The desk with its book loaded anew for every group: what one writes first, and the oracle of the rest.
   */
  private async reference(seconds: number): Promise<Driven> {
    const { desk, world } = this.ground;
    const latencies = new Latencies();
    const counts = { booked: 0, repeated: 0 };
    const start = this.nextStart();
    const orders = world.orders(`reference${start}-`, "uniform", start);
    const began = performance.now();
    do {
      await desk.giveUp(CELL);
      const sent = performance.now();
      const group = Array.from({ length: REFERENCE_GROUP }, () => ({ json: orders.next().value }));
      for (const answer of await desk.submit(CELL, group)) {
        if (answer.status !== "booked") throw new Error(`the reference was answered ${answer.status}`);
        counts[answer.repeated ? "repeated" : "booked"] += 1;
        latencies.add(performance.now() - sent);
      }
    } while (performance.now() - began < seconds * 1_000);
    return { ...counts, seconds: (performance.now() - began) / 1_000, latency: latencies.summary };
  }

  /** Reads histories while `work` runs, at a steady pace. */
  private async read<T>(work: () => Promise<T>): Promise<T> {
    const { database, world } = this.ground;
    const random = chance(this.nextStart());
    let isOver = false;
    const reader = (async () => {
      while (!isOver) {
        const store = world.storeAt(random());
        const start = performance.now();
        await readHistory(database, store);
        this.reads.add(performance.now() - start);
        await pause(READ_EVERY_MS);
      }
    })();
    try {
      return await work();
    } finally {
      isOver = true;
      await reader;
    }
  }

  private async copy(): Promise<Driven> {
    this.bare ??= await BareCopy.open(this.ground.database, BARE_ROWS);
    const seconds = await this.bare.run();
    const { rows } = this.bare;
    return { booked: rows, repeated: 0, seconds, latency: { p50: 0, p99: 0, p999: 0, count: 0 } };
  }

  /** Another seed and another prefix for every run. */
  private nextStart(): number {
    this.started += 1;
    return this.started;
  }
}
