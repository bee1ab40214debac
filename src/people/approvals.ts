/**
 * Four eyes 四眼: one asks, another decides, and what is approved is exactly what was asked (the hash of the
 * payload). Carrying it out is the caller's: by an order whose id follows from the approval's, then `done`.
 */
import type { Queryable } from "#store";
import { type PeopleRefusal, refuse } from "./answer.ts";
import { type Audit, byPrincipal } from "./audit.ts";
import { canonical, type Json } from "./canonical.ts";
import { type From, type Ground, sha256 } from "./ground.ts";
import type { Principal, Role } from "./role.ts";

/** What takes four eyes, and whose the second pair may be. */
export const APPROVERS = {
  plan: ["owner", "finance", "risk"],
  injection: ["owner", "finance"],
  sponsor_correction: ["owner", "risk"],
  withdrawal: ["owner", "finance", "risk"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type ApprovalKind = keyof typeof APPROVERS;
export type ApprovalState = "asked" | "approved" | "rejected" | "done" | "expired";

const HOURS = 72;

export type Approval = {
  readonly id: string;
  readonly kind: ApprovalKind;
  /** What it is about, such as `member:<id>`. */
  readonly subject: string;
  readonly payload: Json;
  readonly payloadHash: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly state: ApprovalState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
};

export type Decision = {
  readonly id: string;
  /** What the approver saw; a payload of another hash was never read by him. */
  readonly payloadHash: string;
  readonly reason?: string | null;
};

type Row = Omit<Approval, "payload"> & { payload: string };

const COLUMNS = `id, kind, subject, payload, payload_hash AS "payloadHash", asked_by AS "askedBy",
  asked_at AS "askedAt", expires_at AS "expiresAt", decided_by AS "decidedBy", decided_at AS "decidedAt",
  reason,
  CASE WHEN state = 'asked' AND expires_at <= $2 THEN 'expired' ELSE state END AS state`;

export class Approvals {
  constructor(
    private readonly ground: Ground,
    private readonly audit: Audit,
  ) {}

  /** Writes the request down, in the caller's transaction when one is given. */
  async ask(
    asker: Principal,
    request: { readonly kind: ApprovalKind; readonly subject: string; readonly payload: Json },
    from: From,
    tx?: Queryable,
  ): Promise<Approval> {
    if (tx === undefined)
      return await this.ground.database.transaction((own) => this.ask(asker, request, from, own));
    const { ground } = this;
    const id = ground.id();
    const payload = canonical(request.payload);
    const hash = sha256(payload).toString("hex");
    const { rows } = await tx.query<Row>(
      `INSERT INTO approval (cell_id, operator_id, id, kind, subject, payload, payload_hash, asked_by,
        asked_at,
         expires_at, state) VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $2, $10, 'asked') RETURNING ${COLUMNS}`,
      [
        ground.cell,
        ground.now(),
        ground.operator,
        id,
        request.kind,
        request.subject,
        payload,
        hash,
        asker.id,
        ground.after(HOURS * 3600),
      ],
    );
    const after = { kind: request.kind, subject: request.subject, payload_hash: hash };
    const deed = { action: "approval.ask", target: `approval:${id}`, after };
    await this.audit.append(tx, byPrincipal(asker, from), deed);
    return read(rows[0] as Row);
  }

  /**
   * Approves; `then` runs in the same transaction (may be repeated, see Database.transaction). Refuses
   * approval_unknown, approval_own, approver_not_allowed, approval_differs, approval_closed (decided,
   * expired).
   */
  async approve(
    by: Principal,
    decision: Decision,
    from: From,
    then?: (tx: Queryable, approval: Approval) => Promise<void>,
  ): Promise<Approval | PeopleRefusal> {
    return await this.decide("approved", by, decision, from, then);
  }

  /** Rejects, for the same people under the same conditions. */
  async reject(
    by: Principal,
    decision: Decision,
    from: From,
    then?: (tx: Queryable, approval: Approval) => Promise<void>,
  ): Promise<Approval | PeopleRefusal> {
    return await this.decide("rejected", by, decision, from, then);
  }

  private async decide(
    state: "approved" | "rejected",
    by: Principal,
    decision: Decision,
    from: From,
    then?: (tx: Queryable, approval: Approval) => Promise<void>,
  ): Promise<Approval | PeopleRefusal> {
    return await this.ground.database.transaction(async (tx) => {
      const { cell } = this.ground;
      const now = this.ground.now();
      const seen = await this.row(tx, decision.id);
      if (seen === undefined) return refuse("approval_unknown");
      if (seen.askedBy === by.id) return refuse("approval_own");
      const allowed: readonly Role[] = APPROVERS[seen.kind];
      if (by.kind !== "staff" || !by.roles.some((role) => allowed.includes(role))) {
        return refuse("approver_not_allowed");
      }
      if (seen.payloadHash !== decision.payloadHash || hashOf(seen) !== seen.payloadHash) {
        return refuse("approval_differs");
      }
      const { rows } = await tx.query<Row>(
        `UPDATE approval SET state = $3, decided_by = $4, decided_at = $2, reason = $5
         WHERE cell_id = $1 AND id = $6 AND state = 'asked' AND expires_at > $2 AND asked_by <> $4
           AND payload_hash = $7 RETURNING ${COLUMNS}`,
        [
          cell,
          now,
          state,
          by.id,
          decision.reason?.trim().slice(0, 500) || null,
          decision.id,
          decision.payloadHash,
        ],
      );
      if (rows[0] === undefined) return refuse("approval_closed");
      const approval = read(rows[0]);
      await then?.(tx, approval);
      await this.audit.append(tx, byPrincipal(by, from), {
        action: `approval.${state === "approved" ? "approve" : "reject"}`,
        target: `approval:${approval.id}`,
        after: { payload_hash: approval.payloadHash },
      });
      return approval;
    });
  }

  async find(id: string): Promise<Approval | undefined> {
    const row = await this.row(this.ground.database, id);
    return row === undefined ? undefined : read(row);
  }

  /** Newest first: all, of one state, or those one member of staff asked for. */
  async list(
    limit: number,
    filter: {
      readonly before?: string;
      readonly state?: ApprovalState;
      readonly askedBy?: string;
      readonly kind?: ApprovalKind;
    } = {},
  ): Promise<Approval[]> {
    const { rows } = await this.ground.database.query<Row>(
      `SELECT ${COLUMNS} FROM approval WHERE cell_id = $1 AND ($3::text IS NULL OR id < $3)
         AND ($4::text IS NULL OR asked_by = $4)
         AND ($5::text IS NULL OR CASE WHEN state = 'asked' AND expires_at <= $2 THEN 'expired' ELSE state
         END = $5)
         AND ($7::text IS NULL OR kind = $7)
       ORDER BY id DESC LIMIT $6`,
      [
        this.ground.cell,
        this.ground.now(),
        filter.before ?? null,
        filter.askedBy ?? null,
        filter.state ?? null,
        limit,
        filter.kind ?? null,
      ],
    );
    return rows.map(read);
  }

  /** Approved and not carried out yet, oldest first: what a restart has to take up again. */
  async undone(limit = 100): Promise<Approval[]> {
    const { rows } = await this.ground.database.query<Row>(
      `SELECT ${COLUMNS} FROM approval WHERE cell_id = $1 AND state = 'approved' ORDER BY id LIMIT $3`,
      [this.ground.cell, this.ground.now(), limit],
    );
    return rows.map(read);
  }

  /** Says that an approved request was carried out, or why it no longer can be (`outcome`); once. */
  async done(
    id: string,
    query: Queryable = this.ground.database,
    outcome: string | null = null,
  ): Promise<boolean> {
    const { rowCount } = await query.query(
      `UPDATE approval SET state = 'done', done_at = $3, reason = COALESCE($4, reason)
        WHERE cell_id = $1 AND id = $2 AND state = 'approved'`,
      [this.ground.cell, id, this.ground.now(), outcome],
    );
    return rowCount === 1;
  }

  private async row(query: Queryable, id: string): Promise<Row | undefined> {
    const { rows } = await query.query<Row>(
      `SELECT ${COLUMNS} FROM approval WHERE cell_id = $1 AND id = $3`,
      [this.ground.cell, this.ground.now(), id],
    );
    return rows[0];
  }
}

function hashOf(row: Row): string {
  return sha256(row.payload).toString("hex");
}

function read(row: Row): Approval {
  return { ...row, payload: JSON.parse(row.payload) as Json };
}
