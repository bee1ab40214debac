/** The laws of the book, watched while an adversary plays. */
import {
  brokenLaws,
  comparePrice,
  type Fen,
  type Journal,
  LAWS,
  type MemoryBook,
  MILLION,
  type Ppm,
  type Price,
} from "#engine";

/** A law of the book and whether it held; `checked`: how often it was looked at. */
export interface LawCheck {
  readonly law: string;
  readonly held: boolean;
  readonly checked: number;
}

/**
 * Watches the laws that can be seen journal by journal. `step`: the most that one order may lift the price.
 */
export class LawWatch {
  private fell = 0;
  private leapt = 0;
  private seen = 0;
  private last: Price | null = null;

  constructor(private readonly step: Ppm) {}

  readonly see = ({
    start,
    cash,
    points,
    last,
  }: Pick<Journal, "start" | "cash" | "points" | "last">): void => {
    const price = points > 0n ? { cash, points } : last;
    this.seen += 1;
    if (comparePrice(price, this.last ?? start) < 0 || comparePrice(price, start) < 0) this.fell += 1;
    const above = price.cash * start.points * MILLION > start.cash * price.points * (MILLION + this.step);
    // The limit is whole fen rounded up to the price before, so it is the price law and not a leap when
    // that is higher.
    if (above && price.cash > ceiling(start, price.points)) this.leapt += 1;
    this.last = price;
  };

  checks(book: MemoryBook): LawCheck[] {
    const broken = new Set(brokenLaws(book).map((fault) => fault.split(":")[0]));
    return [
      { law: "price_never_falls", held: this.fell === 0, checked: this.seen },
      { law: "step_limit", held: this.leapt === 0, checked: this.seen },
      ...Object.keys(LAWS).map((law) => ({ law, held: !broken.has(law), checked: 1 })),
    ];
  }
}

/** The least whole cash that keeps `points` at the price. */
const ceiling = (price: Price, points: bigint): Fen =>
  (points * price.cash + price.points - 1n) / price.points;
