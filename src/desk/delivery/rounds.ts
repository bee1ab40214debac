/** Work done again and again until it is told to stop: one loop a cell, awake at once when there is news. */
import type { Log } from "./pace.ts";

/** Does what is due in a cell; true when there may be more at once. */
export type Round = (cell: bigint) => Promise<boolean>;

export class Rounds {
  private readonly loops = new Map<bigint, Promise<void>>();
  private readonly sleepers = new Map<bigint, () => void>();
  private readonly news = new Set<bigint>();
  private going = false;

  constructor(
    private readonly name: string,
    private readonly round: Round,
    /** Milliseconds between rounds when nothing is due. */
    private readonly poll: number,
    private readonly log: Log,
  ) {}

  start(cells: readonly bigint[]): void {
    this.going = true;
    for (const cell of cells) if (!this.loops.has(cell)) this.loops.set(cell, this.loop(cell));
  }

  /** A hint that a cell has something to do; missing it costs one poll. */
  wake(cell: bigint): void {
    this.news.add(cell);
    this.sleepers.get(cell)?.();
  }

  /** Ends after the rounds in hand. */
  async stop(): Promise<void> {
    this.going = false;
    for (const awaken of this.sleepers.values()) awaken();
    await Promise.all(this.loops.values());
    this.loops.clear();
  }

  private async loop(cell: bigint): Promise<void> {
    let faults = 0;
    while (this.going) {
      this.news.delete(cell);
      try {
        const more = await this.round(cell);
        faults = 0;
        if (more) continue;
      } catch (error) {
        faults += 1;
        this.log.warn({ cell: `${cell}`, error: String(error) }, `${this.name}: a round failed`);
      }
      // A database that is away is asked less and less often, up to once in half a minute.
      await this.sleep(cell, Math.min(30_000, this.poll * 2 ** Math.min(faults, 10)));
    }
  }

  private async sleep(cell: bigint, milliseconds: number): Promise<void> {
    if (!this.going || this.news.has(cell)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.sleepers.set(cell, () => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.sleepers.delete(cell);
  }
}
