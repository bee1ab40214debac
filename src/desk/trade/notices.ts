/** Messages of channels 渠道通知: verified, each once, and acted on; they may come twice, late, out of order. */

import type { Headers, Notice } from "#connect/channel";
import type { Queryable } from "#store";
import { type Ground, one } from "./ground.ts";
import { PAYMENT, type Payment } from "./paymentrow.ts";
import type { Payments } from "./payments.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import { WITHDRAWAL, type Withdrawal } from "./withdrawalrow.ts";
import type { Withdrawals } from "./withdrawals.ts";

/** What a message was about, after it was acted on. */
export type Noticed = { readonly of: Notice["of"]; readonly id: string };

type Found =
  | { readonly of: "payment"; readonly row: Payment }
  | { readonly of: "transfer"; readonly row: Withdrawal };

export class Notices {
  constructor(
    private readonly ground: Ground,
    private readonly payments: Payments,
    private readonly withdrawals: Withdrawals,
  ) {}

  /**
   * Takes a message. Refuses channel_unknown, notice_malformed, notice_signature_wrong, notice_stale,
   * notice_replayed, notice_unknown, notice_amount_differs (written down for review). Its nonce and what it
   * changes stand in one transaction: a message that was not acted on may come again.
   */
  async receive(cell: bigint, name: string, headers: Headers, body: string): Promise<Noticed | TradeRefusal> {
    const { ground } = this;
    const channel = ground.channels.get(name);
    if (channel === undefined) return refuse("channel_unknown");
    const now = ground.now();
    const read = channel.readNotice(headers, body, now);
    if ("fault" in read) return refuse(read.fault);
    const taken = await ground.database.transaction(async (tx) => {
      const fresh = await tx.query(
        `INSERT INTO channel_nonce (cell_id, operator_id, channel, nonce, seen_at)
         SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::timestamptz FROM cell c WHERE c.cell_id = $1
         ON CONFLICT (cell_id, channel, nonce) DO NOTHING`,
        [cell, name, read.nonce, now],
      );
      if (fresh.rowCount === 0) return refuse("notice_replayed");
      return await this.act(tx, cell, name, read.notice);
    });
    await ground.after("notice.taken");
    if ("refused" in taken) return taken;
    if (taken.of === "payment") await this.payments.paid.finish(cell, taken.id);
    else await this.withdrawals.settling.book(cell, taken.id);
    return taken;
  }

  private async act(
    tx: Queryable,
    cell: bigint,
    channel: string,
    notice: Notice,
  ): Promise<Noticed | TradeRefusal> {
    const found = await this.found(tx, cell, channel, notice);
    if (found === undefined) return refuse("notice_unknown");
    const { of, row } = found;
    const refusal =
      found.of === "payment" && notice.of === "payment"
        ? await this.payments.paid.take(cell, found.row, notice.told, tx)
        : found.of === "transfer" && notice.of === "transfer"
          ? await this.withdrawals.settling.take(cell, found.row, notice.told, tx)
          : null;
    return refusal ?? { of, id: row.id };
  }

  private async found(
    tx: Queryable,
    cell: bigint,
    channel: string,
    { of, no }: Notice,
  ): Promise<Found | undefined> {
    const values = [cell, channel, no];
    const where = "WHERE cell_id = $1 AND channel = $2 AND channel_no = $3";
    if (of === "payment") {
      const row = await one<Payment>(tx, `SELECT ${PAYMENT} FROM payment ${where}`, values);
      return row && { of, row };
    }
    const row = await one<Withdrawal>(tx, `SELECT ${WITHDRAWAL} FROM withdrawal_request ${where}`, values);
    return row && { of, row };
  }

  /** Forgets nonces that are older than any message that is still taken. */
  async forget(cell: bigint): Promise<void> {
    for (const { name, window } of this.ground.channels.values()) {
      await this.ground.database.query(
        "DELETE FROM channel_nonce WHERE cell_id = $1 AND channel = $2 AND seen_at < $3",
        [cell, name, new Date(this.ground.now().getTime() - 3 * window)],
      );
    }
  }
}
