/**
 * Writes the orders of a simulation: numbered ids of its own, and the time of the moment where a plan needs
 * it.
 */
import {
  type Appoint,
  type Fen,
  type Grains,
  type Inject,
  type Instant,
  type Join,
  MAIN_FEED,
  type OpenStore,
  type PurchaseOrder,
  type Redeem,
  type RefundOrder,
  type Release,
  showInstant,
  type WindUp,
} from "#engine";
import type { Sale } from "./sellers.ts";
import type { Stores } from "./world.ts";

export class Clerk {
  /** Business time of the orders written from now on. */
  now: Instant;
  private at: Instant | null = null;
  private atText: string | null = null;
  private written = 0;

  /**
   * `mark` begins every id, so that two clerks of one book never write the same. `timed`: whether orders
   * carry their time; a plan without refund window and frozen commissions has no use for it.
   */
  constructor(
    private readonly mark: string,
    start: Instant,
    private readonly zoneLike: string,
    private readonly timed: boolean,
  ) {
    this.now = start;
    this.moveTo(start);
  }

  moveTo(now: Instant): void {
    this.now = now;
    if (!this.timed) return;
    this.at = now;
    this.atText = showInstant(now, this.zoneLike);
  }

  private id(kind: string): string {
    this.written += 1;
    return `${this.mark}${kind}${this.written}`;
  }

  join(member: string, sponsor: string | null): Join {
    return { kind: "join", id: this.id("j"), at: this.at, atText: this.atText, member, sponsor };
  }

  openStore(
    merchant: string,
    owner: string,
    region: string,
    { take, cost }: Pick<Stores, "take" | "cost">,
  ): OpenStore {
    const { at, atText } = this;
    const goods = cost !== null;
    return {
      kind: "open_store",
      id: this.id("o"),
      at,
      atText,
      merchant,
      owner,
      region,
      take,
      recruiter: null,
      goods,
      feed: MAIN_FEED,
    };
  }

  appoint(member: string, region: string): Appoint {
    return { kind: "appoint", id: this.id("a"), at: this.at, atText: this.atText, member, region };
  }

  purchase(member: string, merchant: string, amount: Fen, cost: Fen | null): PurchaseOrder {
    const { at, atText } = this;
    return { kind: "purchase", id: this.id("p"), at, atText, member, merchant, amount, cost };
  }

  redeem(member: string, points: Grains | "all"): Redeem {
    return { kind: "redeem", id: this.id("s"), at: this.at, atText: this.atText, member, points };
  }

  sale({ member, points }: Sale): Redeem {
    return this.redeem(member, points);
  }

  inject(amount: Fen): Inject {
    return { kind: "inject", id: this.id("i"), at: this.at, atText: this.atText, amount };
  }

  release(amount: Fen): Release {
    return { kind: "release", id: this.id("l"), at: this.at, atText: this.atText, amount };
  }

  windUp(): WindUp {
    return { kind: "wind_up", id: this.id("w"), at: this.at, atText: this.atText };
  }

  refund(purchase: string, amount: Fen): RefundOrder {
    return { kind: "refund", id: this.id("r"), at: this.at, atText: this.atText, purchase, amount };
  }
}
