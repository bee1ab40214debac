/** Stores 门店: what the book does not hold of a merchant (names, address), and its opening in the book. */

import { divisionOf } from "#connect/division";
import { canonical, MAIN_FEED } from "#engine";
import type { Queryable } from "#store";
import { type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

export interface StoreProfile {
  readonly merchant: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly address: string;
  /** Sealed by whoever gave it. */
  readonly phoneCipher: Buffer | null;
  readonly owner: string;
  readonly region: string;
  /** Names from the province down. */
  readonly regionPath: readonly string[];
  readonly take: string | null;
  readonly recruiter: string | null;
  readonly goods: boolean;
  readonly feed: string;
  /** opening: the book has not answered yet. */
  readonly state: "opening" | "open" | "refused";
  readonly reason: string | null;
  readonly openedBy: string;
  readonly createdAt: Date;
  readonly openedSeq: bigint | null;
}

export interface NewStore {
  readonly merchant: string;
  readonly nameZh: string;
  readonly nameEn?: string | null;
  readonly address: string;
  readonly phoneCipher?: Buffer | null;
  readonly owner: string;
  readonly region: string;
  /** Such as "20%"; absent: the plan's. */
  readonly take?: string | null;
  readonly recruiter?: string | null;
  readonly goods?: boolean;
  readonly feed?: string;
  readonly by: string;
}

export interface AdoptedStore {
  readonly merchant: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly address: string;
  readonly take: string | null;
}

export type StorePatch = Partial<Pick<NewStore, "nameZh" | "nameEn" | "address" | "phoneCipher">>;

export interface StoreFilter {
  readonly merchants?: readonly string[] | undefined;
  readonly owner?: string | undefined;
  /** A division with all below it. */
  readonly region?: string | undefined;
  /** Those of these merchants or in these divisions, and no others. */
  readonly within?: { readonly merchants: readonly string[]; readonly regions: readonly string[] };
  /** Those after this merchant. */
  readonly after?: string;
  readonly limit?: number;
}

/** What the codes of a division and all below it look like. */
const below = (region: string) => `${region.replace(/\D/g, "").replace(/(00){1,2}$/, "")}%`;

type Row = Omit<StoreProfile, "regionPath">;

const PROFILE = `merchant, name_zh AS "nameZh", name_en AS "nameEn", address, phone_cipher AS "phoneCipher",
  owner, region, take, recruiter, goods, feed, state, reason, opened_by AS "openedBy",
  created_at AS "createdAt", opened_seq AS "openedSeq"`;

export class Stores {
  constructor(private readonly ground: Ground) {}

  async find(
    cell: bigint,
    merchant: string,
    on: Queryable = this.ground.database,
  ): Promise<StoreProfile | undefined> {
    const text = `SELECT ${PROFILE} FROM store_profile WHERE cell_id = $1 AND merchant = $2`;
    const row = await one<Row>(on, text, [cell, merchant]);
    return row && placed(row);
  }

  /** In the order of the merchants' ids. */
  async list(cell: bigint, filter: StoreFilter = {}): Promise<StoreProfile[]> {
    const { merchants = null, owner = null, region, within, after = null, limit = 50 } = filter;
    const prefix = region === undefined ? null : below(region);
    const { rows } = await this.ground.database.query<Row>(
      `SELECT ${PROFILE} FROM store_profile
        WHERE cell_id = $1 AND ($2::text IS NULL OR merchant > $2)
          AND ($3::text[] IS NULL OR merchant = ANY($3)) AND ($4::text IS NULL OR owner = $4)
          AND ($5::text IS NULL OR region LIKE $5)
          AND ($7::text[] IS NULL OR merchant = ANY($7) OR region LIKE ANY($8::text[]))
        ORDER BY merchant LIMIT $6`,
      [
        cell,
        after,
        merchants,
        owner,
        prefix,
        limit,
        within?.merchants ?? null,
        within?.regions.map(below) ?? null,
      ],
    );
    return rows.map(placed);
  }

  /**
   * Opens a store in the book. Refuses name_required, region_unknown (no place a store can stand in),
   * store_exists (with another content), and what the book refuses.
   */
  async open(cell: bigint, asked: NewStore): Promise<StoreProfile | TradeRefusal> {
    const { ground } = this;
    if (asked.nameZh.trim() === "") return refuse("name_required");
    if (divisionOf(asked.region)?.leaf !== true) return refuse("region_unknown");
    const { merchant, owner, region, take = null, recruiter = null, goods = false, feed = MAIN_FEED } = asked;
    const now = ground.now();
    // What the book refused may be asked anew, with other words: nothing of it is in the book.
    const made = await one<Row>(
      ground.database,
      `INSERT INTO store_profile (cell_id, operator_id, merchant, name_zh, name_en, address, phone_cipher,
         owner, region, take, recruiter, goods, feed, state, opened_by, created_at, changed_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::text, $6::bytea, $7::text,
         $8::text, $9::text, $10::text, $11::boolean, $12::text, 'opening', $13::text, $14::timestamptz,
         $14::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, merchant) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
         address = excluded.address, phone_cipher = excluded.phone_cipher, owner = excluded.owner,
         region = excluded.region, take = excluded.take, recruiter = excluded.recruiter,
         goods = excluded.goods, feed = excluded.feed, state = 'opening', reason = NULL,
         opened_by = excluded.opened_by, changed_at = excluded.changed_at
        WHERE store_profile.cell_id = $1 AND store_profile.state = 'refused'
       RETURNING ${PROFILE}`,
      [
        cell,
        merchant,
        asked.nameZh.trim(),
        asked.nameEn ?? null,
        asked.address,
        asked.phoneCipher ?? null,
        owner,
        region,
        take,
        recruiter,
        goods,
        feed,
        asked.by,
        now,
      ],
    );
    await ground.after("store.opening");
    if (made === undefined) {
      const known = await this.find(cell, merchant);
      const wanted = { merchant, owner, region, take, recruiter, goods, feed };
      if (known === undefined || !sameContract(known, wanted)) return refuse("store_exists");
    }
    return await this.settle(cell, merchant);
  }

  /**
   * Writes down the profiles of stores that the book has already, by whatever order it got them; those that
   * have one are left as they are. Gives how many were written.
   */
  async adopt(cell: bigint, stores: readonly AdoptedStore[], by: string): Promise<number> {
    const now = this.ground.now();
    const { rowCount } = await this.ground.database.query(
      `INSERT INTO store_profile (cell_id, operator_id, merchant, name_zh, name_en, address, owner, region,
         take, goods, feed, state, opened_by, created_at, opened_seq, changed_at)
       SELECT m.cell_id, m.operator_id, m.id, n.name_zh, n.name_en, n.address, o.id, m.region, n.take,
         m.goods, m.feed, 'open', $7::text, $8::timestamptz, m.opened_seq, $8::timestamptz
         FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
           AS n (merchant, name_zh, name_en, address, take)
         JOIN merchant m ON m.cell_id = $1 AND m.id = n.merchant
         JOIN member o ON o.cell_id = $1 AND o.no = m.owner_no
       ON CONFLICT (cell_id, merchant) DO NOTHING`,
      [
        cell,
        stores.map(({ merchant }) => merchant),
        stores.map(({ nameZh }) => nameZh),
        stores.map(({ nameEn }) => nameEn),
        stores.map(({ address }) => address),
        stores.map(({ take }) => take),
        by,
        now,
      ],
    );
    return rowCount;
  }

  /** Asks the book to open it; asked again it gets the same answer. */
  private async settle(cell: bigint, merchant: string): Promise<StoreProfile | TradeRefusal> {
    const { ground } = this;
    return await ground.turn(`${cell} store ${merchant}`, async () => {
      const row = await this.find(cell, merchant);
      if (row === undefined) return refuse("store_unknown");
      if (row.state !== "opening") return row;
      const asked = await ground.ask(cell, orderOf(row));
      await ground.after("store.asked");
      if (asked === null) return row;
      await ground.database.query(
        `UPDATE store_profile SET state = $3, opened_seq = $4, reason = $5, changed_at = $6
          WHERE cell_id = $1 AND merchant = $2 AND state = 'opening'`,
        [
          cell,
          merchant,
          "refused" in asked ? "refused" : "open",
          "seq" in asked ? asked.seq : null,
          "refused" in asked ? asked.refused : null,
          ground.now(),
        ],
      );
      await ground.after("store.settled");
      return "refused" in asked ? asked : ((await this.find(cell, merchant)) as StoreProfile);
    });
  }

  /** Changes words only; the contract is the book's. Refuses store_unknown, name_required. */
  async patch(
    cell: bigint,
    merchant: string,
    { nameZh, nameEn, address, phoneCipher }: StorePatch,
    on: Queryable = this.ground.database,
  ): Promise<StoreProfile | TradeRefusal> {
    if (nameZh?.trim() === "") return refuse("name_required");
    const row = await one<Row>(
      on,
      `UPDATE store_profile SET name_zh = coalesce($3, name_zh), address = coalesce($4, address),
         name_en = CASE WHEN $5 THEN $6 ELSE name_en END,
         phone_cipher = CASE WHEN $7 THEN $8 ELSE phone_cipher END, changed_at = $9
        WHERE cell_id = $1 AND merchant = $2 RETURNING ${PROFILE}`,
      [
        cell,
        merchant,
        nameZh?.trim() ?? null,
        address ?? null,
        nameEn !== undefined,
        nameEn ?? null,
        phoneCipher !== undefined,
        phoneCipher ?? null,
        this.ground.now(),
      ],
    );
    return row === undefined ? refuse("store_unknown") : placed(row);
  }

  async resume(cell: bigint): Promise<void> {
    const { rows } = await this.ground.database.query<{ merchant: string }>(
      "SELECT merchant FROM store_profile WHERE cell_id = $1 AND state = 'opening' ORDER BY merchant",
      [cell],
    );
    for (const { merchant } of rows) {
      await this.ground.mend(`store ${merchant}`, () => this.settle(cell, merchant));
    }
  }
}

type Contract = Pick<Row, "merchant" | "owner" | "region" | "take" | "recruiter" | "goods" | "feed">;

function orderOf({ merchant, owner, region, take, recruiter, goods, feed }: Contract) {
  const own = { ...(take === null ? {} : { take }), ...(recruiter === null ? {} : { recruiter }) };
  return { id: `store:${merchant}`, kind: "open_store", merchant, owner, region, goods, feed, ...own };
}

const sameContract = (one: Contract, other: Contract) =>
  canonical(orderOf(one)) === canonical(orderOf(other));

function placed(row: Row): StoreProfile {
  return { ...row, regionPath: divisionOf(row.region)?.path ?? [row.region] };
}
