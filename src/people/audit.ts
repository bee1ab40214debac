/**
 * The operation log 操作日志: who did what to whom, appended in the transaction of what it describes and chained
 * like the journals: head = SHA-256(head before ‖ SHA-256(canonical JSON of the row)).
 */
import type { Queryable } from "#store";
import { canonical, type Json } from "./canonical.ts";
import { type From, type Ground, sha256 } from "./ground.ts";
import type { Machine, Principal } from "./role.ts";

/** In whose name something is done. */
export type By = { readonly who: string; readonly role: string; readonly ip: string | null };

export const SYSTEM: By = { who: "system", role: "system", ip: null };

/** The address of staff is kept; a person's is not, for this log is never erased. */
export function byPrincipal(principal: Principal, from: From): By {
  const ip = principal.kind === "staff" ? from.ip : null;
  return { who: principal.id, role: principal.roles.join("+") || "person", ip };
}

export function byMachine(machine: Machine, from: From): By {
  return { who: `key:${machine.id}`, role: "key", ip: from.ip };
}

export type Deed = {
  /** Such as `staff.roles`: thing and verb. */
  readonly action: string;
  /** Such as `principal:<id>`; never a name or a phone. */
  readonly target: string;
  /** What stood before and after, or its hash where it is long; no personal data. */
  readonly before?: Json;
  readonly after?: Json;
};

export type AuditRow = {
  readonly seq: bigint;
  readonly at: Date;
  readonly who: string;
  readonly role: string;
  readonly action: string;
  readonly target: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly ip: string | null;
  readonly head: Buffer;
};

export type AuditFilter = {
  /** The seq that the page before ended with. */
  readonly before?: bigint | undefined;
  readonly target?: string | undefined;
  readonly who?: string | undefined;
  /** A deed such as `staff.roles`, or all deeds of a thing, such as `staff`. */
  readonly action?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
};

export type AuditVerdict =
  | { readonly ok: true; readonly rows: bigint; readonly head: string }
  | { readonly ok: false; readonly seq: bigint; readonly why: "missing" | "changed" | "cut" };

const START = Buffer.alloc(32);
const PAGE = 1000;

export class Audit {
  constructor(private readonly ground: Ground) {}

  /** Appends one row. It locks the end of the chain until the transaction ends: call it last. */
  async append(tx: Queryable, by: By, deed: Deed): Promise<bigint> {
    const { cell, operator } = this.ground;
    const lock = "SELECT seq, head FROM audit_head WHERE cell_id = $1 FOR UPDATE";
    let { rows } = await tx.query<{ seq: bigint; head: Buffer }>(lock, [cell]);
    if (rows.length === 0) {
      await tx.query(
        `INSERT INTO audit_head (cell_id, operator_id, seq, head) VALUES ($1, $2, 0, $3)
         ON CONFLICT (cell_id) DO NOTHING`,
        [cell, operator, START],
      );
      ({ rows } = await tx.query<{ seq: bigint; head: Buffer }>(lock, [cell]));
    }
    const end = rows[0];
    if (end === undefined) throw new Error("the end of the operation log is missing");
    const row = {
      seq: end.seq + 1n,
      at: this.ground.now(),
      ...by,
      action: deed.action,
      target: deed.target,
      before: deed.before === undefined ? null : canonical(deed.before),
      after: deed.after === undefined ? null : canonical(deed.after),
    };
    const head = link(cell, end.head, row);
    await tx.query(
      `INSERT INTO audit (cell_id, operator_id, seq, at, who, role, action, target, before, after, ip, head)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        cell,
        operator,
        row.seq,
        row.at,
        row.who,
        row.role,
        row.action,
        row.target,
        row.before,
        row.after,
        row.ip,
        head,
      ],
    );
    await tx.query("UPDATE audit_head SET seq = $2, head = $3 WHERE cell_id = $1", [cell, row.seq, head]);
    return row.seq;
  }

  /** Rows from the newest back, at most `limit`. */
  async list(limit: number, filter: AuditFilter = {}): Promise<AuditRow[]> {
    const { before = null, target = null, who = null, action = null, from = null, to = null } = filter;
    const { rows } = await this.ground.database.query<AuditRow>(
      `SELECT seq, at, who, role, action, target, before, after, ip, head FROM audit
       WHERE cell_id = $1 AND ($2::bigint IS NULL OR seq < $2) AND ($3::text IS NULL OR target = $3)
         AND ($4::text IS NULL OR who = $4)
         AND ($5::text IS NULL OR action = $5 OR starts_with(action, $5 || '.'))
         AND ($6::timestamptz IS NULL OR at >= $6) AND ($7::timestamptz IS NULL OR at < $7)
       ORDER BY seq DESC LIMIT $8`,
      [this.ground.cell, before, target, who, action, from, to, limit],
    );
    return rows;
  }

  /** The end of the chain; the daily proof may carry it, and then not even the operator can cut the log. */
  async head(): Promise<{ seq: bigint; head: string }> {
    const { rows } = await this.ground.database.query<{ seq: bigint; head: Buffer }>(
      "SELECT seq, head FROM audit_head WHERE cell_id = $1",
      [this.ground.cell],
    );
    return { seq: rows[0]?.seq ?? 0n, head: (rows[0]?.head ?? START).toString("hex") };
  }

  /** Walks the whole chain: each row there, unchanged, and the last one the end that was written down. */
  async verify(): Promise<AuditVerdict> {
    const end = await this.head();
    let head: Buffer = START;
    let seq = 0n;
    while (true) {
      const { rows } = await this.ground.database.query<AuditRow>(
        `SELECT seq, at, who, role, action, target, before, after, ip, head FROM audit
         WHERE cell_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4`,
        [this.ground.cell, seq, end.seq, PAGE],
      );
      for (const row of rows) {
        if (row.seq !== seq + 1n) return { ok: false, seq: seq + 1n, why: "missing" };
        head = link(this.ground.cell, head, row);
        if (!head.equals(row.head)) return { ok: false, seq: row.seq, why: "changed" };
        seq = row.seq;
      }
      if (rows.length < PAGE) break;
    }
    if (seq !== end.seq || head.toString("hex") !== end.head) return { ok: false, seq: end.seq, why: "cut" };
    return { ok: true, rows: seq, head: end.head };
  }
}

function link(cell: bigint, before: Buffer, row: Omit<AuditRow, "head">): Buffer {
  const text = canonical({
    cell: `${cell}`,
    seq: `${row.seq}`,
    at: row.at.toISOString(),
    who: row.who,
    role: row.role,
    action: row.action,
    target: row.target,
    before: row.before,
    after: row.after,
    ip: row.ip,
  });
  return sha256(before, sha256(text));
}
