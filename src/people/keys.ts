/** Machine keys 机器密钥: `wsk_<cell>_<random>` with scopes and, for a till, its one store. */
import { type PeopleRefusal, refuse } from "./answer.ts";
import type { Audit, By } from "./audit.ts";
import type { Ground } from "./ground.ts";
import { isKeyScope, type KeyScope, type Machine, STORE_KEY_SCOPES } from "./role.ts";

/**
 * Milliseconds a key found may be taken for valid without asking again; a key revoked here is gone at once.
 */
const FRESH = 3000;
const MOST_KEPT = 1000;
const USED_EVERY = 60;

export type NewKey = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly store: string | null;
};

export type KeyLine = {
  readonly id: string;
  readonly name: string;
  /** The last four characters, to tell keys apart. */
  readonly hint: string;
  readonly scopes: readonly KeyScope[];
  readonly store: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

type Found = { readonly machine: Machine; readonly at: number };

const LINE = `id, name, hint, scopes, store_id AS store, created_by AS "createdBy", created_at AS "createdAt",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`;

export class ApiKeys {
  private readonly kept = new Map<string, Found>();

  constructor(
    private readonly ground: Ground,
    private readonly audit: Audit,
  ) {}

  /**
   * The key is shown once. Refuses scope_not_allowed: an unknown scope, none, or one too wide for a store.
   */
  async create(by: By, key: NewKey): Promise<{ id: string; key: string } | PeopleRefusal> {
    const scopes = [...new Set(key.scopes)].filter(isKeyScope);
    if (scopes.length === 0 || scopes.length !== new Set(key.scopes).size) return refuse("scope_not_allowed");
    if (key.store !== null && !scopes.every((scope) => STORE_KEY_SCOPES.includes(scope))) {
      return refuse("scope_not_allowed");
    }
    const { ground } = this;
    const id = ground.id();
    const token = ground.token("wsk");
    return await ground.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO api_key (cell_id, operator_id, key_hash, id, name, hint, scopes, store_id, created_by,
           created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ground.cell,
          ground.operator,
          ground.tokenHash("wsk", token),
          id,
          key.name.trim().slice(0, 60),
          token.slice(-4),
          scopes,
          key.store,
          by.who,
          ground.now(),
        ],
      );
      const after = { scopes, store: key.store };
      await this.audit.append(tx, by, { action: "key.create", target: `key:${id}`, after });
      return { id, key: token };
    });
  }

  /** The machine a key stands for; undefined for an unknown, revoked or foreign one. */
  async find(token: string): Promise<Machine | undefined> {
    const hash = this.ground.tokenHash("wsk", token);
    if (hash === undefined) return undefined;
    const name = hash.toString("base64");
    const now = this.ground.now();
    const kept = this.kept.get(name);
    if (kept !== undefined && Math.abs(now.getTime() - kept.at) < FRESH) return kept.machine;
    this.kept.delete(name);
    const { rows } = await this.ground.database.query<KeyLine>(
      `SELECT ${LINE} FROM api_key WHERE cell_id = $1 AND key_hash = $2 AND revoked_at IS NULL`,
      [this.ground.cell, hash],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= USED_EVERY * 1000) {
      await this.ground.database.query(
        "UPDATE api_key SET last_used_at = $3 WHERE cell_id = $1 AND key_hash = $2",
        [this.ground.cell, hash, now],
      );
    }
    const machine = { id: row.id, name: row.name, scopes: row.scopes, store: row.store };
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(name, { machine, at: now.getTime() });
    return machine;
  }

  /** Keys of all or of these stores, newest first. */
  async list(
    stores: readonly string[] | "all",
    limit = 200,
    before: string | null = null,
  ): Promise<KeyLine[]> {
    const { rows } = await this.ground.database.query<KeyLine>(
      `SELECT ${LINE} FROM api_key
       WHERE cell_id = $1 AND ($2::text[] IS NULL OR store_id = ANY($2)) AND ($3::text IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [this.ground.cell, stores === "all" ? null : stores, before, limit],
    );
    return rows;
  }

  /** Revokes a key of these stores (or any). Refuses key_unknown, also for a key out of reach. */
  async revoke(by: By, id: string, stores: readonly string[] | "all"): Promise<PeopleRefusal | null> {
    const refused = await this.ground.database.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `UPDATE api_key SET revoked_at = $4
         WHERE cell_id = $1 AND id = $2 AND revoked_at IS NULL AND ($3::text[] IS NULL OR store_id =
         ANY($3))`,
        [this.ground.cell, id, stores === "all" ? null : stores, this.ground.now()],
      );
      if (rowCount === 0) return refuse("key_unknown");
      await this.audit.append(tx, by, { action: "key.revoke", target: `key:${id}` });
      return null;
    });
    this.kept.clear();
    return refused;
  }
}
