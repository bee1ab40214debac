/** How staff sign in: every reason for a no looks the same, and each try is charged before it is made. */
import { type PeopleRefusal, refuse } from "./answer.ts";
import type { From, Ground } from "./ground.ts";
import { charge, exceeded, type Limit } from "./limit.ts";
import { logLogin } from "./logins.ts";
import { passwordFits, totpStep } from "./password.ts";
import { PRINCIPAL, type PrincipalRow, principalOf } from "./principals.ts";
import type { Principal } from "./role.ts";
import type { Opened, Sessions } from "./sessions.ts";
import { readLogin } from "./staff.ts";

const TRIES_PER_ADDRESS: readonly Limit[] = [{ most: 60, seconds: 600 }];

export type Credentials = { readonly login: string; readonly password: string; readonly totp: string };

type SecretRow = PrincipalRow & { password_hash: string | null; totp_cipher: Buffer | null };

export class StaffDoor {
  constructor(
    private readonly ground: Ground,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Refuses too_often (address) and sign_in_refused for everything else, with `again` while tries must
   * wait.
   */
  async signIn(shown: Credentials, from: From): Promise<(Opened & { principal: Principal }) | PeopleRefusal> {
    const { ground } = this;
    const busy = await exceeded(ground, `staff/ip/${from.ip ?? ""}`, TRIES_PER_ADDRESS);
    if (busy !== null) return refuse("too_often", busy);
    const login = readLogin(shown.login) ?? "";
    const subject = ground.vault.digest("login", login);
    const wait = await charge(ground, subject);
    if (wait !== null) {
      const tried = { way: "password", outcome: "locked", principal: null } as const;
      await logLogin(ground, ground.database, tried, from);
      return refuse("sign_in_refused", wait);
    }
    const row = await this.row(login);
    const fits = await passwordFits(row?.password_hash ?? null, shown.password);
    const step = row === undefined ? undefined : this.step(row, shown.totp);
    return await ground.database.transaction(async (tx) => {
      let outcome: "in" | "refused" | "replayed" = "refused";
      if (row !== undefined && fits && step !== undefined) {
        // A code counts once: the step moves on, or somebody showed this code (or a later one) before. The
        // password is compared again because it may have been changed while it was being hashed.
        const { rowCount } = await tx.query(
          `UPDATE principal SET totp_step = coalesce($3::bigint, totp_step) WHERE cell_id = $1 AND id = $2
            AND active
           AND password_hash = $4 AND totp_cipher IS NOT DISTINCT FROM $5
           AND ($3::bigint IS NULL OR totp_step IS NULL OR totp_step < $3::bigint)`,
          [ground.cell, row.id, step, row.password_hash, row.totp_cipher],
        );
        outcome = rowCount === 1 ? "in" : "replayed";
      }
      await logLogin(ground, tx, { way: "password", outcome, principal: row?.id ?? null }, from);
      if (outcome !== "in" || row === undefined) return refuse("sign_in_refused");
      await tx.query("DELETE FROM lockout WHERE cell_id = $1 AND subject = $2", [ground.cell, subject]);
      return { ...(await this.sessions.open(tx, row, from)), principal: principalOf(row) };
    });
  }

  /** The step of the code; null where the settings let this one in without; undefined for a no. */
  private step(row: SecretRow, code: string): bigint | null | undefined {
    const { ground } = this;
    if (row.totp_cipher === null) return ground.settings.staffWithoutTotp === true ? null : undefined;
    return totpStep(ground.vault.open(ground.place(row.id, "totp"), row.totp_cipher), code, ground.now());
  }

  private async row(login: string): Promise<SecretRow | undefined> {
    const { rows } = await this.ground.database.query<SecretRow>(
      `SELECT ${PRINCIPAL}, p.password_hash, p.totp_cipher FROM principal p
       WHERE p.cell_id = $1 AND p.login = $2 AND p.kind = 'staff' AND p.active`,
      [this.ground.cell, login],
    );
    return rows[0];
  }
}
