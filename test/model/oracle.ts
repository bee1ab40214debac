/**
 * A second, independent implementation of RULES sections 1 to 7: slow and obvious. Every search is a scan
 * over everything, every comparison is exact, and nothing is shared with the engine, so that where the two
 * disagree one of them has misread the rules.
 */

import { type Book, balance, type Lot, pricePair } from "./oracle-book.ts";
import { decide, keepsTime, needsTime, pendingInOrder, pointsOf, settleWhatIsDue } from "./oracle-decide.ts";
import { eightPlaces, type JsonObject, type Line, readLine, sameJson, timeText } from "./oracle-file.ts";
import { GRAINS_PER_POINT, readPlan } from "./oracle-plan.ts";
import { startOrder } from "./oracle-pool.ts";

/** Replays a whole file and gives the result of RULES section 7, ready to compare with parsed JSON. */
export function oracleReplay(plan: unknown, text: string): unknown {
  const oracle = new Oracle(plan);
  text.split("\n").forEach((line, index) => {
    oracle.line(line, index + 1);
  });
  return oracle.result();
}

export class Oracle {
  /** What is remembered; open to tests that compare more than the result shows. */
  readonly book: Book;
  /** Bodies of the orders that were taken, by id. Refused ones are not here: their ids may be used again. */
  private readonly bodies = new Map<string, JsonObject>();
  private priceAtLastCheck: [bigint, bigint];

  constructor(plan: unknown) {
    const read = readPlan(plan);
    this.book = {
      plan: read,
      sponsors: new Map(),
      stores: new Map(),
      agents: new Map(),
      accounts: new Map(),
      purchases: [],
      lots: [],
      C: 0n,
      N: 0n,
      remainder: 0n,
      lastC: read.openingPrice, // before the first purchase: the opening price, fen per 10^8 grains
      lastN: GRAINS_PER_POINT,
      startC: read.openingPrice,
      startN: GRAINS_PER_POINT,
      everMinted: false,
      closed: false,
      pendingCash: 0n,
      received: 0n,
      paidOut: 0n,
      clock: null,
      clockText: "",
      exits: [],
      refused: [],
    };
    this.priceAtLastCheck = pricePair(this.book);
  }

  /** Takes line `n` of a replay (section 7). */
  line(text: string, n: number): void {
    if (text.trim() === "") return;
    const read = readLine(text);
    if ("field" in read) {
      this.book.refused.push({ line: n, code: "malformed", field: read.field });
      return;
    }
    const line = read.line;
    if (needsTime(this.book, line)) {
      this.book.refused.push({ line: n, code: "malformed", field: "at" });
      return;
    }
    const known = this.bodies.get(line.id);
    if (known !== undefined) {
      if (!sameJson(known, line.body)) this.book.refused.push({ id: line.id, code: "id_conflict" });
      return; // the same again: answered, not booked
    }
    const code = this.take(line);
    if (code === null) this.bodies.set(line.id, line.body);
    else this.book.refused.push({ id: line.id, code });
  }

  /** Time first (6b), then the pool that is closed (6c), then the checks of the kind. */
  private take(line: Line): string | null {
    const book = this.book;
    if (keepsTime(book) && line.at !== null) {
      if (book.clock !== null && line.at < book.clock) return "time_reversed";
      book.clock = line.at;
      book.clockText = line.atText;
      settleWhatIsDue(book, line.at);
    }
    startOrder(book);
    return decide(book, line.id, line.order);
  }

  result(): unknown {
    const book = this.book;
    const [c, n] = pricePair(book);
    const frozenShown = book.plan.commissionFreeze !== null;
    const members = [...book.sponsors].map(([id, sponsor]) => {
      const frozen = balance(book, `commission_frozen:${id}`);
      const free = balance(book, `commission:${id}`);
      return [
        id,
        {
          points: eightPlaces(pointsOf(book, id)),
          wallet_fen: Number(balance(book, `wallet:${id}`)),
          commission_fen: Number(free + frozen),
          ...(frozenShown ? { commission_frozen_fen: Number(frozen) } : {}),
          sponsor,
        },
      ];
    });
    const merchants = [...book.stores.keys()].map((id) => [
      id,
      { payable_fen: Number(balance(book, `payable:${id}`)) },
    ]);
    return {
      pool: {
        cash_fen: Number(book.C),
        points: eightPlaces(book.N),
        // C/N fen per grain is C·10^6/N yuan per point, shown with 8 decimals, rounded down
        price: eightPlaces((c * 10n ** 14n) / n),
        remainder_fen: Number(book.remainder),
      },
      operator_fen: Number(balance(book, "operator")),
      unclaimed_fen: Number(balance(book, "unclaimed")),
      merchants: Object.fromEntries(merchants),
      members: Object.fromEntries(members),
      exits: book.exits.map((exit) => ({
        order: exit.order,
        member: exit.member,
        points: eightPlaces(exit.points),
        worth_fen: Number(exit.worth),
        proceeds_fen: Number(exit.proceeds),
      })),
      refused: [...book.refused],
      ...(book.plan.settleAfter === null
        ? {}
        : {
            pending: pendingInOrder(book).map(({ id, due, atText }) => ({ id, due: timeText(due, atText) })),
          }),
    };
  }

  /** Throws where a law of the rules does not hold (section 4, "Law", and what follows from section 3). */
  check(): void {
    const book = this.book;
    const demand = (holds: boolean, law: string) => {
      if (!holds) throw new Error(`oracle: ${law}`);
    };
    const sum = (values: bigint[]) => values.reduce((a, b) => a + b, 0n);
    demand(
      sum([...book.accounts.values()]) + book.C + book.remainder + book.pendingCash ===
        book.received - book.paidOut,
      "every fen is in exactly one account",
    );
    const pending = book.purchases.filter((purchase) => purchase.state === "pending");
    demand(
      sum(pending.map((each) => each.paid - each.refundedPending)) === book.pendingCash,
      "pending money is that of the pending purchases",
    );
    demand(sum(book.lots.map((lot) => lot.points)) === book.N, "the lots' points are the pool's");
    for (const lot of book.lots) demand(lotIsSound(lot), "a lot's points are those of its purchases");
    for (const purchase of book.purchases) {
      demand(purchase.left >= 0n && purchase.sold >= 0n && purchase.got >= 0n, "no trace below zero");
      demand(purchase.left + purchase.sold <= purchase.points, "no trace above its points");
    }
    demand(book.C >= 0n && book.N >= 0n && book.remainder >= 0n, "no pool below zero");
    demand(book.N > 0n || book.C === 0n, "an empty pool holds no cash");
    const frozen = book.purchases.flatMap((purchase) => purchase.commissions.map((each) => each.frozenLeft));
    const frozenBalances = [...book.accounts].filter(([name]) => name.startsWith("commission_frozen:"));
    demand(sum(frozen) === sum(frozenBalances.map(([, fen]) => fen)), "frozen is the sum of its entries");
    const [c0, n0] = this.priceAtLastCheck;
    const [c1, n1] = pricePair(book);
    demand(c1 * n0 >= c0 * n1, "the price never falls");
    this.priceAtLastCheck = [c1, n1];
  }
}

function lotIsSound(lot: Lot): boolean {
  return lot.points >= 0n && lot.trace.reduce((left, purchase) => left + purchase.left, 0n) === lot.points;
}
