/**
 * Arrivals 到来: a member comes by a code. A new one joins under its sponsor, one without sponsor is bound,
 * one who has a sponsor keeps it; by which way each came is noted.
 */
import { canonical } from "#engine";
import type { Queryable } from "#store";
import type { Codes } from "./codes.ts";
import { type Asking, type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

export type ArrivalChannel = "store_code" | "poster" | "link" | "referral";
export type ArrivalState =
  /** The book has not answered yet. */
  | "asked"
  | "joined"
  | "bound"
  /** Had a sponsor before: nothing was changed. */
  | "kept"
  | "refused";

export interface Arrival {
  readonly id: string;
  readonly member: string;
  /** Whether the member was to join, or was there before. */
  readonly fresh: boolean;
  readonly code: string | null;
  readonly channel: ArrivalChannel;
  readonly sponsor: string | null;
  readonly state: ArrivalState;
  /** Code of the book where it refused. */
  readonly reason: string | null;
  /** The journal of the joining or binding. */
  readonly seq: bigint | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly requestBody: string;
}

export interface NewArrival {
  readonly request?: string;
  readonly member: string;
  /** Whether the member is to join; false: the member must be there. */
  readonly fresh: boolean;
  /** Null: comes by none, and has no sponsor. */
  readonly code: string | null;
  readonly channel: ArrivalChannel;
  readonly by: string;
}

const ARRIVAL = `arrival_id AS id, member, fresh, code, channel, sponsor, state, reason, seq,
  created_by AS "createdBy", created_at AS "createdAt", request_body AS "requestBody"`;

type Outcome = { readonly state: ArrivalState; readonly asked: Exclude<Asking, null> };

export class Arrivals {
  constructor(
    private readonly ground: Ground,
    private readonly codes: Codes,
  ) {}

  find(cell: bigint, id: string, on: Queryable = this.ground.database): Promise<Arrival | undefined> {
    return one<Arrival>(on, `SELECT ${ARRIVAL} FROM arrival WHERE cell_id = $1 AND arrival_id = $2`, [
      cell,
      id,
    ]);
  }

  /** Arrivals of a member, newest first. */
  async list(cell: bigint, member: string, limit = 50): Promise<Arrival[]> {
    const { rows } = await this.ground.database.query<Arrival>(
      `SELECT ${ARRIVAL} FROM arrival WHERE cell_id = $1 AND member = $2 ORDER BY arrival_id DESC LIMIT $3`,
      [cell, member, limit],
    );
    return rows;
  }

  /** The sponsor that the scan before a payment bound its payer to; null where it bound nobody. */
  async boundWith(cell: bigint, payment: string): Promise<string | null> {
    const bound = await one<{ sponsor: string | null }>(
      this.ground.database,
      `SELECT a.sponsor FROM payment p JOIN arrival a ON a.cell_id = p.cell_id AND a.request = p.request
        WHERE p.cell_id = $1 AND p.payment_id = $2 AND a.state = 'bound'`,
      [cell, payment],
    );
    return bound?.sponsor ?? null;
  }

  /** Refuses code_unknown, request_conflict; what the book refuses stands in the row (`refused`, reason). */
  async arrive(cell: bigint, asked: NewArrival): Promise<Arrival | TradeRefusal> {
    const { ground } = this;
    const body = canonical(asked);
    const { request = null, member, fresh, code, channel, by } = asked;
    if (request !== null) {
      const known = await this.requested(cell, request, body);
      if (known !== undefined) return "refused" in known ? known : await this.settle(cell, known.id);
    }
    const resolved = code === null ? null : await this.codes.resolve(cell, code);
    if (resolved !== null && "refused" in resolved) return resolved;
    const id = ground.id();
    const made = await one<Arrival>(
      ground.database,
      `INSERT INTO arrival (cell_id, operator_id, arrival_id, request, request_body, member, fresh, code,
         channel, sponsor, state, created_by, created_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::text, $6::boolean, $7::text,
         $8::text, $9::text, 'asked', $10::text, $11::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, request) DO NOTHING RETURNING ${ARRIVAL}`,
      [
        cell,
        id,
        request,
        body,
        member,
        fresh,
        resolved?.code ?? null,
        channel,
        resolved?.sponsor ?? null,
        by,
        ground.now(),
      ],
    );
    await ground.after("arrival.asked");
    if (made !== undefined) return await this.settle(cell, id);
    const known = await this.requested(cell, request ?? "", body);
    if (known === undefined || "refused" in known) return known ?? refuse("request_conflict");
    return await this.settle(cell, known.id);
  }

  private async requested(cell: bigint, request: string, body: string) {
    const known = await one<Arrival>(
      this.ground.database,
      `SELECT ${ARRIVAL} FROM arrival WHERE cell_id = $1 AND request = $2`,
      [cell, request],
    );
    return known === undefined || known.requestBody === body ? known : refuse("request_conflict");
  }

  /** Asks the book what an arrival calls for; asked again it gets the same answer. */
  async settle(cell: bigint, id: string): Promise<Arrival> {
    const { ground } = this;
    return await ground.turn(`${cell} arrival ${id}`, async () => {
      const row = (await this.find(cell, id)) as Arrival;
      if (row.state !== "asked") return row;
      const outcome = await this.decide(cell, row);
      await ground.after("arrival.answered");
      if (outcome === null) return row;
      const { state, asked } = outcome;
      await ground.database.query(
        `UPDATE arrival SET state = $3, reason = $4, seq = $5
          WHERE cell_id = $1 AND arrival_id = $2 AND state = 'asked'`,
        [cell, id, state, "refused" in asked ? asked.refused : null, "seq" in asked ? asked.seq : null],
      );
      return (await this.find(cell, id)) as Arrival;
    });
  }

  private async decide(cell: bigint, row: Arrival): Promise<Outcome | null> {
    const { id, member, sponsor, fresh } = row;
    if (fresh) {
      const named = sponsor === null ? {} : { sponsor };
      const asked = await this.ground.ask(cell, { id: `join:${id}`, kind: "join", member, ...named });
      if (asked === null) return null;
      if (!("refused" in asked)) return { state: "joined", asked };
      if (asked.refused !== "member_exists") return { state: "refused", asked };
      if (sponsor === null) return { state: "kept", asked };
    }
    if (sponsor === null) return { state: "refused", asked: refuse("code_unknown") };
    const asked = await this.ground.ask(cell, { id: `bind:${id}`, kind: "bind", member, sponsor });
    if (asked === null) return null;
    if (!("refused" in asked)) return { state: "bound", asked };
    return { state: asked.refused === "sponsor_fixed" ? "kept" : "refused", asked };
  }

  async resume(cell: bigint): Promise<void> {
    const { rows } = await this.ground.database.query<{ id: string }>(
      `SELECT arrival_id AS id FROM arrival WHERE cell_id = $1 AND state = 'asked' ORDER BY arrival_id`,
      [cell],
    );
    for (const { id } of rows) await this.ground.mend(`arrival ${id}`, () => this.settle(cell, id));
  }
}
