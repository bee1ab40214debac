/**
 * Injections 注资 and releases 余留释放: one officer asks, another approves, it is announced, and from then on it
 * is booked in equal parts over days, so that buying just before one never pays (RULES section 4).
 */
import { canonical, jsonFen } from "#engine";
import type { Queryable } from "#store";
import { DAY, type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import { SETTINGS, type Settings } from "./settings.ts";

export type InjectionState = "asked" | "approved" | "done" | "rejected" | "stopped";

export interface Injection {
  readonly id: string;
  readonly kind: "inject" | "release";
  readonly totalFen: bigint;
  readonly days: number;
  readonly startsAt: Date;
  readonly announceZh: string;
  readonly announceEn: string;
  readonly announcedAt: Date | null;
  readonly state: InjectionState;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  /** How many parts are booked, and what they come to. */
  readonly parts: number;
  readonly bookedFen: bigint;
  readonly requestBody: string;
}

export interface NewInjection {
  readonly request?: string;
  readonly kind: "inject" | "release";
  readonly totalFen: bigint;
  /** Absent: the setting. */
  readonly days?: number;
  /** Not before; absent: as soon as the announcement has stood long enough. */
  readonly startsAt?: Date;
  readonly announceZh: string;
  readonly announceEn: string;
  readonly by: string;
}

export type InjectionAnswer = Injection | TradeRefusal;

const INJECTION = `injection_id AS id, kind, total_fen AS "totalFen", days, starts_at AS "startsAt",
  announce_zh AS "announceZh", announce_en AS "announceEn", announced_at AS "announcedAt", state,
  asked_by AS "askedBy", asked_at AS "askedAt", decided_by AS "decidedBy", decided_at AS "decidedAt", reason,
  parts, booked_fen AS "bookedFen", request_body AS "requestBody"`;

export class Injections {
  constructor(
    private readonly ground: Ground,
    private readonly settings: Settings,
  ) {}

  find(cell: bigint, id: string, on: Queryable = this.ground.database): Promise<Injection | undefined> {
    const text = `SELECT ${INJECTION} FROM injection WHERE cell_id = $1 AND injection_id = $2`;
    return one<Injection>(on, text, [cell, id]);
  }

  /** Newest first; those approved are what the public is told. */
  async list(
    cell: bigint,
    states: readonly InjectionState[] | null = null,
    limit = 50,
  ): Promise<Injection[]> {
    const { rows } = await this.ground.database.query<Injection>(
      `SELECT ${INJECTION} FROM injection WHERE cell_id = $1 AND ($2::text[] IS NULL OR state = ANY($2))
        ORDER BY injection_id DESC LIMIT $3`,
      [cell, states, limit],
    );
    return rows;
  }

  /**
   * Writes the request down. Refuses days_out_of_range, injection_too_thin (less than a fen a day),
   * announcement_required, request_conflict, and what the book would refuse of its first part now.
   */
  async request(
    cell: bigint,
    asked: NewInjection,
    on: Queryable = this.ground.database,
  ): Promise<InjectionAnswer> {
    const { ground } = this;
    const days = asked.days ?? (await this.settings.values(cell, on)).injection_days;
    const [, least, most] = SETTINGS.injection_days;
    if (!Number.isSafeInteger(days) || days < least || days > most) return refuse("days_out_of_range");
    if (asked.totalFen < BigInt(days)) return refuse("injection_too_thin");
    if (asked.announceZh.trim() === "" || asked.announceEn.trim() === "") {
      return refuse("announcement_required");
    }
    const id = ground.id();
    const now = ground.now();
    const { request = null, kind, totalFen, announceZh, announceEn, by } = asked;
    const startsAt = asked.startsAt ?? now;
    const body = canonical({
      ...asked,
      totalFen: `${totalFen}`,
      startsAt: asked.startsAt?.toISOString() ?? null,
    });
    const first = { ...asked, id, days, parts: 0, bookedFen: 0n };
    const no = await ground.wouldRefuse(cell, partOf(first));
    if (no !== null && !no.retry) return no;
    const made = await one<Injection>(
      on,
      `INSERT INTO injection (cell_id, operator_id, injection_id, request, request_body, kind, total_fen,
         days, starts_at, announce_zh, announce_en, state, asked_by, asked_at, changed_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::text, $6::bigint, $7::integer,
         $8::timestamptz, $9::text, $10::text, 'asked', $11::text, $12::timestamptz, $12::timestamptz
         FROM cell c WHERE c.cell_id = $1 ON CONFLICT (cell_id, request) DO NOTHING RETURNING ${INJECTION}`,
      [
        cell,
        id,
        request,
        body,
        kind,
        totalFen,
        days,
        startsAt,
        announceZh.trim(),
        announceEn.trim(),
        by,
        now,
      ],
    );
    if (made !== undefined) return made;
    const known = await one<Injection>(
      on,
      `SELECT ${INJECTION} FROM injection WHERE cell_id = $1 AND request = $2`,
      [cell, request],
    );
    return known?.requestBody === body ? known : refuse("request_conflict");
  }

  /**
   * The second officer approves: from now on it is announced, and its first part falls due when the
   * announcement has stood long enough. Refuses injection_unknown, injection_state, officer_same.
   */
  async approve(
    cell: bigint,
    id: string,
    officer: string,
    on: Queryable = this.ground.database,
  ): Promise<InjectionAnswer> {
    const now = this.ground.now();
    const { injection_notice_days: notice } = await this.settings.values(cell, on);
    const approved = await one<Injection>(
      on,
      `UPDATE injection SET state = 'approved', decided_by = $4, decided_at = $3, announced_at = $3,
         starts_at = greatest(starts_at, $5::timestamptz), changed_at = $3
        WHERE cell_id = $1 AND injection_id = $2 AND state = 'asked' AND asked_by <> $4
        RETURNING ${INJECTION}`,
      [cell, id, now, officer, new Date(now.getTime() + notice * DAY)],
    );
    return approved ?? this.stands(await this.find(cell, id, on), officer);
  }

  /** The second officer says no, and why. Refuses as approve, and reason_required. */
  async reject(
    cell: bigint,
    id: string,
    officer: string,
    reason: string,
    on: Queryable = this.ground.database,
  ) {
    if (reason.trim() === "") return refuse("reason_required");
    const rejected = await one<Injection>(
      on,
      `UPDATE injection SET state = 'rejected', decided_by = $4, decided_at = $3, reason = $5, changed_at = $3
        WHERE cell_id = $1 AND injection_id = $2 AND state = 'asked' AND asked_by <> $4
        RETURNING ${INJECTION}`,
      [cell, id, this.ground.now(), officer, reason.trim()],
    );
    return rejected ?? this.stands(await this.find(cell, id, on), officer);
  }

  private stands(seen: Injection | undefined, officer: string): TradeRefusal {
    if (seen === undefined) return refuse("injection_unknown");
    return seen.state === "asked" && seen.askedBy === officer
      ? refuse("officer_same")
      : refuse("injection_state", seen.state);
  }

  /** Books the parts that have fallen due; each has its own order id, so that none is booked twice. */
  async resume(cell: bigint): Promise<void> {
    const { rows } = await this.ground.database.query<{ id: string }>(
      `SELECT injection_id AS id FROM injection WHERE cell_id = $1 AND state = 'approved' AND starts_at <= $2
        ORDER BY injection_id`,
      [cell, this.ground.now()],
    );
    for (const { id } of rows) await this.ground.mend(`injection ${id}`, () => this.bookDue(cell, id));
  }

  private async bookDue(cell: bigint, id: string): Promise<void> {
    await this.ground.turn(`${cell} injection ${id}`, async () => {
      for (;;) {
        const row = await this.find(cell, id);
        if (row?.state !== "approved") return;
        const due = row.startsAt.getTime() + row.parts * DAY;
        if (due > this.ground.now().getTime() || !(await this.bookPart(cell, row))) return;
      }
    });
  }

  /** False where the book does not take the part now. */
  private async bookPart(cell: bigint, row: Injection): Promise<boolean> {
    const { ground } = this;
    const order = partOf(row);
    const asked = await ground.ask(cell, order);
    await ground.after("injection.asked");
    if (asked === null) return false;
    if ("refused" in asked) {
      await ground.database.query(
        `UPDATE injection SET state = CASE WHEN $4 THEN state ELSE 'stopped' END, reason = $5, changed_at = $3
          WHERE cell_id = $1 AND injection_id = $2 AND state = 'approved'`,
        [cell, row.id, ground.now(), asked.retry, asked.refused],
      );
      return false;
    }
    await ground.database.query(
      `UPDATE injection SET parts = parts + 1, booked_fen = booked_fen + $5, reason = NULL, changed_at = $3,
         state = CASE WHEN parts + 1 = days THEN 'done' ELSE state END
        WHERE cell_id = $1 AND injection_id = $2 AND state = 'approved' AND parts = $4`,
      [cell, row.id, ground.now(), row.parts, order.amount_fen],
    );
    await ground.after("injection.booked");
    return true;
  }
}

/** The order of the next part: equal parts, the last takes the rest. */
function partOf(row: Pick<Injection, "id" | "kind" | "totalFen" | "days" | "parts" | "bookedFen">) {
  const { id, kind, totalFen, days, parts, bookedFen } = row;
  const amount = parts === days - 1 ? totalFen - bookedFen : totalFen / BigInt(days);
  return { id: `${kind}:${id}:${parts}`, kind, amount_fen: jsonFen(amount) };
}
