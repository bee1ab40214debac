/** Settings 设置 of a cell, each with its default and its bounds; all are whole numbers. */
import type { Queryable } from "#store";
import type { Ground } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

/** [default, least, most] of each. */
export const SETTINGS = {
  /** The least one withdrawal may be. */
  withdraw_minimum_fen: [1_000, 1, 100_000_000],
  /** From here on a withdrawal takes two officers. */
  withdraw_large_fen: [100_000, 1, 1_000_000_000_000],
  /** How many withdrawals a member may ask for on one day. */
  withdraw_per_day: [3, 1, 1_000],
  /** The most one payment by a member's payment code may be; above it he confirms on his own phone. */
  pay_code_most_fen: [100_000, 0, 100_000_000],
  /** How long a payment may wait to be paid. */
  payment_minutes: [30, 1, 1_440],
  /** Over how many days an injection or release is streamed. */
  injection_days: [30, 1, 3_650],
  /** How long before its first part it is announced. */
  injection_notice_days: [1, 0, 365],
  /** How long a plan is announced before it takes effect. */
  plan_notice_days: [7, 0, 365],
  /** The most a clerk may refund by himself. */
  clerk_refund_fen: [20_000, 0, 100_000_000],
} as const satisfies Readonly<Record<string, readonly [number, number, number]>>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValues = { readonly [key in SettingKey]: number };

export interface SettingRow {
  readonly key: SettingKey;
  readonly value: number;
  readonly standard: number;
  /** Null where the default holds. */
  readonly updatedBy: string | null;
  readonly updatedAt: Date | null;
}

type Stored = {
  readonly key: string;
  readonly value: unknown;
  readonly updated_by: string;
  readonly updated_at: Date;
};

export class Settings {
  constructor(private readonly ground: Ground) {}

  /** All of them, with who set which. */
  async list(cell: bigint, on: Queryable = this.ground.database): Promise<SettingRow[]> {
    const { rows } = await on.query<Stored>(
      "SELECT key, value, updated_by, updated_at FROM setting WHERE cell_id = $1",
      [cell],
    );
    const known = new Map(rows.map((row) => [row.key, row]));
    return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
      const standard = SETTINGS[key][0];
      const row = known.get(key);
      const value = row !== undefined && fits(key, row.value) ? row.value : standard;
      return { key, value, standard, updatedBy: row?.updated_by ?? null, updatedAt: row?.updated_at ?? null };
    });
  }

  /** The values that hold. */
  async values(cell: bigint, on: Queryable = this.ground.database): Promise<SettingValues> {
    const rows = await this.list(cell, on);
    return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as SettingValues;
  }

  /** Sets one. Refuses setting_unknown, setting_out_of_range. */
  async put(
    cell: bigint,
    key: string,
    value: unknown,
    by: string,
    on: Queryable = this.ground.database,
  ): Promise<SettingRow | TradeRefusal> {
    if (!Object.hasOwn(SETTINGS, key)) return refuse("setting_unknown", key);
    const name = key as SettingKey;
    if (!fits(name, value)) return refuse("setting_out_of_range", key);
    const now = this.ground.now();
    await on.query(
      `INSERT INTO setting (cell_id, operator_id, key, value, updated_by, updated_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::jsonb, $4::text, $5::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, key) DO UPDATE SET value = excluded.value, updated_by = excluded.updated_by,
         updated_at = excluded.updated_at`,
      [cell, key, JSON.stringify(value), by, now],
    );
    return { key: name, value, standard: SETTINGS[name][0], updatedBy: by, updatedAt: now };
  }
}

function fits(key: SettingKey, value: unknown): value is number {
  const [, least, most] = SETTINGS[key];
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;
}
