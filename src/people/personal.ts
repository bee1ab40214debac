/** Personal data 个人信息: ID and card under the vault, one person's data as JSON, erasure with a tombstone. */
import type { Queryable } from "#store";
import { type PeopleRefusal, type PeopleRefusalCode, refuse } from "./answer.ts";
import type { Audit, By } from "./audit.ts";
import type { Json } from "./canonical.ts";
import type { Consents } from "./consents.ts";
import type { Ground } from "./ground.ts";
import {
  maskBankCard,
  maskIdNumber,
  maskName,
  maskPhone,
  readBankCard,
  readIdNumber,
  readRealName,
} from "./identity.ts";
import { listLogins } from "./logins.ts";
import { readPayee } from "./payee.ts";
import { principalOf, principalRow } from "./principals.ts";
import type { Sessions } from "./sessions.ts";

type Kind = {
  readonly read: (text: string) => string | undefined;
  readonly mask: (text: string) => string;
  readonly refusal: PeopleRefusalCode;
};

export const PERSONAL_FIELDS = {
  real_name: { read: readRealName, mask: maskName, refusal: "real_name_malformed" },
  id_number: { read: readIdNumber, mask: maskIdNumber, refusal: "id_number_malformed" },
  bank_card: { read: readBankCard, mask: maskBankCard, refusal: "bank_card_malformed" },
} as const satisfies Readonly<Record<string, Kind>>;

export type PersonalField = keyof typeof PERSONAL_FIELDS;

export class Personal {
  constructor(
    private readonly ground: Ground,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly consents: Consents,
  ) {}

  /** Checks and keeps one field; gives its mask. Refuses <field>_malformed, principal_unknown. */
  async set(
    by: By,
    id: string,
    field: PersonalField,
    text: string,
  ): Promise<{ hint: string } | PeopleRefusal> {
    const kind: Kind = PERSONAL_FIELDS[field];
    const value = kind.read(text);
    if (value === undefined) return refuse(kind.refusal);
    const { ground } = this;
    const hint = kind.mask(value);
    return await ground.database.transaction(async (tx) => {
      const row = await principalRow(ground, tx, id, "FOR UPDATE OF p");
      if (row === undefined || row.kind !== "person" || !row.active) return refuse("principal_unknown");
      await tx.query(
        `INSERT INTO personal (cell_id, operator_id, principal_id, field, cipher, hint, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (cell_id, principal_id, field)
         DO UPDATE SET cipher = excluded.cipher, hint = excluded.hint, at = excluded.at`,
        [
          ground.cell,
          ground.operator,
          id,
          field,
          ground.vault.seal(ground.place(id, field), value),
          hint,
          ground.now(),
        ],
      );
      await this.audit.append(tx, by, {
        action: "personal.set",
        target: `principal:${id}`,
        after: { field },
      });
      return { hint };
    });
  }

  /** The masks of what is known of a person, by field. */
  async hints(id: string): Promise<Partial<Record<PersonalField, string>>> {
    const { rows } = await this.ground.database.query<{ field: PersonalField; hint: string }>(
      "SELECT field, hint FROM personal WHERE cell_id = $1 AND principal_id = $2",
      [this.ground.cell, id],
    );
    return Object.fromEntries(rows.map(({ field, hint }) => [field, hint]));
  }

  /** One field in full, for a payout or a check; that it was read stands in the operation log. */
  async read(by: By, id: string, field: PersonalField): Promise<string | undefined> {
    return await this.ground.database.transaction(async (tx) => {
      const { rows } = await tx.query<{ cipher: Buffer }>(
        "SELECT cipher FROM personal WHERE cell_id = $1 AND principal_id = $2 AND field = $3",
        [this.ground.cell, id, field],
      );
      const cipher = rows[0]?.cipher;
      if (cipher === undefined) return undefined;
      const text = this.ground.vault.open(this.ground.place(id, field), cipher);
      await this.audit.append(tx, by, {
        action: "personal.read",
        target: `principal:${id}`,
        after: { field },
      });
      return text;
    });
  }

  /** Whom money is sent to by hand, in full; see `readPayee`. */
  payee(by: By, asked: Parameters<typeof readPayee>[3]): ReturnType<typeof readPayee> {
    return readPayee(this.ground, this.audit, by, asked);
  }

  /** Everything people knows of a person, as JSON; the book's part is the caller's. Masked for an auditor. */
  async export(by: By, id: string, sight: "plain" | "masked" = "plain"): Promise<Json | PeopleRefusal> {
    const { ground } = this;
    const plain = sight === "plain";
    const consents = await this.consents.list(id, 10_000);
    const logins = await listLogins(ground, id, 10_000);
    const sessions = await this.sessions.list(id);
    return await ground.database.transaction(async (tx) => {
      const row = await principalRow(ground, tx, id);
      if (row === undefined) return refuse("principal_unknown");
      const phone = await this.phone(tx, id);
      const principal = principalOf(row);
      const identity: Record<string, Json> = {};
      const { rows } = await tx.query<{ field: PersonalField; cipher: Buffer; hint: string }>(
        "SELECT field, cipher, hint FROM personal WHERE cell_id = $1 AND principal_id = $2 ORDER BY field",
        [ground.cell, id],
      );
      for (const { field, cipher, hint } of rows) {
        identity[field] = plain ? ground.vault.open(ground.place(id, field), cipher) : hint;
      }
      await this.audit.append(tx, by, {
        action: "person.export",
        target: `principal:${id}`,
        after: { sight },
      });
      return {
        id,
        member: row.member_id,
        name: row.name === null || plain ? row.name : maskName(row.name),
        phone: phone === null || plain ? phone : maskPhone(phone),
        created_at: row.created_at.toISOString(),
        erased_at: row.erased_at?.toISOString() ?? null,
        roles: principal.roles,
        stores: principal.stores,
        regions: principal.regions,
        identity,
        consents: consents.map(({ purpose, textId, textHash, given, at }) => ({
          purpose,
          text_id: textId,
          text_hash: textHash,
          given,
          at: at.toISOString(),
        })),
        logins: logins.map(({ at, way, outcome, ip, agent }) => ({
          at: at.toISOString(),
          way,
          outcome,
          ip: plain ? ip : null,
          agent: plain ? agent : null,
        })),
        sessions: sessions.map(({ createdAt, lastSeenAt, ip, agent }) => ({
          created_at: createdAt.toISOString(),
          last_seen_at: lastSeenAt.toISOString(),
          ip: plain ? ip : null,
          agent: plain ? agent : null,
        })),
      };
    });
  }

  /**
   * Takes everything personal away and leaves the tombstone: the id and the member's id, which the books
   * name. Whether the person still has money or duties here is the caller's to ask first. Refuses
   * principal_unknown.
   */
  async erase(by: By, id: string): Promise<PeopleRefusal | null> {
    const { cell } = this.ground;
    return await this.ground.database.transaction(async (tx) => {
      const { rows } = await tx.query<{ phone_hash: Buffer | null; phone_cipher: Buffer | null }>(
        `SELECT phone_hash, phone_cipher FROM principal
         WHERE cell_id = $1 AND id = $2 AND kind = 'person' AND erased_at IS NULL FOR UPDATE`,
        [cell, id],
      );
      const row = rows[0];
      if (row === undefined) return refuse("principal_unknown");
      await tx.query(
        `UPDATE principal SET name = NULL, phone_hash = NULL, phone_cipher = NULL, active = false,
          erased_at = $3
         WHERE cell_id = $1 AND id = $2`,
        [cell, id, this.ground.now()],
      );
      await tx.query("DELETE FROM login_code WHERE cell_id = $1 AND phone_hash = $2", [cell, row.phone_hash]);
      for (const text of FORGET) await tx.query(text, [cell, id]);
      await this.sessions.closeAll(tx, id);
      await this.audit.append(tx, by, { action: "person.erase", target: `principal:${id}` });
      return null;
    });
  }

  private async phone(tx: Queryable, id: string): Promise<string | null> {
    const { rows } = await tx.query<{ phone_cipher: Buffer | null }>(
      "SELECT phone_cipher FROM principal WHERE cell_id = $1 AND id = $2",
      [this.ground.cell, id],
    );
    const sealed = rows[0]?.phone_cipher ?? null;
    return sealed === null ? null : this.ground.vault.open(this.ground.place(id, "phone"), sealed);
  }
}

/** What goes with the person. Logs stay as evidence that something happened; from where is forgotten. */
const FORGET = [
  "DELETE FROM personal WHERE cell_id = $1 AND principal_id = $2",
  "DELETE FROM principal_scope WHERE cell_id = $1 AND principal_id = $2",
  "DELETE FROM preference WHERE cell_id = $1 AND principal_id = $2",
  "UPDATE login_log SET ip = NULL, agent = NULL WHERE cell_id = $1 AND principal_id = $2",
  "UPDATE consent SET ip = NULL WHERE cell_id = $1 AND principal_id = $2",
];
