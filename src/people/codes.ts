/** Phone and code 手机验证码: the way persons sign in. What it answers never tells whether a phone is known. */
import type { Queryable } from "#store";
import { isRefused, type PeopleRefusal, refuse } from "./answer.ts";
import type { From, Ground } from "./ground.ts";
import { readPhone } from "./identity.ts";
import { exceeded, type Limit } from "./limit.ts";
import { logLogin } from "./logins.ts";
import type { Persons } from "./persons.ts";
import type { Principal } from "./role.ts";
import type { Opened, Sessions } from "./sessions.ts";

const MINUTES = 5;
const TRIES = 5;
/** Seconds between two codes to one phone. */
const PAUSE = 60;
const PER_PHONE: readonly Limit[] = [
  { most: 5, seconds: 3600 },
  { most: 10, seconds: 86_400 },
];
/** Many phones share one address behind a carrier, so this is wide. */
const PER_ADDRESS: readonly Limit[] = [
  { most: 60, seconds: 3600 },
  { most: 300, seconds: 86_400 },
];
const TRIES_PER_ADDRESS: readonly Limit[] = [{ most: 120, seconds: 600 }];

export type SignedIn = Opened & {
  readonly principal: Principal;
  /**
   * The member is new: register it in the book (the order's id follows from the member's, so twice is
   * once).
   */
  readonly joined: boolean;
};

/** Takes the code just put down back with its transaction: the one before it stays good. */
class TooOften extends Error {
  constructor(readonly again: Date) {
    super("too often");
  }
}

export class Codes {
  constructor(
    private readonly ground: Ground,
    private readonly sessions: Sessions,
    private readonly persons: Persons,
  ) {}

  /**
   * Sends a code, and tells it to the caller, who keeps it to himself. Refuses phone_malformed, too_often
   * (with the time it may be asked again), sms_unavailable.
   */
  async request(phoneText: string, from: From): Promise<{ again: Date; code: string } | PeopleRefusal> {
    const phone = readPhone(phoneText);
    if (phone === undefined) return refuse("phone_malformed");
    const { ground } = this;
    const busy = await exceeded(ground, `code/ip/${from.ip ?? ""}`, PER_ADDRESS);
    if (busy !== null) return refuse("too_often", busy);
    const code = this.draw();
    const kept = await this.keep(phone, code);
    const again = ground.after(PAUSE);
    if (kept !== null) return refuse("too_often", kept === "pause" ? again : kept);
    try {
      await ground.settings.sms.send({ phone, code, minutes: MINUTES });
    } catch {
      return refuse("sms_unavailable", again);
    }
    return { again, code };
  }

  /**
   * Signs a person in and makes the person known at the first time. Refuses phone_malformed, code_wrong
   * (wrong, expired, used, never sent, tried too often: all the same), too_often, sign_in_refused (closed
   * by the operator).
   */
  async signIn(phoneText: string, code: string, from: From): Promise<SignedIn | PeopleRefusal> {
    const phone = readPhone(phoneText);
    if (phone === undefined) return refuse("phone_malformed");
    const busy = await exceeded(this.ground, `try/ip/${from.ip ?? ""}`, TRIES_PER_ADDRESS);
    if (busy !== null) return refuse("too_often", busy);
    return await this.ground.database.transaction(async (tx) => {
      if (!(await this.take(tx, phone, code))) {
        await logLogin(this.ground, tx, { way: "code", outcome: "refused", principal: null }, from);
        return refuse("code_wrong");
      }
      const entered = await this.persons.enter(tx, phone);
      const refused = isRefused(entered);
      const principal = refused ? null : entered.principal.id;
      await logLogin(this.ground, tx, { way: "code", outcome: refused ? "refused" : "in", principal }, from);
      if (refused) return refuse("sign_in_refused");
      return { ...(await this.sessions.open(tx, entered.principal, from)), ...entered };
    });
  }

  /**
   * Puts the code down in the place of the last one, if the pause is over and the phone's limits hold: only
   * codes that are really sent count, else anyone could use up another's limit by asking fast.
   */
  private async keep(phone: string, code: string): Promise<Date | "pause" | null> {
    const { ground } = this;
    const hash = ground.vault.digest("phone", phone);
    try {
      return await ground.database.transaction(async (tx) => {
        const { rowCount } = await tx.query(
          `INSERT INTO login_code (cell_id, operator_id, phone_hash, code_hash, tries, sent_at, expires_at)
           VALUES ($1, $2, $3, $4, 0, $5, $6)
           ON CONFLICT (cell_id, phone_hash) DO UPDATE SET code_hash = excluded.code_hash, tries = 0,
             sent_at = excluded.sent_at, expires_at = excluded.expires_at, used_at = NULL
           WHERE login_code.sent_at <= $7`,
          [
            ground.cell,
            ground.operator,
            hash,
            this.codeHash(phone, code),
            ground.now(),
            ground.after(MINUTES * 60),
            ground.after(-PAUSE),
          ],
        );
        if (rowCount === 0) return "pause";
        const busy = await exceeded(ground, `code/phone/${phone}`, PER_PHONE, tx);
        if (busy !== null) throw new TooOften(busy);
        return null;
      });
    } catch (error) {
      if (error instanceof TooOften) return error.again;
      throw error;
    }
  }

  /** Counts the try and uses the code up in one statement: of fifty with the right code one gets in. */
  private async take(tx: Queryable, phone: string, code: string): Promise<boolean> {
    const { rows } = await tx.query<{ used: boolean }>(
      `UPDATE login_code SET tries = tries + 1, used_at = CASE WHEN code_hash = $3 THEN $4::timestamptz END
       WHERE cell_id = $1 AND phone_hash = $2 AND used_at IS NULL AND tries < $5 AND expires_at > $4
       RETURNING used_at IS NOT NULL AS used`,
      [
        this.ground.cell,
        this.ground.vault.digest("phone", phone),
        this.codeHash(phone, code),
        this.ground.now(),
        TRIES,
      ],
    );
    return rows[0]?.used === true;
  }

  /** Keyed, so that a copy of the database does not give the code away to a million guesses. */
  private codeHash(phone: string, code: string): Buffer {
    return this.ground.vault.digest("code", `${phone}/${code.slice(0, 20)}`);
  }

  /** Six digits, each number as likely as the other. */
  private draw(): string {
    while (true) {
      const drawn = this.ground.settings.random(4).readUInt32BE();
      if (drawn < 4_294_000_000) return String(drawn % 1_000_000).padStart(6, "0");
    }
  }

  async sweep(): Promise<void> {
    await this.ground.database.query("DELETE FROM login_code WHERE cell_id = $1 AND expires_at < $2", [
      this.ground.cell,
      this.ground.after(-3600),
    ]);
  }
}
