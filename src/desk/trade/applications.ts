/** Applications 提现申请: written down once, within what a member may ask for on one day. */
import { canonical } from "#engine";
import { dayOf, sqlState, UNIQUE_VIOLATION } from "#store";
import { type Ground, one } from "./ground.ts";
import { numberOf } from "./payments.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import type { Settings, SettingValues } from "./settings.ts";
import { WITHDRAWAL, type Withdrawal } from "./withdrawalrow.ts";

export interface NewWithdrawal {
  readonly request?: string;
  readonly member: string;
  readonly source: "wallet" | "commission";
  readonly amountFen: bigint;
  /**
   * Where to: a channel's name, or any other word for a payout by hand; whether the name is the member's
   * own.
   */
  readonly payee: { readonly way: string; readonly hint: string; readonly sameName: boolean };
  readonly by: string;
}

const TRIES = 20;

export class Applications {
  constructor(
    private readonly ground: Ground,
    private readonly settings: Settings,
  ) {}

  /**
   * The row of an application, new or of the same request before. Refuses withdrawal_too_small,
   * withdrawals_too_many, payee_not_same_name, request_conflict.
   */
  async put(cell: bigint, asked: NewWithdrawal): Promise<Withdrawal | TradeRefusal> {
    const { ground } = this;
    const body = canonical({ ...asked, amountFen: `${asked.amountFen}` });
    const known = await this.requested(cell, asked.request, body);
    if (known !== undefined) return known;
    const limits = await this.settings.values(cell);
    if (asked.amountFen < BigInt(limits.withdraw_minimum_fen)) {
      return refuse("withdrawal_too_small", `${limits.withdraw_minimum_fen}`);
    }
    if (!asked.payee.sameName) return refuse("payee_not_same_name");
    const member = `${cell} withdrawals of ${asked.member}`;
    return await ground.turn(member, () => this.write(cell, asked, body, limits));
  }

  /** The row of an earlier request. */
  private async requested(cell: bigint, request: string | undefined, body: string) {
    if (request === undefined) return undefined;
    const known = await one<Withdrawal>(
      this.ground.database,
      `SELECT ${WITHDRAWAL} FROM withdrawal_request WHERE cell_id = $1 AND request = $2`,
      [cell, request],
    );
    return known === undefined || known.requestBody === body ? known : refuse("request_conflict");
  }

  /** Takes one of the day's places and writes the row: the unique key decides who has which place. */
  private async write(cell: bigint, asked: NewWithdrawal, body: string, limits: SettingValues) {
    const { ground } = this;
    const now = ground.now();
    for (let tries = 0; tries < TRIES; tries++) {
      const known = await this.requested(cell, asked.request, body);
      if (known !== undefined) return known;
      const { rows } = await ground.database.query<{ nth: number }>(
        `SELECT nth FROM withdrawal_request WHERE cell_id = $1 AND member = $2 AND day = $3 AND nth IS NOT
          NULL`,
        [cell, asked.member, dayOf(now)],
      );
      const taken = new Set(rows.map(({ nth }) => nth));
      let nth = 1;
      while (taken.has(nth)) nth += 1;
      if (nth > limits.withdraw_per_day) return refuse("withdrawals_too_many", `${limits.withdraw_per_day}`);
      const row = await this.insert(cell, asked, { body, nth, now, limits });
      if (row !== undefined) return row;
    }
    return refuse("withdrawals_too_many", `${limits.withdraw_per_day}`);
  }

  private async insert(
    cell: bigint,
    asked: NewWithdrawal,
    made: { readonly body: string; readonly nth: number; readonly now: Date; readonly limits: SettingValues },
  ): Promise<Withdrawal | undefined> {
    const id = this.ground.id();
    const { request = null, member, source, amountFen, payee, by } = asked;
    const officers = amountFen >= BigInt(made.limits.withdraw_large_fen) ? 2 : 1;
    const text = `INSERT INTO withdrawal_request (cell_id, operator_id, withdrawal_id, request,
       request_body, member, source, gross_fen, payee_way, payee_hint, same_name, day, nth, officers, state,
       created_by, created_at, channel_no, order_id, changed_at)
     SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::text, $6::text, $7::bigint,
       $8::text, $9::text, $10::boolean, $11::date, $12::integer, $13::integer, 'requested', $14::text,
       $15::timestamptz, $16::text, $17::text, $15::timestamptz
       FROM cell c WHERE c.cell_id = $1
     RETURNING ${WITHDRAWAL}`;
    const row = one<Withdrawal>(this.ground.database, text, [
      cell,
      id,
      request,
      made.body,
      member,
      source,
      amountFen,
      payee.way,
      payee.hint,
      payee.sameName,
      dayOf(made.now),
      made.nth,
      officers,
      by,
      made.now,
      numberOf(id),
      `withdraw:${id}`,
    ]);
    // The place, or the request, went to another process at the same moment: look again.
    return await row.catch((error: unknown) => {
      if (sqlState(error) === UNIQUE_VIOLATION) return undefined;
      throw error;
    });
  }
}
