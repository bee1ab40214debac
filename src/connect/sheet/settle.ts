/**
 * Drafts to rows: what can only be judged with the whole file in view. Ids said twice, sponsors and
 * division codes that contradict each other, and refunds, each tied to its purchase or refused. Pure;
 * README.md states the rules.
 */
import { type Contradiction, RegionClaims, SponsorClaims } from "./claims.ts";
import { type Draft, purchaseRow, refundRow } from "./draft.ts";
import { badRow, type Notes } from "./report.ts";
import type { BadRow, Role, SheetRow } from "./row.ts";
import type { BadCode } from "./sentences.ts";

type NameOf = (role: Role) => string | null;

const byTime = (a: Draft, b: Draft) => a.key - b.key || a.line - b.line;
/** Which purchase a refund names. */
const refundOf = (draft: Draft) => draft.original ?? draft.id;

/** Everything a draft says, but not where it stands. */
function bodyOf(draft: Draft): string {
  const { line: _line, key: _key, ...body } = draft;
  return JSON.stringify(body, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}

/** The id a draft has for itself alone; a refund that only repeats its purchase's has none. */
function ownId(draft: Draft): string | null {
  if (draft.refundId !== null) return draft.refundId;
  return draft.kind === "refund" && draft.id === refundOf(draft) ? null : draft.id;
}

export class Settlement {
  readonly rows: SheetRow[] = [];
  readonly bad: BadRow[] = [];
  private readonly nameOf: NameOf;
  private readonly notes: Notes;
  /** Ids of orders whose row was not taken, with the line. */
  private readonly lost: Map<string, number>;
  private readonly purchases = new Map<string, Draft>();

  constructor(lost: ReadonlyMap<string, number>, nameOf: NameOf, notes: Notes) {
    this.lost = new Map(lost);
    this.nameOf = nameOf;
    this.notes = notes;
  }

  /** Settles a whole file. */
  settle(drafts: readonly Draft[]): void {
    const kept = this.agreeing(this.distinct(drafts));
    for (const draft of kept)
      if (draft.kind === "purchase" && draft.id !== null) this.purchases.set(draft.id, draft);
    const refunds = this.tied(kept);
    for (const draft of kept) if (draft.kind === "purchase") this.purchase(draft, refunds.get(draft) ?? []);
  }

  private refuse(draft: Draft, role: Role, value: string | null, code: BadCode, other = 0): void {
    this.bad.push(badRow(draft.line, this.nameOf(role), value ?? "", code, { other }));
  }

  /**
   * In the order of the file: the first row of an id stands; the same again, or the id with another body,
   * does not.
   */
  private distinct(drafts: readonly Draft[]): Draft[] {
    const byOrder = new Map<string, Draft>();
    const byRefund = new Map<string, Draft>();
    const byBody = new Map<string, number>();
    return drafts.filter((draft) => {
      const id = ownId(draft);
      const byId = draft.refundId === null ? byOrder : byRefund;
      const body = id === null && draft.kind === "refund" ? bodyOf(draft) : null;
      const first = id === null ? undefined : byId.get(id);
      const same = first === undefined ? byBody.get(body ?? "") : undefined;
      if (first === undefined && same === undefined) {
        if (id !== null) byId.set(id, draft);
        if (body !== null) byBody.set(body, draft.line);
        return true;
      }
      const role = draft.refundId === null ? "id" : "refund_id";
      const code = first === undefined || bodyOf(first) === bodyOf(draft) ? "duplicate_row" : "id_conflict";
      this.refuse(draft, role, draft.refundId ?? draft.id, code, first?.line ?? same ?? 0);
      return false;
    });
  }

  /** In the order of time: rows that agree with those before them about sponsors and division codes. */
  private agreeing(drafts: readonly Draft[]): Draft[] {
    const sponsors = new SponsorClaims();
    const regions = new RegionClaims();
    return drafts.toSorted(byTime).filter((draft) => {
      const { member, sponsor, merchant, region, line } = draft;
      const sponsorNo = sponsor === null ? null : sponsors.claim(member, sponsor, line);
      if (sponsorNo !== null) return this.contradicted(draft, "sponsor", sponsor, sponsorNo);
      const regionNo = merchant === null || region === null ? null : regions.claim(merchant, region, line);
      return regionNo === null || this.contradicted(draft, "region", region, regionNo);
    });
  }

  private contradicted(draft: Draft, role: Role, value: string | null, no: Contradiction): false {
    this.refuse(draft, role, value, no.code, no.other);
    if (draft.kind === "purchase" && draft.id !== null) this.lost.set(draft.id, draft.line);
    return false;
  }

  /**
   * Refund rows by the purchase they name, in the order of time; what names none that can bear it is
   * refused.
   */
  private tied(drafts: readonly Draft[]): Map<Draft, Draft[]> {
    const groups = new Map<Draft, Draft[]>();
    const totals = new Map<Draft, bigint>();
    for (const draft of drafts) {
      if (draft.kind === "purchase") continue;
      const named = refundOf(draft);
      const role = draft.original === null ? "id" : "original";
      const purchase = named === null ? undefined : this.purchases.get(named);
      if (purchase === undefined) {
        const lost = named === null ? undefined : this.lost.get(named);
        this.refuse(
          draft,
          role,
          named,
          lost === undefined ? "refund_without_original" : "original_not_read",
          lost,
        );
        continue;
      }
      const total = (totals.get(purchase) ?? 0n) + draft.amount;
      if (draft.member !== purchase.member)
        this.refuse(draft, "member", draft.member, "refund_of_other_member", purchase.line);
      else if (draft.key < purchase.key)
        this.refuse(
          draft,
          draft.at === null ? role : "at",
          draft.at,
          "refund_before_purchase",
          purchase.line,
        );
      else if (total > purchase.amount)
        this.refuse(draft, role, named, "refund_exceeds_purchase", purchase.line);
      else {
        totals.set(purchase, total);
        const group = groups.get(purchase);
        if (group === undefined) groups.set(purchase, [draft]);
        else group.push(draft);
      }
    }
    return groups;
  }

  /**
   * A purchase and its refunds: those that have rows of their own or, only if none has, the one it
   * announces.
   */
  private purchase(draft: Draft, refunds: readonly Draft[]): void {
    const { announced } = draft;
    if (announced === null || refunds.length > 0) {
      const total = refunds.reduce((sum, refund) => sum + refund.amount, 0n);
      if (announced !== null && announced.amount !== null && announced.amount !== total) {
        this.refuse(
          draft,
          this.nameOf("refunded") === null ? "status" : "refunded",
          draft.id,
          "refund_figures_differ",
        );
        for (const refund of refunds)
          this.refuse(
            refund,
            refund.original === null ? "id" : "original",
            draft.id,
            "original_not_read",
            draft.line,
          );
        return;
      }
      this.rows.push(purchaseRow(draft), ...refunds.map((refund) => refundRow(refund, draft)));
      return;
    }
    const amount = announced.amount ?? (announced.whole ? draft.amount : null);
    if (amount === null) {
      this.refuse(draft, "status", null, "partial_refund_unknown");
      return;
    }
    const at = announced.at ?? draft.at;
    const key = announced.key ?? draft.key;
    if (key < draft.key) {
      this.refuse(draft, "refunded_at", at, "refund_before_purchase", draft.line);
      return;
    }
    if (announced.at === null && draft.at !== null) this.notes.add("refund_time_unknown", draft.line);
    const refund: Draft = {
      ...draft,
      amount,
      at,
      key,
      refundId: announced.refundId,
      original: draft.id,
      cost: null,
    };
    this.rows.push(purchaseRow(draft), refundRow(refund, draft));
  }
}
