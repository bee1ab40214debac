/**
 * Agencies 代理: a division with its one agent. Nobody is appointed before the franchise is filed, the
 * disclosure is thirty days old and the cooling-off time is over; the appointment itself is the book's.
 */
import { divisionOf } from "#connect/division";
import { canonical } from "#engine";
import { dayOf, type Queryable } from "#store";
import { DAY, type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

export type AgencyState = "asked" | "appointed" | "refused" | "ending" | "ended";

export interface Agency {
  readonly id: string;
  readonly region: string;
  readonly member: string;
  readonly filingNumber: string;
  /** Days as they are written: the disclosure, and the last day of the cooling-off time. */
  readonly disclosedOn: string;
  readonly coolingOffUntil: string;
  readonly state: AgencyState;
  /** Code of the book where it refused; an officer's words where it ended. */
  readonly reason: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly appointedSeq: bigint | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly endedSeq: bigint | null;
  readonly requestBody: string;
}

export interface NewAgency {
  readonly request?: string;
  readonly region: string;
  readonly member: string;
  readonly filingNumber: string;
  readonly disclosedOn: string;
  readonly coolingOffUntil: string;
  readonly by: string;
}

export interface AgencyFilter {
  readonly member?: string;
  /** Divisions with all below them; `within` narrows further, to what may be seen at all. */
  readonly regions?: readonly string[];
  readonly within?: readonly string[];
  readonly states?: readonly AgencyState[];
  /** Those older than this id. */
  readonly before?: string;
  readonly limit?: number;
}

/** Days between disclosure and appointment. */
const DISCLOSED_DAYS = 30;
const OPEN: readonly AgencyState[] = ["appointed", "ending"];

const AGENCY = `agency_id AS id, region, member, filing_number AS "filingNumber",
  disclosed_on AS "disclosedOn", cooling_off_until AS "coolingOffUntil", state, reason,
  created_by AS "createdBy", created_at AS "createdAt", appointed_seq AS "appointedSeq",
  ended_by AS "endedBy", ended_at AS "endedAt", ended_seq AS "endedSeq", request_body AS "requestBody"`;

export class Agencies {
  constructor(private readonly ground: Ground) {}

  find(cell: bigint, id: string, on: Queryable = this.ground.database): Promise<Agency | undefined> {
    return one<Agency>(on, `SELECT ${AGENCY} FROM agency WHERE cell_id = $1 AND agency_id = $2`, [cell, id]);
  }

  /** Newest first. */
  async list(cell: bigint, filter: AgencyFilter = {}): Promise<Agency[]> {
    const below = (regions: readonly string[] | undefined) =>
      regions?.map((region) => `${region.replace(/(00){1,2}$/, "")}%`) ?? null;
    const { rows } = await this.ground.database.query<Agency>(
      `SELECT ${AGENCY} FROM agency
        WHERE cell_id = $1 AND ($2::text IS NULL OR agency_id < $2) AND ($3::text IS NULL OR member = $3)
          AND ($4::text[] IS NULL OR region LIKE ANY($4)) AND ($5::text[] IS NULL OR state = ANY($5))
          AND ($7::text[] IS NULL OR region LIKE ANY($7))
        ORDER BY agency_id DESC LIMIT $6`,
      [
        cell,
        filter.before ?? null,
        filter.member ?? null,
        below(filter.regions),
        filter.states ?? null,
        filter.limit ?? 50,
        below(filter.within),
      ],
    );
    return rows;
  }

  /**
   * Appoints an agent. Refuses region_unknown, filing_required, dates_disordered, disclosure_too_recent,
   * cooling_off_running, request_conflict, and what the book refuses.
   */
  async appoint(cell: bigint, asked: NewAgency): Promise<Agency | TradeRefusal> {
    const body = canonical(asked);
    const known = await this.requested(cell, asked.request, body);
    if (known !== undefined) return "refused" in known ? known : await this.settle(cell, known.id);
    const refusal = unfit(asked, this.ground.now());
    if (refusal !== null) return refusal;
    const { request = null, region, member, disclosedOn, coolingOffUntil, by } = asked;
    const id = this.ground.id();
    const made = await one<{ id: string }>(
      this.ground.database,
      `INSERT INTO agency (cell_id, operator_id, agency_id, request, request_body, region, member,
         filing_number, disclosed_on, cooling_off_until, state, created_by, created_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::date,
         $9::date, 'asked', $10::text, $11::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, request) DO NOTHING RETURNING agency_id AS id`,
      [
        cell,
        id,
        request,
        body,
        region,
        member,
        asked.filingNumber.trim(),
        disclosedOn,
        coolingOffUntil,
        by,
        this.ground.now(),
      ],
    );
    await this.ground.after("agency.asked");
    if (made !== undefined) return await this.settle(cell, id);
    const other = await this.requested(cell, asked.request, body);
    if (other === undefined || "refused" in other) return other ?? refuse("request_conflict");
    return await this.settle(cell, other.id);
  }

  private async requested(cell: bigint, request: string | undefined, body: string) {
    if (request === undefined) return undefined;
    const known = await one<Agency>(
      this.ground.database,
      `SELECT ${AGENCY} FROM agency WHERE cell_id = $1 AND request = $2`,
      [cell, request],
    );
    return known === undefined || known.requestBody === body ? known : refuse("request_conflict");
  }

  /**
   * Ends the agency of a division. Refuses agent_unknown, reason_required; where it is ending already it is
   * the same ending.
   */
  async dismiss(cell: bigint, region: string, by: string, reason: string): Promise<Agency | TradeRefusal> {
    if (reason.trim() === "") return refuse("reason_required");
    const open = await one<Agency>(
      this.ground.database,
      `SELECT ${AGENCY} FROM agency WHERE cell_id = $1 AND region = $2 AND state = ANY($3)
        ORDER BY agency_id DESC LIMIT 1`,
      [cell, region, OPEN],
    );
    if (open === undefined) return refuse("agent_unknown");
    await this.ground.database.query(
      `UPDATE agency SET state = 'ending', ended_by = $3, ended_at = $4, reason = $5
        WHERE cell_id = $1 AND agency_id = $2 AND state = 'appointed'`,
      [cell, open.id, by, this.ground.now(), reason.trim()],
    );
    await this.ground.after("agency.ending");
    return await this.settle(cell, open.id);
  }

  /** Asks the book for what the row waits for; asked again it gets the same answer. */
  private async settle(cell: bigint, id: string): Promise<Agency | TradeRefusal> {
    const { ground } = this;
    return await ground.turn(`${cell} agency ${id}`, async () => {
      const row = await this.find(cell, id);
      if (row === undefined) return refuse("agent_unknown");
      if (row.state === "asked") return await this.bookAppointment(cell, row);
      return row.state === "ending" ? await this.bookEnd(cell, row) : row;
    });
  }

  private async bookAppointment(cell: bigint, row: Agency): Promise<Agency | TradeRefusal> {
    const { id, member, region } = row;
    const asked = await this.ground.ask(cell, { id: `appoint:${id}`, kind: "appoint", member, region });
    await this.ground.after("agency.booked");
    if (asked === null) return row;
    const refused = "refused" in asked ? asked : null;
    await this.ground.database.query(
      `UPDATE agency SET state = $3, appointed_seq = $4, reason = $5
        WHERE cell_id = $1 AND agency_id = $2 AND state = 'asked'`,
      [
        cell,
        id,
        refused === null ? "appointed" : "refused",
        "seq" in asked ? asked.seq : null,
        refused?.refused ?? null,
      ],
    );
    return refused ?? ((await this.find(cell, id)) as Agency);
  }

  private async bookEnd(cell: bigint, row: Agency): Promise<Agency> {
    const { id, region } = row;
    const asked = await this.ground.ask(cell, { id: `dismiss:${id}`, kind: "dismiss", region });
    if (asked === null) return row;
    // Vacant by another order: then there is nothing left to end.
    await this.ground.database.query(
      `UPDATE agency SET state = 'ended', ended_seq = $3
        WHERE cell_id = $1 AND agency_id = $2 AND state = 'ending'`,
      [cell, id, "seq" in asked ? asked.seq : null],
    );
    return (await this.find(cell, id)) as Agency;
  }

  async resume(cell: bigint): Promise<void> {
    const { rows } = await this.ground.database.query<{ id: string }>(
      `SELECT agency_id AS id FROM agency WHERE cell_id = $1 AND state IN ('asked', 'ending')
        ORDER BY agency_id`,
      [cell],
    );
    for (const { id } of rows) await this.ground.mend(`agency ${id}`, () => this.settle(cell, id));
  }

  /** Writes down agencies that the book has already; those written down before are left as they are. */
  async adopt(cell: bigint, agencies: readonly Omit<NewAgency, "request" | "by">[], by: string) {
    for (const { region, member, filingNumber, disclosedOn, coolingOffUntil } of agencies) {
      const values = [cell, this.ground.id(), `adopt:${region}`, region, member, filingNumber, disclosedOn];
      await this.ground.database.query(
        `INSERT INTO agency (cell_id, operator_id, agency_id, request, request_body, region, member,
           filing_number, disclosed_on, cooling_off_until, state, created_by, created_at, appointed_seq)
         SELECT a.cell_id, a.operator_id, $2::text, $3::text, '{}', a.region, m.id, $6::text, $7::date,
           $8::date, 'appointed', $9::text, $10::timestamptz, a.since_seq
           FROM agent a JOIN member m ON m.cell_id = a.cell_id AND m.no = a.member_no
          WHERE a.cell_id = $1 AND a.region = $4 AND m.id = $5
         ON CONFLICT (cell_id, request) DO NOTHING`,
        [...values, coolingOffUntil, by, this.ground.now()],
      );
    }
  }
}

/** What stands against an appointment on this day; null where nothing does. */
function unfit(asked: NewAgency, now: Date): TradeRefusal | null {
  const { region, filingNumber, disclosedOn, coolingOffUntil } = asked;
  if (divisionOf(region) === undefined) return refuse("region_unknown");
  if (filingNumber.trim() === "") return refuse("filing_required");
  if (coolingOffUntil < disclosedOn) return refuse("dates_disordered");
  const today = dayOf(now);
  const ripe = new Date(Date.parse(disclosedOn) + DISCLOSED_DAYS * DAY).toISOString().slice(0, 10);
  if (today < ripe) return refuse("disclosure_too_recent", ripe);
  return today <= coolingOffUntil ? refuse("cooling_off_running", coolingOffUntil) : null;
}
