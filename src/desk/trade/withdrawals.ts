/**
 * Withdrawals 提现: applied → approved → sent → awaiting_member → paid, or on one of the ways back. Applying
 * holds the money in the book; each end is written down first and booked then, so that a crash between is
 * made good.
 */
import { knownOrders, type Queryable } from "#store";
import { Applications, type NewWithdrawal } from "./applications.ts";
import { DAY, type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";
import { Settling } from "./settling.ts";
import { takeOver } from "./takenover.ts";
import {
  countWithdrawals,
  listWithdrawals,
  WITHDRAWAL,
  type Withdrawal,
  type WithdrawalCount,
  type WithdrawalFilter,
  type WithdrawalPage,
  type WithdrawalState,
  withdrawalOf,
} from "./withdrawalrow.ts";

export type WithdrawalAnswer = Withdrawal | TradeRefusal;

export class Withdrawals {
  /** What happens after an officer or the member has decided. */
  readonly settling: Settling;
  private readonly applications: Applications;

  constructor(
    private readonly ground: Ground,
    private readonly settings: Settings,
  ) {
    this.settling = new Settling(ground);
    this.applications = new Applications(ground, settings);
  }

  find(cell: bigint, id: string, on: Queryable = this.ground.database): Promise<Withdrawal | undefined> {
    return withdrawalOf(on, cell, id);
  }

  list(cell: bigint, filter: WithdrawalFilter & WithdrawalPage = {}): Promise<Withdrawal[]> {
    return listWithdrawals(this.ground.database, cell, filter);
  }

  /** How many stand in each state. */
  counts(cell: bigint, filter: WithdrawalFilter): Promise<WithdrawalCount[]> {
    return countWithdrawals(this.ground.database, cell, filter);
  }

  /** Writes down those that the book has already; those written down before are left as they are. */
  async adopt(cell: bigint, by: string): Promise<void> {
    const { withdraw_large_fen: large } = await this.settings.values(cell);
    await takeOver(this.ground, cell, BigInt(large), by);
  }

  /**
   * A member asks for money. Refuses withdrawal_too_small, withdrawals_too_many, payee_not_same_name,
   * request_conflict, and what the book refuses. A row in the state `requested` is not answered by the book
   * yet.
   */
  async apply(cell: bigint, asked: NewWithdrawal): Promise<WithdrawalAnswer> {
    const written = await this.applications.put(cell, asked);
    if ("refused" in written) return written;
    await this.ground.after("withdrawal.requested");
    return await this.answered(cell, written.id);
  }

  private async answered(cell: bigint, id: string): Promise<WithdrawalAnswer> {
    const { row, refusal } = await this.settling.settle(cell, id);
    return refusal ?? row ?? refuse("withdrawal_request_unknown");
  }

  /**
   * An officer approves; a large one takes two. Refuses withdrawal_request_unknown, withdrawal_state,
   * officer_same. Touches this row alone, so that it fits into a transaction of the caller's.
   */
  async approve(
    cell: bigint,
    id: string,
    officer: string,
    on: Queryable = this.ground.database,
  ): Promise<WithdrawalAnswer> {
    const now = this.ground.now();
    const first = await one<Withdrawal>(
      on,
      `UPDATE withdrawal_request SET state = 'first_approved', first_by = $4, first_at = $3, changed_at = $3
        WHERE cell_id = $1 AND withdrawal_id = $2 AND state = 'applied' AND officers = 2
        RETURNING ${WITHDRAWAL}`,
      [cell, id, now, officer],
    );
    if (first !== undefined) return first;
    const approved = await one<Withdrawal>(
      on,
      `UPDATE withdrawal_request SET state = 'approved', approved_by = $4, approved_at = $3, changed_at = $3
        WHERE cell_id = $1 AND withdrawal_id = $2
          AND (state = 'applied' AND officers = 1 OR state = 'first_approved' AND first_by <> $4)
        RETURNING ${WITHDRAWAL}`,
      [cell, id, now, officer],
    );
    if (approved !== undefined) return approved;
    const seen = await withdrawalOf(on, cell, id);
    if (seen?.state === "first_approved") return refuse("officer_same");
    return stands(seen);
  }

  /** An officer says no, and why; until it has been sent. Refuses as approve, and reason_required. */
  async reject(cell: bigint, id: string, officer: string, reason: string): Promise<WithdrawalAnswer> {
    if (reason.trim() === "") return refuse("reason_required");
    const from: WithdrawalState[] = ["applied", "first_approved", "approved"];
    return await this.decide(cell, id, { to: "rejected", from, by: officer, reason: reason.trim() });
  }

  /** The member takes it back, as long as no officer has approved it. */
  async cancel(cell: bigint, id: string, member: string): Promise<WithdrawalAnswer> {
    const seen = await this.find(cell, id);
    if (seen === undefined || seen.member !== member) return refuse("withdrawal_request_unknown");
    return await this.decide(cell, id, { to: "cancelled", from: ["applied"], by: member, reason: null });
  }

  private async decide(
    cell: bigint,
    id: string,
    made: {
      readonly to: WithdrawalState;
      readonly from: readonly WithdrawalState[];
      readonly by: string;
      readonly reason: string | null;
    },
  ): Promise<WithdrawalAnswer> {
    const decided = await one<Withdrawal>(
      this.ground.database,
      `UPDATE withdrawal_request SET state = $4, decided_by = $6, decided_at = $3, reason = $7,
         changed_at = $3
        WHERE cell_id = $1 AND withdrawal_id = $2 AND state = ANY($5::text[]) RETURNING ${WITHDRAWAL}`,
      [cell, id, this.ground.now(), made.to, made.from, made.by, made.reason],
    );
    if (decided === undefined) return stands(await this.find(cell, id));
    await this.ground.after(`withdrawal.${made.to}`);
    return await this.answered(cell, id);
  }

  /**
   * Pays an approved one: with a voucher it has been paid by hand, without it goes by the channel it names.
   * Refuses withdrawal_request_unknown, withdrawal_state, channel_unknown, voucher_required.
   */
  async pay(cell: bigint, id: string, officer: string, voucher?: string): Promise<WithdrawalAnswer> {
    const seen = await this.find(cell, id);
    if (seen === undefined) return refuse("withdrawal_request_unknown");
    if (voucher === undefined && !this.ground.channels.has(seen.payeeWay)) return refuse("channel_unknown");
    if (voucher?.trim() === "") return refuse("voucher_required");
    const now = this.ground.now();
    const begun =
      voucher === undefined
        ? await one<Withdrawal>(
            this.ground.database,
            `UPDATE withdrawal_request SET state = 'sent', channel = payee_way, paid_by = $4, sent_at = $3,
               changed_at = $3
              WHERE cell_id = $1 AND withdrawal_id = $2 AND state = 'approved' RETURNING ${WITHDRAWAL}`,
            [cell, id, now, officer],
          )
        : await one<Withdrawal>(
            this.ground.database,
            `UPDATE withdrawal_request SET state = 'paid', voucher = $5, paid_by = $4, paid_at = $3,
               changed_at = $3
              WHERE cell_id = $1 AND withdrawal_id = $2 AND state = 'approved' RETURNING ${WITHDRAWAL}`,
            [cell, id, now, officer, voucher.trim()],
          );
    if (begun === undefined) return stands(await this.find(cell, id));
    await this.ground.after(`withdrawal.${begun.state}`);
    return await this.answered(cell, id);
  }

  /** Takes up all that is between two states, oldest first. */
  async resume(cell: bigint): Promise<void> {
    await this.heal(cell);
    for (let after = ""; ; ) {
      const { rows } = await this.ground.database.query<{ id: string }>(
        `SELECT withdrawal_id AS id FROM withdrawal_request
          WHERE cell_id = $1 AND withdrawal_id > $2 AND settled_seq IS NULL
            AND state = ANY($3::text[]) ORDER BY withdrawal_id LIMIT 200`,
        [cell, after, Settling.BETWEEN],
      );
      for (const { id } of rows) {
        await this.ground.mend(`withdrawal ${id}`, () => this.settling.settle(cell, id));
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }

  /** Of two that asked the book, one may have been refused and the other booked: what is booked holds. */
  private async heal(cell: bigint): Promise<void> {
    const since = firstIdAt(this.ground.now().getTime() - DAY);
    const { rows } = await this.ground.database.query<{ id: string; order_id: string }>(
      `SELECT withdrawal_id AS id, order_id FROM withdrawal_request
        WHERE cell_id = $1 AND withdrawal_id > $2 AND state = 'refused'`,
      [cell, since],
    );
    const orders = rows.map(({ order_id }) => order_id);
    const known = await knownOrders(this.ground.database, cell, orders);
    for (const { id, order_id } of rows) {
      const found = known.get(order_id);
      if (found === undefined) continue;
      await this.ground.database.query(
        `UPDATE withdrawal_request SET state = 'applied', held_seq = $4, reason = NULL, changed_at = $3
          WHERE cell_id = $1 AND withdrawal_id = $2 AND state = 'refused'`,
        [cell, id, this.ground.now(), found.seq],
      );
    }
  }
}

/** The least id that a moment of time gives: ids begin with their time. */
function firstIdAt(milliseconds: number): string {
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000`;
}

function stands(seen: Withdrawal | undefined): TradeRefusal {
  return seen === undefined ? refuse("withdrawal_request_unknown") : refuse("withdrawal_state", seen.state);
}
