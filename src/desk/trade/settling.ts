/**
 * Brings a withdrawal as far as it can be brought: asks the book and the channel for what its state calls
 * for.
 */

import type { Transferred } from "#connect/channel";
import { jsonFen } from "#engine";
import type { Queryable } from "#store";
import { type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import { WITHDRAWAL, type Withdrawal, type WithdrawalState, withdrawalOf } from "./withdrawalrow.ts";

export interface Settled {
  readonly row: Withdrawal | undefined;
  /** What the book refused of an application. */
  readonly refusal: TradeRefusal | null;
}

/** Ends by which the money goes back. */
const RETURNED: readonly WithdrawalState[] = ["rejected", "cancelled", "failed", "expired"];

export class Settling {
  /** States in which something is still to be asked of the book or the channel. */
  static readonly BETWEEN: readonly WithdrawalState[] = [
    "requested",
    "sent",
    "awaiting_member",
    "paid",
    ...RETURNED,
  ];

  constructor(private readonly ground: Ground) {}

  async settle(cell: bigint, id: string): Promise<Settled> {
    return await this.ground.turn(`${cell} withdrawal ${id}`, async () => {
      const row = await this.read(cell, id);
      if (row === undefined) return { row, refusal: null };
      if (row.state === "requested") return await this.hold(cell, row);
      if (row.state === "refused") {
        // Refused for good: asked again it gets the same answer, whatever the balance is by now.
        return { row, refusal: refusedBefore(row) };
      }
      if (row.state === "sent" || row.state === "awaiting_member") await this.look(cell, row);
      await this.close(cell, id);
      return { row: await this.read(cell, id), refusal: null };
    });
  }

  /** Books the end that a message of the channel has brought. */
  async book(cell: bigint, id: string): Promise<void> {
    await this.ground.turn(`${cell} withdrawal ${id}`, () => this.close(cell, id));
  }

  private read(cell: bigint, id: string): Promise<Withdrawal | undefined> {
    return withdrawalOf(this.ground.database, cell, id);
  }

  /** Asks the book to hold the money. */
  private async hold(cell: bigint, row: Withdrawal): Promise<Settled> {
    const { ground } = this;
    const { orderId: id, member, source } = row;
    const order = { id, kind: "withdraw", member, source, amount_fen: jsonFen(row.grossFen) };
    const asked = await ground.ask(cell, order);
    await ground.after("withdrawal.asked");
    if (asked === null) return { row, refusal: null };
    const refusal = "refused" in asked ? asked : null;
    const text = `UPDATE withdrawal_request SET state = $4, held_seq = $5, reason = $6, changed_at = $3,
        nth = CASE WHEN $5::bigint IS NULL THEN NULL ELSE nth END
       WHERE cell_id = $1 AND withdrawal_id = $2 AND state = 'requested' RETURNING ${WITHDRAWAL}`;
    const held = await one<Withdrawal>(ground.database, text, [
      cell,
      row.id,
      ground.now(),
      refusal === null ? "applied" : "refused",
      "seq" in asked ? asked.seq : null,
      refusal === null ? null : JSON.stringify(refusal),
    ]);
    await ground.after("withdrawal.held");
    return { row: held ?? (await this.read(cell, row.id)), refusal };
  }

  /** Asks the channel how a transfer stands; sends it where the channel has never heard of it. */
  private async look(cell: bigint, row: Withdrawal): Promise<void> {
    const { ground } = this;
    const channel = ground.channels.get(row.channel ?? "");
    if (channel === undefined) return;
    const { channelNo: no, member } = row;
    let told: Transferred;
    try {
      told = await channel.queryTransfer(no);
      if (told.state === "absent") {
        told = await channel.transfer({ no, amount: row.netFen ?? row.grossFen, member });
      }
    } catch (error) {
      ground.log.warn({ withdrawal: row.id, error: String(error) }, "the channel did not answer");
      return;
    }
    await ground.after("withdrawal.told");
    await this.take(cell, row, told);
    await ground.after("withdrawal.taken");
  }

  /**
   * Writes down what the channel says of a transfer; twice, late or out of order it changes nothing that is
   * decided. Refuses notice_amount_differs: the row stays as it is, with the reason, for an officer to look
   * at.
   */
  async take(
    cell: bigint,
    row: Withdrawal,
    told: Transferred,
    on: Queryable = this.ground.database,
  ): Promise<TradeRefusal | null> {
    const now = this.ground.now();
    if (told.state === "awaiting_member") {
      await on.query(
        `UPDATE withdrawal_request SET state = 'awaiting_member', changed_at = $3
          WHERE cell_id = $1 AND withdrawal_id = $2 AND state = 'sent'`,
        [cell, row.id, now],
      );
    }
    if (told.state === "failed" || told.state === "expired") {
      await on.query(
        `UPDATE withdrawal_request SET state = $4, reason = $5, nth = NULL, changed_at = $3
          WHERE cell_id = $1 AND withdrawal_id = $2 AND state IN ('sent', 'awaiting_member')`,
        [cell, row.id, now, told.state, `channel_${told.state}`],
      );
    }
    if (told.state !== "paid") return null;
    const differs = told.amount !== (row.netFen ?? row.grossFen);
    await on.query(
      `UPDATE withdrawal_request SET state = CASE WHEN $4 THEN state ELSE 'paid' END,
         reason = CASE WHEN $4 THEN 'amount_differs' END, paid_at = $5, channel_ref = $6, changed_at = $3
        WHERE cell_id = $1 AND withdrawal_id = $2 AND state IN ('sent', 'awaiting_member')`,
      [cell, row.id, now, differs, told.at, told.ref],
    );
    return differs ? refuse("notice_amount_differs") : null;
  }

  /** Books the end that is written down: the money has left, or it goes back. */
  private async close(cell: bigint, id: string): Promise<void> {
    const { ground } = this;
    const row = await this.read(cell, id);
    if (row === undefined || row.settledSeq !== null) return;
    const isPaid = row.state === "paid";
    if (!isPaid && !RETURNED.includes(row.state)) return;
    const kind = isPaid ? "pay_out" : "return_withdrawal";
    const asked = await ground.ask(cell, { id: `${kind}:${id}`, kind, withdrawal: row.orderId });
    await ground.after("withdrawal.closed");
    if (asked === null) return;
    if ("refused" in asked) {
      // The book was closed on this withdrawal by another way than this one: for an officer to look at.
      ground.log.warn({ withdrawal: id, code: asked.refused }, "the book does not close a withdrawal");
      await ground.database.query(
        `UPDATE withdrawal_request SET reason = $4, changed_at = $3
          WHERE cell_id = $1 AND withdrawal_id = $2 AND settled_seq IS NULL`,
        [cell, id, ground.now(), `book_${asked.refused}`],
      );
      return;
    }
    await ground.database.query(
      `UPDATE withdrawal_request SET settled_seq = $4, changed_at = $3
        WHERE cell_id = $1 AND withdrawal_id = $2 AND settled_seq IS NULL`,
      [cell, id, ground.now(), asked.seq],
    );
    await ground.after("withdrawal.settled");
  }
}

function refusedBefore({ reason }: Withdrawal): TradeRefusal {
  return JSON.parse(reason ?? "{}") as TradeRefusal;
}
