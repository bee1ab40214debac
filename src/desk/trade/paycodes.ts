/**
 * Payment codes 付款码: eighteen digits a member shows at the counter, good for a minute and a half and for one
 * payment. They are drawn by chance and only their hash is kept.
 */
import { createHash, randomInt } from "node:crypto";
import { type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";

export interface PayCode {
  readonly code: string;
  readonly expiresAt: Date;
  /** When a new one is to be shown, so that a code just scanned is still good. */
  readonly renewAt: Date;
}

const SECOND = 1_000;
const VALID = 90 * SECOND;
const SHOWN = 60 * SECOND;
/** Beginning of these codes, by which a scanner tells them from those of the payment channels. */
const PREFIX = "28";
const HALF = 100_000_000;

export class PayCodes {
  constructor(
    private readonly ground: Ground,
    private readonly settings: Settings,
  ) {}

  /** A new code of a member; those shown before stay good for their time. */
  async issue(cell: bigint, member: string): Promise<PayCode> {
    const now = this.ground.now().getTime();
    const code = newCode();
    const expiresAt = new Date(now + VALID);
    await this.ground.database.query(
      `INSERT INTO pay_code (cell_id, operator_id, code_hash, member, expires_at)
       SELECT c.cell_id, c.operator_id, $2::bytea, $3::text, $4::timestamptz
         FROM cell c WHERE c.cell_id = $1`,
      [cell, hashOf(code), member, expiresAt],
    );
    return { code, expiresAt, renewAt: new Date(now + SHOWN) };
  }

  /**
   * Whose a code is, using it up for this request, which may come again. Refuses pay_code_limit, and
   * pay_code_unknown: wrong, run out and used are all the same to whoever asks.
   */
  async spend(
    cell: bigint,
    text: string,
    { request, amountFen }: { readonly request: string; readonly amountFen: bigint },
  ): Promise<{ readonly member: string } | TradeRefusal> {
    const { pay_code_most_fen: most } = await this.settings.values(cell);
    if (amountFen > BigInt(most)) return refuse("pay_code_limit", `${most}`);
    const values = [cell, hashOf(text.replace(/\s/g, "")), request];
    const spent =
      (await one<{ member: string }>(
        this.ground.database,
        `UPDATE pay_code SET used_by = $3
          WHERE cell_id = $1 AND code_hash = $2 AND used_by IS NULL AND expires_at > $4 RETURNING member`,
        [...values, this.ground.now()],
      )) ??
      (await one<{ member: string }>(
        this.ground.database,
        "SELECT member FROM pay_code WHERE cell_id = $1 AND code_hash = $2 AND used_by = $3",
        values,
      ));
    return spent ?? refuse("pay_code_unknown");
  }

  /** Forgets codes a day after they ran out: by then no request that used one comes again. */
  async resume(cell: bigint): Promise<void> {
    await this.ground.database.query("DELETE FROM pay_code WHERE cell_id = $1 AND expires_at < $2", [
      cell,
      new Date(this.ground.now().getTime() - 86_400 * SECOND),
    ]);
  }
}

function newCode(): string {
  const half = () => `${randomInt(HALF)}`.padStart(8, "0");
  return `${PREFIX}${half()}${half()}`;
}

const hashOf = (code: string): Buffer => createHash("sha256").update(`pay_code ${code}`).digest();
