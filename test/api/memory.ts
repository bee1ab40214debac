/** A desk that keeps whole books in memory and runs the real engine, and people known by fixed tokens. */
import { type Answer, type Asked, NoSuchCell, NotNow } from "#desk";
import { canonical, type Journal, REFUSALS, Replay, readPlan, resultOf } from "#engine";
import type { Machine, Principal, Role } from "#people";
import type { Actor, CellTerms, Credential, Desk, People, Services } from "../../src/api/index.ts";
import { Problem } from "../../src/api/index.ts";

export class MemoryDesk implements Desk {
  readonly cells = new Map<bigint, { readonly replay: Replay; readonly answers: Map<string, Answer> }>();
  /** What every submit fails with, where set. */
  fails: Error | null = null;
  submitted: Asked[] = [];
  private next = 2n;

  constructor(plan: unknown) {
    this.open(1n, plan);
  }

  submit(cell: bigint, asked: readonly Asked[]): Promise<Answer[]> {
    if (this.fails !== null) return Promise.reject(this.fails);
    this.submitted.push(...asked);
    return Promise.resolve(asked.map(({ json }) => this.one(cell, JSON.stringify(json))));
  }

  quote(cell: bigint, { json }: Asked): Promise<Answer> {
    return Promise.resolve(this.one(cell, JSON.stringify(json)));
  }

  find(cell: bigint, order: string): Promise<Answer | null> {
    const found = this.at(cell).answers.get(order);
    return Promise.resolve(found?.status === "booked" ? { ...found, repeated: true } : null);
  }

  createCell({ plan }: CellTerms): Promise<bigint> {
    return Promise.resolve(this.open(this.next++, plan));
  }

  result(cell: bigint) {
    return Promise.resolve(resultOf(this.at(cell).replay));
  }

  /** Even cells belong to this operator, odd ones but the first to another. */
  operatorOf(cell: bigint): Promise<bigint | null> {
    return Promise.resolve(this.cells.has(cell) ? 1n : null);
  }

  private at(cell: bigint) {
    const found = this.cells.get(cell);
    if (found === undefined) throw new NoSuchCell(cell);
    return found;
  }

  private open(cell: bigint, plan: unknown): bigint {
    const read = readPlan(plan);
    if (!("plan" in read)) throw new Problem("validation", { field: "plan" });
    const answers = new Map<string, Answer>();
    this.cells.set(cell, { replay: new Replay(read.plan), answers });
    return cell;
  }

  private one(cell: bigint, line: string): Answer {
    const { replay, answers } = this.at(cell);
    let journal: Journal | undefined;
    const outcome = replay.line(line, 1);
    switch (outcome.type) {
      case "booked": {
        journal = outcome.journal;
        const seq = BigInt(answers.size + 1);
        const id = String((JSON.parse(line) as { id: string }).id);
        const record = canonical({ id, postings: journal.postings.length });
        const answer: Answer = { status: "booked", id, seq, repeated: false, record };
        answers.set(id, answer);
        return answer;
      }
      case "answered":
        return { ...(answers.get(outcome.id) as Answer & { status: "booked" }), repeated: true };
      case "refused":
        return { status: "refused", ...pick(outcome), retry: REFUSALS[outcome.code].retry };
      case "malformed":
        return { status: "malformed", field: outcome.field };
      case "blank":
        return { status: "malformed", field: null };
    }
  }
}

function pick<T extends { id: string; code: unknown; field: string }>({ id, code, field }: T) {
  return { id, code, field } as Pick<T, "id" | "code" | "field">;
}

export const busy = () => new NotNow("busy", 1_500);
export const elsewhere = () => new NotNow("elsewhere", 3_000, "10.0.0.7:5000");

/** People by token: `key-orders`, `key-books`, `session-owner`, `session-member`, … */
export class MemoryPeople implements People {
  asked = 0;
  readonly gone = new Set<string>();

  actorOf({ by, token }: Credential): Promise<Actor | null> {
    this.asked++;
    if (this.gone.has(token)) return Promise.resolve(null);
    const [kind, name = ""] = token.split("-");
    if (by === "key" && kind === "key") return Promise.resolve(keyOf(name));
    if (by === "session" && kind === "session") {
      return Promise.resolve({ by: "session", principal: principalOf(name as Role) });
    }
    return Promise.resolve(null);
  }
}

function keyOf(name: string): Actor | null {
  const scopes: Readonly<Record<string, Machine["scopes"]>> = {
    orders: ["orders:write"],
    books: ["books:read"],
  };
  const found = scopes[name];
  if (found === undefined) return null;
  return { by: "key", machine: { id: name, name, scopes: found, store: null } };
}

function principalOf(role: Role): Principal {
  const person = ["merchant", "clerk", "agent", "member"].includes(role);
  return {
    id: role,
    kind: person ? "person" : "staff",
    name: null,
    roles: [role],
    member: role === "member" ? "m1" : null,
    stores: { merchant: role === "merchant" ? ["s1"] : [], clerk: role === "clerk" ? ["s1"] : [] },
    regions: role === "agent" ? ["440305"] : [],
  };
}

export const PLAN = {
  name: "local",
  version: 1,
  take: "20%",
  portions: [
    { to: "operator", rate: "2%" },
    { to: "pool", rest: true },
  ],
  pool: { opening_price_fen: 100, mint: "70%", exit_load: "20%", cap: { multiple: "1.2", per: "member" } },
};

export interface World extends Services {
  readonly desk: MemoryDesk;
  readonly people: MemoryPeople;
  isReady: boolean;
}

export function world(): World {
  return {
    operator: 1n,
    cell: 1n,
    desk: new MemoryDesk(PLAN),
    people: new MemoryPeople(),
    isReady: true,
    ready() {
      return Promise.resolve({ ready: this.isReady });
    },
  };
}
