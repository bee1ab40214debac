/** Members and stores as exported lists; whatever is personal stands masked in them. */
import { z } from "zod";
import type { StoreProfile } from "#desk";
import type { Face } from "#people";
import { countMembers, MEMBER_SORTS, type MemberRow, memberOverview } from "#statement";
import { memberFilter, memberFilterOf, seenAlone } from "../frame/roster.ts";
import { bookId } from "../schema/money.ts";
import { type Column, number, points, text, time, word, yuan } from "./column.ts";
import { everyPage, list } from "./list.ts";

const PAGE = 200;

type Member = MemberRow & { readonly face: Face | undefined };

const LITTLE: readonly Column<Member>[] = [
  text(["id", "会员编号", "member"], ({ member }) => member, 38),
  text(["name", "姓名", "name"], ({ face }) => face?.name ?? null),
  text(["phone", "手机号", "phone"], ({ face }) => face?.phone ?? null),
  text(["sponsor", "推荐人", "sponsor"], ({ sponsor }) => sponsor, 38),
  text(["store", "锁客门店", "locked by store"], ({ store }) => store),
  time(["joined_at", "加入时间", "joined"], ({ joinedAt }) => joinedAt),
];

const SPEND: readonly Column<Member>[] = [
  number(["purchases", "消费笔数", "purchases"], (row) => row.purchases),
  yuan(["spend", "消费额（元）", "spend, yuan"], ({ spend }) => spend),
  yuan(["commissions", "推荐奖励（元）", "commissions, yuan"], ({ commissions }) => commissions),
  yuan(["proceeds", "赎回款（元）", "proceeds, yuan"], ({ proceeds }) => proceeds),
  time(["last_at", "最近消费", "last purchase"], ({ lastAt }) => lastAt),
];

const HELD: readonly Column<Member>[] = [
  points(["points", "积分", "points"], (row) => row.points),
  yuan(["worth", "此刻市值（元）", "worth now, yuan"], ({ worth }) => worth),
  yuan(["wallet", "钱包（元）", "wallet, yuan"], ({ wallet }) => wallet),
  yuan(["commission", "可提奖励（元）", "commission, yuan"], ({ commission }) => commission),
  yuan(["frozen", "冻结奖励（元）", "frozen, yuan"], ({ frozen }) => frozen),
  yuan(["withdrawal", "提现在途（元）", "withdrawal under way, yuan"], ({ withdrawal }) => withdrawal),
];

/** Nobody is looked for by phone or name: what is asked for stands in the row of a job. */
const { phone: _phone, name: _name, ...memberQuery } = memberFilter;

export const members = list({
  title: ["会员", "members"],
  path: "/v1/members",
  forStores: true,
  filter: z.strictObject({ ...memberQuery, sort: z.enum(MEMBER_SORTS).optional() }),
  columns: ({ sight }) => [...LITTLE, ...(sight === "little" ? [] : SPEND), ...(sight === "all" ? HELD : [])],
  refuse: (asked, { sight }) => seenAlone(sight, asked),
  async total(services, { sort: _, ...asked }, { owners }) {
    const filter = await memberFilterOf(services, owners, asked);
    return (await countMembers(services.desk.database, services.cell, filter)).count;
  },
  async *pages(services, { sort, ...asked }, { owners }) {
    const { desk, people, cell } = services;
    const filter = await memberFilterOf(services, owners, asked);
    const read = (cursor: string | undefined) =>
      memberOverview(desk.database, cell, { ...filter, sort, cursor, limit: PAGE });
    for await (const rows of everyPage(read)) {
      const faces = await people.persons.faces(rows.map(({ member }) => member));
      yield rows.map((row): Member => ({ ...row, face: faces.get(row.member) }));
    }
  },
});

const STORE_STATES = {
  opening: ["开店中", "opening"],
  open: ["营业", "open"],
  refused: ["未获入账", "refused"],
} as const;

const storeFilter = z.strictObject({
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  owner: bookId.optional(),
});

/** As many as there may be; the progress wants a number before the first row. */
const MOST_STORES = 100_000;

export const stores = list({
  title: ["门店", "stores"],
  path: "/v1/stores",
  forStores: true,
  filter: storeFilter,
  columns: ({ sight }): readonly Column<StoreProfile>[] => [
    text(["id", "门店编号", "store"], ({ merchant }) => merchant, 38),
    text(["name_zh", "名称", "name"], ({ nameZh }) => nameZh, 24),
    text(["name_en", "英文名", "English name"], ({ nameEn }) => nameEn, 24),
    text(["region", "区划代码", "division code"], ({ region }) => region, 10),
    text(["region_path", "区划", "division"], ({ regionPath }) => regionPath.join(" "), 30),
    text(["address", "地址", "address"], ({ address }) => address, 40),
    ...(sight === "little" ? [] : [text<StoreProfile>(["owner", "店主", "owner"], ({ owner }) => owner, 38)]),
    text(["take", "抽成", "take"], ({ take }) => take, 8),
    word(["state", "状态", "state"], STORE_STATES, ({ state }) => state),
    time(["created_at", "登记时间", "created"], ({ createdAt }) => createdAt),
  ],
  async total({ trade, cell }, asked, { stores: own }) {
    const filter = { ...asked, ...(own === null ? {} : { merchants: own }) };
    return (await trade.stores.list(cell, { ...filter, limit: MOST_STORES })).length;
  },
  async *pages({ trade, cell }, asked, { stores: own }) {
    const filter = { ...asked, ...(own === null ? {} : { merchants: own }), limit: PAGE };
    for (let after: string | undefined; ; ) {
      const rows = await trade.stores.list(cell, { ...filter, ...(after === undefined ? {} : { after }) });
      yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = last.merchant;
    }
  },
});
