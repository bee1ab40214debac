/** What stands in a writer's queue. */
import type { Order } from "#engine";
import { isUnreachable, type ResidentBook } from "#store";
import { type Answer, NotNow } from "./answer.ts";

/** How often an item is tried again with the book rebuilt, before it is given up. */
const MOST_TRIES = 3;

interface Common {
  /** Tried before: then it goes alone, so that it cannot fail others. */
  tries: number;
  /** Gives the item up. */
  fail(error: Error): void;
}

/** An order to be booked. */
export interface OrderItem extends Common {
  readonly type: "order";
  readonly json: unknown;
  answer(answer: Answer): void;
}

/** Orders that were asked together; answered when each of them is. */
export class Sheaf {
  private readonly answers: Answer[];
  constructor(
    private left: number,
    private readonly resolve: (answers: Answer[]) => void,
    readonly reject: (error: Error) => void,
  ) {
    this.answers = new Array(left);
  }

  answer(at: number, answer: Answer): void {
    this.answers[at] = answer;
    this.left -= 1;
    if (this.left === 0) this.resolve(this.answers);
  }
}

/** One order of a sheaf. */
export class SheafItem implements OrderItem {
  readonly type = "order";
  tries = 0;
  constructor(
    private readonly sheaf: Sheaf,
    private readonly at: number,
    readonly json: unknown,
  ) {}

  answer(answer: Answer): void {
    this.sheaf.answer(this.at, answer);
  }

  fail(error: Error): void {
    this.sheaf.reject(error);
  }
}

/** Something to be read off the book between two orders, when all before it is durable. */
export interface ReadItem extends Common {
  readonly type: "read";
  /** Reads, perhaps several times over; returns what is done with it when all before it is durable. */
  read(book: ResidentBook): () => void;
}

/** Time passes, with no order. */
export interface TickItem extends Common {
  readonly type: "tick";
  done(): void;
}

export type Item = OrderItem | ReadItem | TickItem;

/** A queue that forgets what it has given, in pieces. */
export class Queue {
  private items: (Item | null)[] = [];
  private head = 0;

  get length(): number {
    return this.items.length - this.head;
  }

  push(item: Item): void {
    this.items.push(item);
  }

  /** Items that come before all others, in their order. */
  putBack(items: readonly Item[]): void {
    this.items = [...items, ...this.drain()];
  }

  /** Puts items of a failed group back, to go alone; one that has failed too often is given up. */
  again(items: readonly Item[], error: unknown): void {
    const kept: Item[] = [];
    for (const item of items) {
      item.tries += 1;
      if (item.tries < MOST_TRIES) kept.push(item);
      else if (item.type === "order" && !isUnreachable(error)) item.answer(failed(item.json));
      else item.fail(new NotNow("unavailable", 1_000));
    }
    this.putBack(kept);
  }

  /** The next group: as many as there are, up to `most`; one that has failed before goes alone. */
  next(most: number): Item[] {
    const group: Item[] = [];
    while (group.length < most && this.length > 0) {
      const item = this.items[this.head] as Item;
      if (item.tries > 0 && group.length > 0) break;
      group.push(item);
      this.items[this.head] = null;
      this.head += 1;
      if (item.tries > 0) break;
    }
    if (this.head > 1_024 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return group;
  }

  /** Everything, taken out. */
  drain(): Item[] {
    const all = this.items.slice(this.head) as Item[];
    this.items = [];
    this.head = 0;
    return all;
  }
}

/** The answer to an order that failed by a fault of ours; it may never have been read. */
function failed(json: unknown): Answer {
  const id = (json as Partial<Order> | null)?.id;
  return { status: "failed", id: typeof id === "string" ? id : "" };
}
