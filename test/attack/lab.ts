/**
 * The laboratory of attacks: a town with honest members, an attacker with every accomplice he could wish for, and the
 * table of who gained what. Money is counted where it is: what a member paid is his minus, refunds, wallet and
 * commissions are his plus; goods are not counted, so wash purchases go through the attacker's own store.
 */
import { readFileSync } from "node:fs";
import { type Journal, type Pending, type Plan, type Purchase, Replay, readPlan, showPoints } from "#engine";
import { padEnd, padStart, yuan } from "#statement";

export const MODES = ["member", "purchase"] as const;
export type Mode = (typeof MODES)[number];
export const PARTIES = ["attacker", "accomplices", "others", "merchant", "operator", "pool"] as const;
export type Party = (typeof PARTIES)[number];
/** Fen by party; they sum to zero: every fen one has gained another has lost. */
export type Ledger = Readonly<Record<Party, bigint>>;

type Json = { [key: string]: unknown };

/** The local-life preset with one lot a member or a purchase, and changes of keys at the top and of the pool. */
export function planFor(mode: Mode, change: Json = {}, pool: Json = {}): Plan {
  const preset = JSON.parse(
    readFileSync(new URL("../../plans/local-life.json", import.meta.url), "utf8"),
  ) as Json;
  const terms = preset["pool"] as Json;
  const cap = { ...(terms["cap"] as Json), per: mode };
  const read = readPlan({
    ...preset,
    ...change,
    pool: { ...terms, ...pool, cap: { ...cap, ...(pool["cap"] as Json) } },
  });
  if (!("plan" in read)) throw new Error(JSON.stringify(read.faults));
  return read.plan;
}

const yuanToFen = (amount: number) => Math.round(amount * 100);

/**
 * A town. Honest store "shop" of owner "keeper" under "boss". The attacker "mallory" has a sponsor and a sponsor's
 * sponsor, owns through "owner" the store "front" in a region whose three agents are his, and whose recruiter is his.
 */
export class Town {
  readonly replay: Replay;
  /** Every line sent, for another implementation to play. */
  readonly lines: string[] = [];
  private readonly paid = new Map<string, bigint>();
  private injected = 0n;
  private count = 0;
  private honest = 0;
  /** The purchase that the order now being sent refunds. */
  private refunding: Purchase | Pending | null = null;

  constructor(plan: Plan) {
    this.replay = new Replay(plan, (journal) => this.book(journal));
    const join = (member: string, sponsor: string | null = null) =>
      this.must({ kind: "join", member, sponsor });
    join("boss");
    join("keeper", "boss");
    this.must({ kind: "open_store", merchant: "shop", owner: "keeper", region: "440106" });
    join("upup");
    join("up", "upup");
    join("mallory", "up");
    join("owner", "up");
    for (const region of ["650102", "650100", "650000"]) {
      join(`agent-${region}`, "upup");
      this.must({ kind: "appoint", member: `agent-${region}`, region });
    }
    this.must({ kind: "open_store", merchant: "front", owner: "owner", region: "650102", recruiter: "up" });
  }

  /** Sends an order that has to be booked. Amounts in orders are fen. */
  must(order: Json): void {
    const refused = this.send(order);
    if (refused !== null) throw new Error(`${JSON.stringify(order)}: ${refused}`);
  }

  /** Sends an order; the code where it was refused. */
  send(order: Json): string | null {
    this.count += 1;
    this.refunding = this.replay.book.purchase(String(order["purchase"])) ?? null;
    const line = JSON.stringify({ id: `n${this.count}`, ...order });
    this.lines.push(line);
    const outcome = this.replay.line(line, this.count);
    if (outcome.type === "booked") return null;
    return outcome.type === "refused" ? outcome.code : outcome.type;
  }

  /** `times` purchases of so many yuan at the honest store, each by a new member. */
  crowd(times: number, amount: number, more: Json = {}): void {
    for (let i = 0; i < times; i++) {
      this.honest += 1;
      const member = `h${this.honest}`;
      this.must({ kind: "join", member, ...more });
      this.must({ kind: "purchase", member, merchant: "shop", amount_fen: yuanToFen(amount), ...more });
    }
  }

  /** A purchase of so many yuan, at the attacker's own store unless told otherwise. */
  buy(id: string, amount: number, more: Json = {}): void {
    const order = { kind: "purchase", member: "mallory", merchant: "front", amount_fen: yuanToFen(amount) };
    this.must({ ...order, id, ...more });
  }

  refund(purchase: string, amount: number, more: Json = {}): void {
    this.must({ kind: "refund", purchase, amount_fen: yuanToFen(amount), ...more });
  }

  inject(amount: number): void {
    this.must({ kind: "inject", amount_fen: yuanToFen(amount) });
  }

  sell(points: string, member = "mallory"): void {
    this.must({ kind: "redeem", member, points });
  }

  /** Sells all a member has, where he has any. */
  sellAll(member = "mallory"): void {
    if (this.grains(member) > 0n) this.sell("all", member);
  }

  /** Sells so many grains in equal parts, what rounding leaves with the last. */
  sellInParts(grains: bigint, parts: number): void {
    const each = grains / BigInt(parts);
    for (let i = 1; i < parts; i++) this.sell(showPoints(each));
    this.sell(showPoints(grains - each * BigInt(parts - 1)));
  }

  grains(member = "mallory"): bigint {
    return this.replay.book.member(member)?.points.balance ?? 0n;
  }

  get pointsOut(): bigint {
    return -this.replay.book.pool.issued.balance;
  }

  get cash(): bigint {
    return this.replay.book.pool.cash.balance;
  }

  /** The price as one integer for comparing: fen for 10^16 grains, rounded down. */
  get price(): bigint {
    const { pool } = this.replay.book;
    const out = this.pointsOut;
    const [cash, points] = out > 0n ? [this.cash, out] : [pool.last.cash, pool.last.points];
    return (cash * 10n ** 16n) / points;
  }

  /** Whether an account stands below zero, and how much all of them owe. */
  get arrears(): bigint {
    const accounts = [...this.replay.book.accounts()];
    const owing = accounts.filter(
      ({ kind, balance }) => balance < 0n && kind.name !== "outside" && kind.unit === "fen",
    );
    return owing.reduce((sum, { balance }) => sum - balance, 0n);
  }

  /** Who has what, counted from nothing. */
  ledger(): Ledger {
    const sums: Record<Party, bigint> = {
      attacker: 0n,
      accomplices: 0n,
      others: 0n,
      merchant: 0n,
      operator: 0n,
      pool: 0n,
    };
    const { book } = this.replay;
    for (const [id, { wallet, commission, frozen }] of book.members) {
      const party = partyOf(id);
      sums[party] += wallet.balance + commission.balance + frozen.balance - (this.paid.get(id) ?? 0n);
    }
    for (const [id, { payable }] of book.merchants)
      sums[id === "front" ? "accomplices" : "merchant"] += payable.balance;
    sums.operator += book.operator.balance + book.unclaimed.balance - this.injected;
    for (const portion of book.portions.values()) sums.operator += portion.balance;
    sums.pool += book.pool.cash.balance + book.pool.remainder.balance + book.pending.balance;
    return sums;
  }

  /** Whose money came in or went out with a journal. */
  private book({ postings, entry, order, kind }: Journal): void {
    let net = 0n;
    for (const { from, to, amount } of postings) {
      if (from.kind.name === "outside") net += amount;
      if (to.kind.name === "outside") net -= amount;
    }
    if (net === 0n) return;
    if (kind === "inject") this.injected += net;
    else {
      const bought =
        entry.type === "purchased" ? entry.purchase : entry.type === "pended" ? entry.pending : null;
      const id = (bought ?? this.refunding)?.member.id;
      if (id === undefined) throw new Error(`whose money came with ${order}?`);
      this.paid.set(id, (this.paid.get(id) ?? 0n) + net);
    }
  }
}

function partyOf(member: string): Party {
  if (member === "mallory") return "attacker";
  return /^(upup|up|owner|agent-.*|acc.*)$/.test(member) ? "accomplices" : "others";
}

/** What one run brought each party beyond another. */
export function beyond(run: Ledger, baseline: Ledger): Ledger {
  return Object.fromEntries(PARTIES.map((party) => [party, run[party] - baseline[party]])) as Ledger;
}

/** The attacker and everyone who works for him. */
export const gang = (ledger: Ledger): bigint => ledger.attacker + ledger.accomplices;
export const total = (ledger: Ledger): bigint => PARTIES.reduce((sum, party) => sum + ledger[party], 0n);

/** Prints who gained what, in yuan, one row a run; "both" is what the attack as a whole brought. */
export function show(title: string, rows: readonly (readonly [string, Ledger])[]): void {
  const columns = [
    "attacker",
    "accomplices",
    "both",
    "others",
    "merchant",
    "operator",
    "pool",
    "sum",
  ] as const;
  const lines = rows.map(([name, ledger]) => {
    const all = { ...ledger, both: gang(ledger), sum: total(ledger) };
    return [name, ...columns.map((column) => yuan(all[column]))];
  });
  const table = [["", ...columns], ...lines];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))) ?? [];
  const print = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === 0 ? padEnd(cell, widths[i] ?? 0) : padStart(cell, widths[i] ?? 0)))
      .join("  ");
  console.log([title, ...table.map(print)].join("\n"));
}
