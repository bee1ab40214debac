/** What a stretch of journals adds to the views of single members' earnings: commissions and exits. */
import type { Queryable } from "#store";
import type { Read, Stretch } from "./stretch.ts";
import type { PurchaseFacts } from "./tally.ts";

/** Ways of a settlement to a member's commissions; those of a refund have refund_ before the same name. */
const STEP = /^(refund_)?(upline_1|upline_2|recruiter|region_(?:district|city|province))$/;

/** A row of `commission_view` as its settlement books it. */
interface CommissionFacts {
  readonly seq: bigint;
  readonly step: string;
  readonly member_no: bigint;
  readonly purchase_seq: bigint;
  readonly at: Date;
  readonly amount: bigint;
  readonly thaws: string | null;
}

interface ExitFacts {
  readonly seq: bigint;
  readonly n: number;
  readonly member_no: bigint;
  readonly at: Date;
  readonly points: bigint;
  readonly worth: bigint;
  readonly proceeds: bigint;
  readonly reason: string;
}

export class Earned {
  private readonly commissions: CommissionFacts[] = [];
  private readonly exits: ExitFacts[] = [];
  /** By the settlement's journal and step: what refunds took back, and when they last did. */
  private readonly backs = new Map<
    string,
    { readonly seq: bigint; readonly step: string; amount: bigint; at: Date }
  >();
  /** By the settlement's journal: when its commissions thawed. */
  private readonly thawed = new Map<bigint, Date>();

  /** Takes a journal in; `about` is the purchase it settles, refunds or thaws, where it does. */
  take({ seq, at, record }: Read, { no }: Stretch, about: PurchaseFacts | undefined): void {
    for (const [n, { member, points, worth, proceeds, reason }] of record.exits.entries()) {
      const figures = { points: BigInt(points), worth: BigInt(worth), proceeds: BigInt(proceeds) };
      this.exits.push({ seq, n, member_no: no("member", member), at, ...figures, reason });
    }
    const { entry } = record;
    if (about === undefined) return;
    if (entry.type === "thawed" && about.settled_seq !== null) this.thawed.set(about.settled_seq, at);
    for (const { step, to, amount } of record.postings) {
      const [, back, part] = STEP.exec(step) ?? [];
      if (part === undefined) continue;
      if (back !== undefined) this.takeBack(about.settled_seq ?? seq, part, BigInt(amount), at);
      else if (entry.type === "purchased") {
        const member_no = no("member", to.slice(to.indexOf(":") + 1));
        const of = { seq, step, member_no, purchase_seq: about.seq, at, thaws: entry.thaws };
        this.commissions.push({ ...of, amount: BigInt(amount) });
      }
    }
  }

  private takeBack(seq: bigint, step: string, amount: bigint, at: Date): void {
    const key = `${seq} ${step}`;
    const known = this.backs.get(key) ?? { seq, step, amount: 0n, at };
    known.amount += amount;
    known.at = at;
    this.backs.set(key, known);
  }

  /** Writes all of it: what is new first, for it may have changed since in the same stretch. */
  async save(tx: Queryable, cell: bigint): Promise<void> {
    await this.saveCommissions(tx, cell);
    await this.saveChanges(tx, cell);
    await this.saveExits(tx, cell);
  }

  private async saveCommissions(tx: Queryable, cell: bigint): Promise<void> {
    const rows = this.commissions;
    if (rows.length === 0) return;
    await tx.query(
      `INSERT INTO commission_view (cell_id, operator_id, seq, step, member_no, purchase_seq, at, amount,
         thaws)
       SELECT p.cell_id, p.operator_id, u.seq, u.step, u.member_no, u.purchase_seq, u.at, u.amount, u.thaws
       FROM pool p, unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[],
         $7::bigint[], $8::timestamptz[]) AS u(seq, step, member_no, purchase_seq, at, amount, thaws)
       WHERE p.cell_id = $1`,
      [
        cell,
        rows.map(({ seq }) => seq),
        rows.map(({ step }) => step),
        rows.map(({ member_no }) => member_no),
        rows.map(({ purchase_seq }) => purchase_seq),
        rows.map(({ at }) => at),
        rows.map(({ amount }) => amount),
        rows.map(({ thaws }) => thaws),
      ],
    );
  }

  private async saveChanges(tx: Queryable, cell: bigint): Promise<void> {
    const backs = [...this.backs.values()];
    if (backs.length > 0) {
      await tx.query(
        `UPDATE commission_view v SET back = v.back + u.amount, back_at = u.at
         FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::timestamptz[]) AS u(seq, step, amount, at)
         WHERE v.cell_id = $1 AND v.seq = u.seq AND v.step = u.step`,
        [
          cell,
          backs.map(({ seq }) => seq),
          backs.map(({ step }) => step),
          backs.map(({ amount }) => amount),
          backs.map(({ at }) => at),
        ],
      );
    }
    if (this.thawed.size === 0) return;
    await tx.query(
      `UPDATE commission_view v SET thawed_at = u.at
       FROM unnest($2::bigint[], $3::timestamptz[]) AS u(seq, at)
       WHERE v.cell_id = $1 AND v.seq = u.seq`,
      [cell, [...this.thawed.keys()], [...this.thawed.values()]],
    );
  }

  private async saveExits(tx: Queryable, cell: bigint): Promise<void> {
    const rows = this.exits;
    if (rows.length === 0) return;
    await tx.query(
      `INSERT INTO exit_view (cell_id, operator_id, seq, n, member_no, at, points, worth, proceeds, reason)
       SELECT p.cell_id, p.operator_id, u.seq, u.n, u.member_no, u.at, u.points, u.worth, u.proceeds, u.reason
       FROM pool p, unnest($2::bigint[], $3::integer[], $4::bigint[], $5::timestamptz[], $6::bigint[],
         $7::bigint[], $8::bigint[], $9::text[]) AS u(seq, n, member_no, at, points, worth, proceeds, reason)
       WHERE p.cell_id = $1`,
      [
        cell,
        rows.map(({ seq }) => seq),
        rows.map(({ n }) => n),
        rows.map(({ member_no }) => member_no),
        rows.map(({ at }) => at),
        rows.map(({ points }) => points),
        rows.map(({ worth }) => worth),
        rows.map(({ proceeds }) => proceeds),
        rows.map(({ reason }) => reason),
      ],
    );
  }
}
