/**
 * Checks of plans on a thread of their own, for whoever must answer others meanwhile: a check tries the plan
 * out on the engine and takes a tenth of a second. What was checked before is remembered for a while.
 */
import { Worker } from "node:worker_threads";
import { canonical, type Ppm } from "#engine";
import type { PlanCheck } from "./check.ts";
import type { Answered, Asked } from "./worker.ts";

const ENTRY = new URL("../../../bin/worker.mjs", import.meta.url);
const ROOM = "sim/facts/worker";
/** Checks that may wait at once; whoever comes then comes again. */
const MOST_WAITING = 8;
const MOST_KEPT = 200;

type Waiting = { readonly resolve: (check: PlanCheck) => void; readonly reject: (error: Error) => void };

export class CheckThread {
  private worker: Worker | null = null;
  private count = 0;
  private readonly waiting = new Map<number, Waiting>();
  /** By the text of the plan and the cost; the newest last. */
  private readonly kept = new Map<string, Promise<PlanCheck>>();

  /** The check of a plan from parsed JSON; null where too many wait already. */
  check(json: unknown, cost: Ppm | null): Promise<PlanCheck> | null {
    const key = `${cost ?? ""} ${canonical(json)}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (this.waiting.size >= MOST_WAITING) return null;
    const check = this.ask(json, cost);
    this.kept.set(key, check);
    check.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return check;
  }

  private ask(json: unknown, cost: Ppm | null): Promise<PlanCheck> {
    const asked: Asked = { n: ++this.count, json, options: cost === null ? {} : { cost } };
    this.worker ??= this.hire();
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(asked.n, { resolve, reject });
      this.worker?.postMessage(asked);
    });
  }

  private hire(): Worker {
    const worker = new Worker(ENTRY, { workerData: { room: ROOM }, execArgv: [] });
    worker.on("message", ({ n, check }: Answered) => {
      this.waiting.get(n)?.resolve(check);
      this.waiting.delete(n);
      // An idle thread keeps no process from ending.
      if (this.waiting.size === 0) worker.unref();
    });
    const gone = (error: Error) => {
      if (this.worker !== worker) return;
      this.worker = null;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    worker.on("error", gone);
    worker.on("exit", (code) => gone(new Error(`the thread of checks ended with status ${code}`)));
    return worker;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }
}
