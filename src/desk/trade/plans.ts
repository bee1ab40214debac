/**
 * The way of a plan 章程: draft → checked → signed → effective, or withdrawn. Two officers sign its hash;
 * from the first signature on its body stands still. It takes effect when it has been announced long enough.
 */
import { canonical, MAIN_FEED, readPlan } from "#engine";
import { type Queryable, sha256 } from "#store";
import { DAY, type Ground, one, type PlanVerdict } from "./ground.ts";
import { PLAN_DRAFT, type PlanDraft, type PlanDraftState, planDraftOf } from "./planrow.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";

export type PlanAnswer = PlanDraft | TradeRefusal;

const LONGEST_NAME = 80;

export class Plans {
  constructor(
    private readonly ground: Ground,
    private readonly settings: Settings,
  ) {}

  find(cell: bigint, name: string, version: number, on: Queryable = this.ground.database) {
    return planDraftOf(on, cell, name, version);
  }

  /** Newest first by name and version. */
  async list(
    cell: bigint,
    states: readonly PlanDraftState[] | null = null,
    limit = 100,
  ): Promise<PlanDraft[]> {
    const { rows } = await this.ground.database.query<PlanDraft>(
      `SELECT ${PLAN_DRAFT} FROM plan_draft WHERE cell_id = $1 AND ($2::text[] IS NULL OR state = ANY($2))
        ORDER BY name, version DESC LIMIT $3`,
      [cell, states, limit],
    );
    return rows;
  }

  /**
   * Writes a draft down, or over the draft there is as long as nobody has signed it; what was checked and
   * recorded is void then. Refuses plan_malformed, plan_exists (signed or further).
   */
  async draft(
    cell: bigint,
    json: unknown,
    by: string,
    feed: string = MAIN_FEED,
    on: Queryable = this.ground.database,
  ): Promise<PlanAnswer> {
    const read = readPlan(json);
    if (!("plan" in read)) return refuse("plan_malformed", read.faults[0]?.path ?? null);
    const { name, version } = read.plan;
    if (name.length > LONGEST_NAME) return refuse("plan_malformed", "name");
    const body = canonical(json);
    const hash = sha256(body).toString("hex");
    const now = this.ground.now();
    const made = await one<PlanDraft>(
      on,
      `INSERT INTO plan_draft (cell_id, operator_id, name, version, feed, body, hash, state, created_by,
         created_at, recorded, changed_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::bigint, $4::text, $5::text, $6::text, 'draft',
         $7::text, $8::timestamptz, '{}'::jsonb, $8::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, name, version) DO UPDATE SET feed = excluded.feed, body = excluded.body,
         hash = excluded.hash, state = 'draft', created_by = excluded.created_by, verdict = NULL,
         checked_at = NULL, checked_by = NULL, recorded = '{}'::jsonb, changed_at = excluded.changed_at
        WHERE plan_draft.cell_id = $1 AND plan_draft.state IN ('draft', 'checked')
          AND plan_draft.first_by IS NULL
       RETURNING ${PLAN_DRAFT}`,
      [cell, name, version, feed, body, hash, by, now],
    );
    return made ?? refuse("plan_exists");
  }

  /**
   * Checks a draft; refused it stays one, with the verdict. Refuses plan_unknown, plan_state, plan_refused.
   */
  async check(cell: bigint, name: string, version: number, by: string): Promise<PlanAnswer> {
    const seen = await this.find(cell, name, version);
    if (seen === undefined) return refuse("plan_unknown");
    const verdict = this.ground.options.checkPlan(JSON.parse(seen.body));
    const may = verdict.verdict !== "refused";
    const checked = await one<PlanDraft>(
      this.ground.database,
      `UPDATE plan_draft SET state = $4, verdict = $5::jsonb, checked_by = $6, checked_at = $7,
         changed_at = $7
        WHERE cell_id = $1 AND name = $2 AND version = $3 AND hash = $8 AND first_by IS NULL
          AND state IN ('draft', 'checked')
       RETURNING ${PLAN_DRAFT}`,
      [
        cell,
        name,
        version,
        may ? "checked" : "draft",
        JSON.stringify(verdict),
        by,
        this.ground.now(),
        seen.hash,
      ],
    );
    if (checked === undefined) return this.stands(await this.find(cell, name, version));
    return may ? checked : refuse("plan_refused");
  }

  /**
   * Records what a condition of the verdict asks for; a second upline level asks for `text_sha256`, the
   * hash of the risk text that this officer has signed. Refuses plan_unknown, plan_state, condition_unknown.
   */
  async record(
    cell: bigint,
    name: string,
    version: number,
    made: { readonly rule: string; readonly values: Readonly<Record<string, string>>; readonly by: string },
  ): Promise<PlanAnswer> {
    const seen = await this.find(cell, name, version);
    if (seen === undefined) return refuse("plan_unknown");
    if (!conditionsOf(seen).some(({ id }) => id === made.rule)) return refuse("condition_unknown", made.rule);
    const now = this.ground.now();
    const entry = { [made.rule]: { ...made.values, signed_by: made.by, signed_at: now.toISOString() } };
    const recorded = await one<PlanDraft>(
      this.ground.database,
      `UPDATE plan_draft SET recorded = recorded || $4::jsonb, changed_at = $5
        WHERE cell_id = $1 AND name = $2 AND version = $3 AND hash = $6 AND state = 'checked'
       AND first_by IS NULL RETURNING ${PLAN_DRAFT}`,
      [cell, name, version, JSON.stringify(entry), now, seen.hash],
    );
    return recorded ?? this.stands(await this.find(cell, name, version));
  }

  /**
   * An officer signs what he read, by its hash; the second makes it signed. Refuses plan_unknown, plan_state,
   * plan_hash_differs, officer_same, condition_unrecorded (detail: rule and need).
   */
  async sign(
    cell: bigint,
    name: string,
    version: number,
    { by, hash }: { readonly by: string; readonly hash: string },
    on: Queryable = this.ground.database,
  ): Promise<PlanAnswer> {
    const seen = await this.find(cell, name, version, on);
    if (seen === undefined) return refuse("plan_unknown");
    if (seen.state !== "checked") return this.stands(seen);
    if (seen.hash !== hash) return refuse("plan_hash_differs");
    const missing = unrecorded(seen);
    if (missing !== undefined) return refuse("condition_unrecorded", missing);
    const values = [cell, name, version, hash, by, this.ground.now()];
    const where = `WHERE cell_id = $1 AND name = $2 AND version = $3 AND hash = $4 AND state = 'checked'`;
    const first = await one<PlanDraft>(
      on,
      `UPDATE plan_draft SET first_by = $5, first_at = $6, changed_at = $6
        ${where} AND first_by IS NULL RETURNING ${PLAN_DRAFT}`,
      values,
    );
    if (first !== undefined) return first;
    const second = await one<PlanDraft>(
      on,
      `UPDATE plan_draft SET second_by = $5, second_at = $6, state = 'signed', changed_at = $6
        ${where} AND first_by <> $5 RETURNING ${PLAN_DRAFT}`,
      values,
    );
    if (second !== undefined) return second;
    const now = await this.find(cell, name, version, on);
    return now?.state === "checked" && now.firstBy === by ? refuse("officer_same") : this.stands(now);
  }

  /**
   * Announces a signed plan and sets when it takes effect; the job `resume` publishes it then. Refuses
   * plan_unknown, plan_state, effective_too_soon. A feed without a plan in force has nothing to announce
   * against.
   */
  async publish(
    cell: bigint,
    name: string,
    version: number,
    { by, effectiveFrom }: { readonly by: string; readonly effectiveFrom: Date },
  ): Promise<PlanAnswer> {
    const seen = await this.find(cell, name, version);
    if (seen === undefined) return refuse("plan_unknown");
    const now = this.ground.now();
    const { plan_notice_days: notice } = await this.settings.values(cell);
    const isFirst =
      (await one(this.ground.database, "SELECT feed FROM feed WHERE cell_id = $1 AND feed = $2", [
        cell,
        seen.feed,
      ])) === undefined;
    const soonest = isFirst ? now.getTime() : now.getTime() + notice * DAY;
    if (effectiveFrom.getTime() < soonest)
      return refuse("effective_too_soon", new Date(soonest).toISOString());
    const announced = await one<PlanDraft>(
      this.ground.database,
      `UPDATE plan_draft SET published_by = $4, announced_at = $5, effective_from = $6, changed_at = $5
        WHERE cell_id = $1 AND name = $2 AND version = $3 AND state = 'signed' AND effective_from IS NULL
       RETURNING ${PLAN_DRAFT}`,
      [cell, name, version, by, now, effectiveFrom],
    );
    if (announced === undefined) return this.stands(await this.find(cell, name, version));
    await this.ground.after("plan.announced");
    return announced;
  }

  /** Takes a plan back that is not in force yet. Refuses plan_unknown, plan_state, reason_required. */
  async withdraw(
    cell: bigint,
    name: string,
    version: number,
    by: string,
    reason: string,
  ): Promise<PlanAnswer> {
    if (reason.trim() === "") return refuse("reason_required");
    return await this.ground.turn(`${cell} plan ${name} ${version}`, async () => {
      const booked = await this.ground.options.desk.find(cell, orderIdOf({ name, version: BigInt(version) }));
      if (booked?.status === "booked") await this.effective(cell, name, version, booked.seq);
      const withdrawn = await one<PlanDraft>(
        this.ground.database,
        `UPDATE plan_draft SET state = 'withdrawn', reason = $4, changed_at = $5
          WHERE cell_id = $1 AND name = $2 AND version = $3 AND state IN ('draft', 'checked', 'signed')
         RETURNING ${PLAN_DRAFT}`,
        [cell, name, version, `${by}: ${reason.trim()}`, this.ground.now()],
      );
      return withdrawn ?? this.stands(await this.find(cell, name, version));
    });
  }

  /** What the book has is in force, whatever an officer thought of it meanwhile. */
  private async effective(cell: bigint, name: string, version: number, seq: bigint): Promise<void> {
    await this.ground.database.query(
      `UPDATE plan_draft SET state = 'effective', effective_seq = $4, reason = NULL, changed_at = $5
        WHERE cell_id = $1 AND name = $2 AND version = $3 AND state IN ('signed', 'withdrawn')
          AND second_by IS NOT NULL`,
      [cell, name, version, seq, this.ground.now()],
    );
  }

  /** Publishes what is due. A plan that the book refuses for good is withdrawn, with the book's code. */
  async resume(cell: bigint): Promise<void> {
    const { rows } = await this.ground.database.query<PlanDraft>(
      `SELECT ${PLAN_DRAFT} FROM plan_draft WHERE cell_id = $1 AND state = 'signed' AND effective_from <= $2
        ORDER BY effective_from, name, version`,
      [cell, this.ground.now()],
    );
    for (const { name, version } of rows) {
      await this.ground.mend(`plan ${name} ${version}`, () => this.put(cell, name, Number(version)));
    }
  }

  private async put(cell: bigint, name: string, version: number): Promise<void> {
    const { ground } = this;
    await ground.turn(`${cell} plan ${name} ${version}`, async () => {
      const row = await this.find(cell, name, version);
      if (row?.state !== "signed") return;
      const { feed, body } = row;
      const order = { id: orderIdOf(row), kind: "publish", feed, plan: JSON.parse(body) as unknown };
      const asked = await ground.ask(cell, order);
      await ground.after("plan.asked");
      if (asked === null) return;
      if ("seq" in asked) await this.effective(cell, name, version, asked.seq);
      else {
        await ground.database.query(
          `UPDATE plan_draft SET state = CASE WHEN $4 THEN state ELSE 'withdrawn' END, reason = $5,
            changed_at = $6 WHERE cell_id = $1 AND name = $2 AND version = $3 AND state = 'signed'`,
          [cell, name, version, asked.retry, asked.refused, ground.now()],
        );
      }
      await ground.after("plan.published");
    });
  }

  private stands(seen: PlanDraft | undefined): TradeRefusal {
    return seen === undefined ? refuse("plan_unknown") : refuse("plan_state", seen.state);
  }
}

const orderIdOf = ({ name, version }: Pick<PlanDraft, "name" | "version">) => `publish:${name}:${version}`;

function conditionsOf({ verdict }: PlanDraft): PlanVerdict["rules"] {
  return verdict?.rules.filter(({ status }) => status === "condition") ?? [];
}

/** The first need of a condition that nobody has recorded; a hash must look like one. */
function unrecorded(draft: PlanDraft): string | undefined {
  for (const { id, needs } of conditionsOf(draft)) {
    for (const need of needs) {
      // Announced by publishing, which waits as long as the announcement has to stand.
      if (need === "announced_at") continue;
      const value = draft.recorded[id]?.[need]?.trim() ?? "";
      if (need === "text_sha256" ? !/^[0-9a-f]{64}$/.test(value) : value === "") return `${id}.${need}`;
    }
  }
  return undefined;
}
