/** A desk in a process of its own, seen from outside. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Asker, Ledger, OrderJson } from "./load.ts";

const PROGRAM = fileURLToPath(new URL("./desk-child.ts", import.meta.url));

interface Reply {
  readonly n: number;
  readonly taken?: true;
  readonly answers?: readonly (Parameters<Ledger["take"]>[1] & { readonly record?: string })[];
  readonly notNow?: string;
  readonly faults?: string[];
}

export class DeskProcess implements Asker {
  /** Why orders were turned away, counted. */
  readonly notNow = new Map<string, number>();
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private told = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly ledger: Ledger,
  ) {
    child.on("message", (reply: Reply) => {
      this.waiting.get(reply.n)?.(reply);
      this.waiting.delete(reply.n);
    });
  }

  static async open(url: string, cell: bigint, lease: number, ledger: Ledger): Promise<DeskProcess> {
    const child = fork(PROGRAM, [url, `${cell}`, `${lease}`], { execArgv: ["--import", "tsx"] });
    const desk = new DeskProcess(child, ledger);
    await once(child, "message");
    return desk;
  }

  /** Takes the cell by force; returns after how many milliseconds it had it, or why it has it not. */
  async take(): Promise<number | string> {
    const from = performance.now();
    const { taken, notNow } = await this.tell({ take: true });
    return taken === true ? performance.now() - from : (notNow ?? "?");
  }

  async ask(orders: readonly OrderJson[]): Promise<boolean> {
    const { ledger } = this;
    for (const order of orders) {
      ledger.asked.set(order.id, order);
      ledger.open.add(order.id);
    }
    const { answers, notNow } = await this.tell({ orders });
    if (answers === undefined) {
      this.notNow.set(notNow ?? "?", (this.notNow.get(notNow ?? "?") ?? 0) + 1);
      return false;
    }
    for (const [i, order] of orders.entries()) {
      const answer = answers[i] as NonNullable<Reply["answers"]>[number];
      const journal = answer.record === undefined ? undefined : JSON.parse(answer.record);
      ledger.take(order.id, { ...answer, journal });
    }
    return true;
  }

  async faults(): Promise<string[]> {
    return (await this.tell({ faults: true })).faults ?? [];
  }

  freeze(): void {
    this.child.kill("SIGSTOP");
  }

  thaw(): void {
    this.child.kill("SIGCONT");
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await exit;
  }

  private tell(what: object): Promise<Reply> {
    this.told += 1;
    const n = this.told;
    return new Promise((resolve) => {
      this.waiting.set(n, resolve);
      this.child.send({ n, ...what });
    });
  }
}
