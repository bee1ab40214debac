/** Sessions 登录: opaque tokens of 256 random bits, of which only the hash is stored. */
import type { Queryable } from "#store";
import type { From, Ground } from "./ground.ts";
import { PRINCIPAL, type PrincipalRow, principalOf } from "./principals.ts";
import type { Principal } from "./role.ts";

/** Seconds a session lives after it was last seen, and at most. */
const LIFE = {
  staff: { idle: 30 * 60, most: 12 * 3600 },
  person: { idle: 30 * 86_400, most: 180 * 86_400 },
};

/** Seconds between two writes of last_seen_at: reading a page must not write a row each time. */
const SEEN_EVERY = 60;

export type Opened = { readonly token: string; readonly expires: Date };

export type SessionLine = {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string | null;
  readonly agent: string | null;
};

export class Sessions {
  constructor(private readonly ground: Ground) {}

  /** Opens a session of a principal; `most` keeps the end of the session it takes the place of. */
  async open(
    tx: Queryable,
    principal: { readonly id: string; readonly kind: "staff" | "person" },
    from: From,
    most?: Date,
  ): Promise<Opened> {
    const { cell, operator } = this.ground;
    const now = this.ground.now();
    const life = LIFE[principal.kind];
    const ends = most ?? this.ground.after(life.most);
    const expires = earlier(this.ground.after(life.idle), ends);
    const token = this.ground.token("wss");
    await tx.query(
      `INSERT INTO session (cell_id, operator_id, token_hash, principal_id, created_at, expires_at, ends_at,
         last_seen_at, ip, agent) VALUES ($1, $2, $3, $4, $5, $6, $7, $5, $8, $9)`,
      [
        cell,
        operator,
        this.ground.tokenHash("wss", token),
        principal.id,
        now,
        expires,
        ends,
        from.ip,
        from.agent?.slice(0, 200) ?? null,
      ],
    );
    return { token, expires };
  }

  /**
   * Whom a token speaks for; undefined for an unknown, expired, revoked or foreign one. Slides the expiry.
   */
  async find(token: string): Promise<Principal | undefined> {
    const hash = this.ground.tokenHash("wss", token);
    if (hash === undefined) return undefined;
    const now = this.ground.now();
    const { rows } = await this.ground.database.query<PrincipalRow & { last_seen_at: Date; ends_at: Date }>(
      `SELECT ${PRINCIPAL}, t.last_seen_at, t.ends_at FROM session t
       JOIN principal p ON p.cell_id = t.cell_id AND p.id = t.principal_id
       WHERE t.cell_id = $1 AND t.token_hash = $2 AND t.expires_at > $3 AND t.ends_at > $3 AND p.active`,
      [this.ground.cell, hash, now],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    if (now.getTime() - row.last_seen_at.getTime() >= SEEN_EVERY * 1000) {
      const expires = earlier(this.ground.after(LIFE[row.kind].idle), row.ends_at);
      await this.ground.database.query(
        "UPDATE session SET last_seen_at = $3, expires_at = $4 WHERE cell_id = $1 AND token_hash = $2",
        [this.ground.cell, hash, now, expires],
      );
    }
    return principalOf(row);
  }

  /** A new token in the place of the old one, at most once; undefined when the old one no longer counts. */
  async rotate(token: string, from: From): Promise<Opened | undefined> {
    const hash = this.ground.tokenHash("wss", token);
    if (hash === undefined) return undefined;
    return await this.ground.database.transaction(async (tx) => {
      const { rows } = await tx.query<{ principal_id: string; ends_at: Date }>(
        `DELETE FROM session WHERE cell_id = $1 AND token_hash = $2 AND expires_at > $3 AND ends_at > $3
         RETURNING principal_id, ends_at`,
        [this.ground.cell, hash, this.ground.now()],
      );
      const old = rows[0];
      if (old === undefined) return undefined;
      const found = await tx.query<{ kind: "staff" | "person" }>(
        "SELECT kind FROM principal WHERE cell_id = $1 AND id = $2 AND active",
        [this.ground.cell, old.principal_id],
      );
      const kind = found.rows[0]?.kind;
      if (kind === undefined) return undefined;
      return await this.open(tx, { id: old.principal_id, kind }, from, old.ends_at);
    });
  }

  /** Ends one session; true when there was one. */
  async close(token: string): Promise<boolean> {
    const hash = this.ground.tokenHash("wss", token);
    if (hash === undefined) return false;
    const { rowCount } = await this.ground.database.query(
      "DELETE FROM session WHERE cell_id = $1 AND token_hash = $2",
      [this.ground.cell, hash],
    );
    return rowCount === 1;
  }

  /** Ends every session of a principal, but the one kept. Part of every change of privilege or password. */
  async closeAll(tx: Queryable, principal: string, keep: string | null = null): Promise<number> {
    const kept = keep === null ? undefined : this.ground.tokenHash("wss", keep);
    const { rowCount } = await tx.query(
      `DELETE FROM session WHERE cell_id = $1 AND principal_id = $2 AND ($3::bytea IS NULL OR
        token_hash <> $3)`,
      [this.ground.cell, principal, kept ?? null],
    );
    return rowCount;
  }

  /** The open sessions of a principal, newest first. */
  async list(principal: string): Promise<SessionLine[]> {
    const { rows } = await this.ground.database.query<SessionLine>(
      `SELECT created_at AS "createdAt", last_seen_at AS "lastSeenAt", ip, agent FROM session
       WHERE cell_id = $1 AND principal_id = $2 AND expires_at > $3 AND ends_at > $3
       ORDER BY created_at DESC LIMIT 100`,
      [this.ground.cell, principal, this.ground.now()],
    );
    return rows;
  }

  /** Forgets what has expired. */
  async sweep(): Promise<void> {
    await this.ground.database.query(
      "DELETE FROM session WHERE cell_id = $1 AND (expires_at <= $2 OR ends_at <= $2)",
      [this.ground.cell, this.ground.now()],
    );
  }
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
