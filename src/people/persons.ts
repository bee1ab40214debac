/**
 * Persons 个人: one a phone, whatever roles come to them; found by phone or member, bound to stores and
 * divisions.
 */
import type { Queryable } from "#store";
import { type PeopleRefusal, refuse } from "./answer.ts";
import { type Audit, type By, SYSTEM } from "./audit.ts";
import type { Ground } from "./ground.ts";
import { maskName, maskPhone, readPhone } from "./identity.ts";
import { insertAll, type NewPerson } from "./many.ts";
import { PRINCIPAL, type PrincipalRow, principalOf, principalRow } from "./principals.ts";
import type { Principal, ScopedRole } from "./role.ts";
import type { Sessions } from "./sessions.ts";

export type { NewPerson } from "./many.ts";

/** What a list shows of a member. */
export type Face = {
  readonly id: string;
  readonly member: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly active: boolean;
  readonly erased: boolean;
};

type FaceRow = PrincipalRow & { readonly phone_cipher: Buffer | null };

/** Division codes and store ids, as they may be granted. */
const VALUE = { agent: /^\d{1,12}$/, merchant: /^.{1,100}$/su, clerk: /^.{1,100}$/su };

export class Persons {
  constructor(
    private readonly ground: Ground,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
  ) {}

  /** The person of a phone that was just proved; made, and made a member, at the first time. */
  async enter(
    tx: Queryable,
    phone: string,
  ): Promise<{ principal: Principal; joined: boolean } | PeopleRefusal> {
    const known = await this.rowByPhone(tx, phone);
    if (known === undefined) {
      const made = await this.insert(tx, { phone });
      if (made !== undefined) {
        await this.audit.append(tx, SYSTEM, { action: "person.join", target: `principal:${made.id}` });
        return { principal: principalOf(made), joined: true };
      }
    }
    const row = known ?? (await this.rowByPhone(tx, phone));
    if (row === undefined || !row.active) return refuse("principal_closed");
    if (row.member_id !== null) return { principal: principalOf(row), joined: false };
    const member = this.ground.id();
    await tx.query(
      "UPDATE principal SET member_id = $3 WHERE cell_id = $1 AND id = $2 AND member_id IS NULL",
      [this.ground.cell, row.id, member],
    );
    const now = await principalRow(this.ground, tx, row.id);
    if (now === undefined) return refuse("principal_unknown");
    return { principal: principalOf(now), joined: now.member_id === member };
  }

  /** Makes a person known. Refuses phone_malformed, phone_taken (phone or member is another person's). */
  async create(by: By, person: NewPerson): Promise<Principal | PeopleRefusal> {
    const phone = readPhone(person.phone);
    if (phone === undefined) return refuse("phone_malformed");
    return await this.ground.database.transaction(async (tx) => {
      if ((await this.rowByPhone(tx, phone)) !== undefined) return refuse("phone_taken");
      const row = await this.insert(tx, { ...person, phone });
      if (row === undefined) return refuse("phone_taken");
      await this.audit.append(tx, by, { action: "person.create", target: `principal:${row.id}` });
      return principalOf(row);
    });
  }

  /**
   * Makes many persons known at once, in one transaction and one row of the operation log; those whose phone
   * or member is known already are left as they are. Gives how many were made. Refuses phone_malformed.
   */
  async createAll(by: By, persons: readonly NewPerson[]): Promise<number | PeopleRefusal> {
    const read = persons.map((person) => ({ ...person, phone: readPhone(person.phone) }));
    const all = read.filter((person): person is NewPerson & { phone: string } => person.phone !== undefined);
    if (all.length < read.length) return refuse("phone_malformed");
    return await this.ground.database.transaction(async (tx) => {
      const made = await insertAll(this.ground, tx, all);
      const deed = { action: "person.create", target: "principal:*", after: { made } };
      if (made > 0) await this.audit.append(tx, by, deed);
      return made;
    });
  }

  async find(id: string): Promise<Principal | undefined> {
    const row = await principalRow(this.ground, this.ground.database, id);
    return row === undefined ? undefined : principalOf(row);
  }

  async findByPhone(phoneText: string): Promise<Principal | undefined> {
    const phone = readPhone(phoneText);
    const row = phone === undefined ? undefined : await this.rowByPhone(this.ground.database, phone);
    return row === undefined ? undefined : principalOf(row);
  }

  async findByMember(member: string): Promise<Principal | undefined> {
    const { rows } = await this.ground.database.query<PrincipalRow>(
      `SELECT ${PRINCIPAL} FROM principal p WHERE p.cell_id = $1 AND p.member_id = $2`,
      [this.ground.cell, member],
    );
    return rows[0] === undefined ? undefined : principalOf(rows[0]);
  }

  /**
   * Members by what their names begin with, at most 200: the names they gave to be called by. Real names are
   * sealed; nobody can search them.
   */
  async membersNamed(prefix: string): Promise<string[]> {
    const { rows } = await this.ground.database.query<{ member_id: string }>(
      `SELECT member_id FROM principal WHERE cell_id = $1 AND kind = 'person' AND name LIKE $2
         AND member_id IS NOT NULL ORDER BY name, id LIMIT 200`,
      [this.ground.cell, `${prefix.replace(/[\\%_]/g, "\\$&")}%`],
    );
    return rows.map(({ member_id }) => member_id);
  }

  /** Name and phone of members for a page: masked, unless the asker may see them plainly. */
  async faces(members: readonly string[], sight: "masked" | "plain" = "masked"): Promise<Map<string, Face>> {
    const { rows } = await this.ground.database.query<FaceRow>(
      `SELECT ${PRINCIPAL}, p.phone_cipher FROM principal p
       WHERE p.cell_id = $1 AND p.member_id = ANY($2::text[])`,
      [this.ground.cell, members],
    );
    return new Map(rows.map((row) => [row.member_id ?? "", this.face(row, sight)]));
  }

  /** The same of persons, who need not be members, by their own ids. */
  async facesOf(ids: readonly string[], sight: "masked" | "plain" = "masked"): Promise<Map<string, Face>> {
    const { rows } = await this.ground.database.query<FaceRow>(
      `SELECT ${PRINCIPAL}, p.phone_cipher FROM principal p WHERE p.cell_id = $1 AND p.id = ANY($2::text[])`,
      [this.ground.cell, ids],
    );
    return new Map(rows.map((row) => [row.id, this.face(row, sight)]));
  }

  private face(row: FaceRow, sight: "masked" | "plain"): Face {
    const sealed = row.phone_cipher;
    const phone = sealed === null ? null : this.ground.vault.open(this.ground.place(row.id, "phone"), sealed);
    const plain = sight === "plain";
    return {
      id: row.id,
      member: row.member_id ?? "",
      name: row.name === null || plain ? row.name : maskName(row.name),
      phone: phone === null || plain ? phone : maskPhone(phone),
      active: row.active,
      erased: row.erased_at !== null,
    };
  }

  async rename(by: By, id: string, name: string): Promise<PeopleRefusal | null> {
    return await this.ground.database.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        "UPDATE principal SET name = $3 WHERE cell_id = $1 AND id = $2 AND kind = 'person' AND active",
        [this.ground.cell, id, name.trim().slice(0, 60)],
      );
      if (rowCount === 0) return refuse("principal_unknown");
      await this.audit.append(tx, by, { action: "person.name", target: `principal:${id}` });
      return null;
    });
  }

  /** Binds a person to a store or a division; open sessions end, for their power has changed. */
  async grant(by: By, id: string, role: ScopedRole, value: string): Promise<PeopleRefusal | null> {
    if (!VALUE[role].test(value)) return refuse("role_not_allowed");
    return await this.ground.database.transaction(async (tx) => {
      const row = await principalRow(this.ground, tx, id, "FOR UPDATE OF p");
      if (row === undefined || row.kind !== "person") return refuse("principal_unknown");
      if (!row.active) return refuse("principal_closed");
      const { rowCount } = await tx.query(
        `INSERT INTO principal_scope (cell_id, operator_id, principal_id, role, value, granted_at, granted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (cell_id, principal_id, role, value) DO NOTHING`,
        [this.ground.cell, this.ground.operator, id, role, value, this.ground.now(), by.who],
      );
      if (rowCount === 0) return null;
      await this.sessions.closeAll(tx, id);
      const deed = { action: "person.grant", target: `principal:${id}`, after: { role, value } };
      await this.audit.append(tx, by, deed);
      return null;
    });
  }

  /** Takes a binding away. Refuses principal_unknown when there was none. */
  async withdraw(by: By, id: string, role: ScopedRole, value: string): Promise<PeopleRefusal | null> {
    return await this.ground.database.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `DELETE FROM principal_scope WHERE cell_id = $1 AND principal_id = $2 AND role = $3 AND value = $4`,
        [this.ground.cell, id, role, value],
      );
      if (rowCount === 0) return refuse("principal_unknown");
      await this.sessions.closeAll(tx, id);
      const deed = { action: "person.withdraw", target: `principal:${id}`, before: { role, value } };
      await this.audit.append(tx, by, deed);
      return null;
    });
  }

  /** Who holds a role in a store or division, at most 500. */
  async holders(role: ScopedRole, value: string): Promise<Principal[]> {
    const { rows } = await this.ground.database.query<PrincipalRow>(
      `SELECT ${PRINCIPAL} FROM principal_scope h
       JOIN principal p ON p.cell_id = h.cell_id AND p.id = h.principal_id
       WHERE h.cell_id = $1 AND h.role = $2 AND h.value = $3 ORDER BY p.id LIMIT 500`,
      [this.ground.cell, role, value],
    );
    return rows.map(principalOf);
  }

  private async rowByPhone(query: Queryable, phone: string): Promise<PrincipalRow | undefined> {
    const { rows } = await query.query<PrincipalRow>(
      `SELECT ${PRINCIPAL} FROM principal p WHERE p.cell_id = $1 AND p.phone_hash = ANY($2::bytea[])`,
      [this.ground.cell, this.ground.vault.digests("phone", phone)],
    );
    return rows[0];
  }

  /** Undefined when the phone, or the member, is another person's. */
  private async insert(tx: Queryable, person: NewPerson): Promise<PrincipalRow | undefined> {
    const { ground } = this;
    const id = ground.id();
    const member = person.member === undefined ? ground.id() : person.member;
    if (member !== null) {
      const taken = await tx.query("SELECT 1 FROM principal WHERE cell_id = $1 AND member_id = $2", [
        ground.cell,
        member,
      ]);
      if (taken.rowCount > 0) return undefined;
    }
    await tx.query(
      `INSERT INTO principal (cell_id, operator_id, id, kind, roles, name, phone_hash, phone_cipher,
        member_id,
         active, created_at) VALUES ($1, $2, $3, 'person', '{}', $4, $5, $6, $7, true, $8)
       ON CONFLICT (cell_id, phone_hash) DO NOTHING`,
      [
        ground.cell,
        ground.operator,
        id,
        person.name?.trim().slice(0, 60) || null,
        ground.vault.digest("phone", person.phone),
        ground.vault.seal(ground.place(id, "phone"), person.phone),
        member,
        ground.now(),
      ],
    );
    return await principalRow(ground, tx, id);
  }
}
