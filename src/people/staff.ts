/** The operator's staff 运营方人员: appointed by an owner, signed in by login, password and TOTP. */
import type { Queryable } from "#store";
import { type PeopleRefusal, refuse } from "./answer.ts";
import type { Audit, By } from "./audit.ts";
import type { Ground } from "./ground.ts";
import { hashPassword, newTotpSecret, passwordFits, strongEnough, totpUri } from "./password.ts";
import { PRINCIPAL, type PrincipalRow, principalOf, principalRow } from "./principals.ts";
import { isStaffRole, type Principal, type StaffRole } from "./role.ts";
import type { Sessions } from "./sessions.ts";

export type NewStaff = {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** A secret of one's own (base32), or false for none where the settings allow it; drawn when left out. */
  readonly totp?: string | false;
};

/** Shown once, to be put into an authenticator app. */
export type Enrolled = { readonly id: string; readonly totp: { secret: string; uri: string } | null };

export type StaffLine = Principal & { readonly login: string | null; readonly active: boolean };

export class Staff {
  constructor(
    private readonly ground: Ground,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
  ) {}

  /** Refuses role_not_allowed, password_weak, login_taken. */
  async create(by: By, staff: NewStaff): Promise<Enrolled | PeopleRefusal> {
    const login = readLogin(staff.login);
    const roles = readRoles(staff.roles);
    if (roles === undefined) return refuse("role_not_allowed");
    if (login === undefined) return refuse("login_taken");
    if (!strongEnough(staff.password, login)) return refuse("password_weak");
    if (staff.totp === false && this.ground.settings.staffWithoutTotp !== true)
      return refuse("sign_in_refused");
    const { ground } = this;
    const id = ground.id();
    const totp = this.enrol(login, staff.totp);
    const hash = await hashPassword(staff.password);
    return await ground.database.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `INSERT INTO principal (cell_id, operator_id, id, kind, roles, name, login, password_hash,
          totp_cipher,
           active, created_at) VALUES ($1, $2, $3, 'staff', $4, $5, $6, $7, $8, true, $9)
         ON CONFLICT (cell_id, login) DO NOTHING`,
        [
          ground.cell,
          ground.operator,
          id,
          roles,
          staff.name.trim().slice(0, 60),
          login,
          hash,
          totp === null ? null : ground.vault.seal(ground.place(id, "totp"), totp.secret),
          ground.now(),
        ],
      );
      if (rowCount === 0) return refuse("login_taken");
      await this.audit.append(tx, by, {
        action: "staff.create",
        target: `principal:${id}`,
        after: { roles, totp: totp !== null },
      });
      return { id, totp };
    });
  }

  async list(limit = 200, after: string | null = null): Promise<StaffLine[]> {
    const { rows } = await this.ground.database.query<PrincipalRow & { login: string | null }>(
      `SELECT ${PRINCIPAL}, p.login FROM principal p
       WHERE p.cell_id = $1 AND p.kind = 'staff' AND ($2::text IS NULL OR p.id > $2) ORDER BY p.id LIMIT $3`,
      [this.ground.cell, after, limit],
    );
    return rows.map((row) => ({ ...principalOf(row), login: row.login, active: row.active }));
  }

  /**
   * Changes roles or closes and opens again; ends the sessions. Refuses role_not_allowed, last_owner,
   * principal_unknown.
   */
  async change(
    by: By,
    id: string,
    to: { readonly roles?: readonly string[]; readonly active?: boolean },
  ): Promise<PeopleRefusal | null> {
    const roles = to.roles === undefined ? null : readRoles(to.roles);
    if (roles === undefined) return refuse("role_not_allowed");
    return await this.ground.database.transaction(async (tx) => {
      const owners = await this.lockOwners(tx);
      const row = await principalRow(this.ground, tx, id, "FOR UPDATE OF p");
      if (row === undefined || row.kind !== "staff" || row.erased_at !== null)
        return refuse("principal_unknown");
      const before = { roles: row.roles, active: row.active };
      const after = { roles: roles ?? row.roles, active: to.active ?? row.active };
      const stays = after.active && after.roles.includes("owner");
      if (owners.length === 1 && owners[0] === id && !stays) return refuse("last_owner");
      await tx.query("UPDATE principal SET roles = $3, active = $4 WHERE cell_id = $1 AND id = $2", [
        this.ground.cell,
        id,
        after.roles,
        after.active,
      ]);
      await this.sessions.closeAll(tx, id);
      await this.audit.append(tx, by, { action: "staff.change", target: `principal:${id}`, before, after });
      return null;
    });
  }

  /**
   * One's own password, the old one shown again; every other session ends. Refuses sign_in_refused,
   * password_weak.
   */
  async changePassword(
    by: By,
    id: string,
    passwords: { readonly old: string; readonly new: string },
    token: string | null = null,
  ): Promise<PeopleRefusal | null> {
    const { ground } = this;
    const { rows } = await ground.database.query<{ login: string; password_hash: string }>(
      `SELECT login, password_hash FROM principal WHERE cell_id = $1 AND id = $2 AND kind = 'staff'
        AND active`,
      [ground.cell, id],
    );
    const row = rows[0];
    const fits = await passwordFits(row?.password_hash ?? null, passwords.old);
    if (row === undefined || !fits) return refuse("sign_in_refused");
    if (!strongEnough(passwords.new, row.login)) return refuse("password_weak");
    const hash = await hashPassword(passwords.new);
    return await ground.database.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `UPDATE principal SET password_hash = $3
         WHERE cell_id = $1 AND id = $2 AND password_hash = $4 AND active`,
        [ground.cell, id, hash, row.password_hash],
      );
      if (rowCount === 0) return refuse("sign_in_refused");
      await this.sessions.closeAll(tx, id, token);
      await this.audit.append(tx, by, { action: "staff.password", target: `principal:${id}` });
      return null;
    });
  }

  /** A new password and a new TOTP secret, set by an owner for one who lost theirs; every session ends. */
  async reset(by: By, id: string, password: string): Promise<Enrolled | PeopleRefusal> {
    const { ground } = this;
    const { rows } = await ground.database.query<{ login: string }>(
      "SELECT login FROM principal WHERE cell_id = $1 AND id = $2 AND kind = 'staff' AND erased_at IS NULL",
      [ground.cell, id],
    );
    const login = rows[0]?.login;
    if (login === undefined) return refuse("principal_unknown");
    if (!strongEnough(password, login)) return refuse("password_weak");
    const totp = this.enrol(login);
    const hash = await hashPassword(password);
    return await ground.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE principal SET password_hash = $3, totp_cipher = $4, totp_step = NULL
         WHERE cell_id = $1 AND id = $2`,
        [ground.cell, id, hash, totp && ground.vault.seal(ground.place(id, "totp"), totp.secret)],
      );
      await tx.query("DELETE FROM lockout WHERE cell_id = $1 AND subject = $2", [
        ground.cell,
        ground.vault.digest("login", login),
      ]);
      await this.sessions.closeAll(tx, id);
      await this.audit.append(tx, by, { action: "staff.reset", target: `principal:${id}` });
      return { id, totp };
    });
  }

  private enrol(login: string, given?: string | false): Enrolled["totp"] {
    if (given === false) return null;
    const secret = given ?? newTotpSecret(this.ground.settings.random);
    return { secret, uri: totpUri(secret, login) };
  }

  /** The active owners, locked in one order, so that two owners cannot dismiss each other at once. */
  private async lockOwners(tx: Queryable): Promise<string[]> {
    const { rows } = await tx.query<{ id: string }>(
      `SELECT id FROM principal WHERE cell_id = $1 AND kind = 'staff' AND active AND 'owner' = ANY(roles)
       ORDER BY id FOR UPDATE`,
      [this.ground.cell],
    );
    return rows.map(({ id }) => id);
  }
}

/** Letters, digits and . _ - @, in small letters; undefined for anything else. */
export function readLogin(text: string): string | undefined {
  const login = text.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9._@-]{2,63}$/.test(login) ? login : undefined;
}

/** At least one staff role, none twice; the auditor is nothing else, for who reads all must write nothing. */
function readRoles(words: readonly string[]): StaffRole[] | undefined {
  const roles = [...new Set(words)];
  if (roles.length === 0 || !roles.every(isStaffRole)) return undefined;
  return roles.includes("auditor") && roles.length > 1 ? undefined : roles.filter(isStaffRole);
}
