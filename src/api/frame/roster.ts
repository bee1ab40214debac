/** The list of members as a query narrows it, within what the asker may see of it. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  countMembers,
  MEMBER_SORTS,
  type MemberFilter,
  type MemberSort,
  memberOverview,
  merchantsOf,
} from "#statement";
import { Problem } from "../problem.ts";
import { between, bookId, spanOf } from "../schema/money.ts";
import { memberLine, memberLineSchema, type Sight } from "../schema/party.ts";
import type { Services } from "../services.ts";
import { sightOf } from "./lens.ts";
import { pageOf, pageQuery } from "./paging.ts";
import { notFound, ownersOf, storeWithin } from "./within.ts";

const text = z.string().trim().min(1).max(60);

/** What a list of members may be narrowed by. */
export const memberFilter = {
  id: bookId.optional().meta({ description: "What the id begins with 编号开头" }),
  phone: text.optional().meta({ description: "The whole number 完整手机号", examples: ["13800138000"] }),
  name: text.optional().meta({ description: "What the name begins with 姓名（昵称）开头" }),
  from: between.from.meta({ description: "Joined from this moment 加入时间起" }),
  to: between.to.meta({ description: "Joined before this moment 加入时间止（不含）" }),
  store: bookId.optional().meta({ description: "Locked to its owner 锁定于该店店主" }),
  sponsor: bookId.optional().meta({ description: "Right below this member 直推" }),
  arrears: z.enum(["true"]).optional().meta({ description: "Those who owe 有欠款的" }),
};

export const rosterQuery = z.strictObject({
  ...pageQuery,
  ...memberFilter,
  sort: z.enum(MEMBER_SORTS).default("joined").meta({ description: "The greatest first 从大到小" }),
});

export const rosterSchema = pageOf(memberLineSchema).extend({
  total: z.int().meta({ description: "How many the filter finds 总数" }),
  total_more: z.boolean().meta({ description: "Whether there are more than that 是否多于此数" }),
});

const filterSchema = z.object(memberFilter);
type Filter = z.output<typeof filterSchema>;

export async function rosterOf(
  services: Services,
  request: FastifyRequest,
  query: z.output<typeof rosterQuery>,
) {
  const { desk, people, cell } = services;
  const { limit, cursor, sort, ...asked } = query;
  const sight = sightOf(request);
  seenAlone(sight, query);
  if (asked.store !== undefined) await storeWithin(services, request, asked.store);
  const filter = await memberFilterOf(services, await ownersOf(services, request), asked);
  const found = await memberOverview(desk.database, cell, { ...filter, limit, cursor, sort });
  const { count, more } = await countMembers(desk.database, cell, filter);
  const faces = await people.persons.faces(found.items.map(({ member }) => member));
  return {
    items: found.items.map((row) => memberLine(row, faces.get(row.member), sight)),
    next_cursor: found.next,
    total: count,
    total_more: more,
  };
}

/** The order of what members hold or spend, and who owes, would tell what the rows do not show. */
export function seenAlone(
  sight: Sight,
  { sort, arrears }: { readonly sort?: MemberSort | undefined; readonly arrears?: "true" | undefined },
): void {
  const hidden = sight === "little" ? sort !== "joined" : sort === "points" && sight !== "all";
  if (sort !== undefined && hidden) throw new Problem("forbidden", { field: "sort" });
  if (arrears !== undefined && sight !== "all") throw new Problem("forbidden", { field: "arrears" });
}

/**
 * What the views are asked for: phones and names looked up first, and where owners are given nobody but those
 * below them.
 */
export async function memberFilterOf(
  services: Services,
  owners: readonly string[] | null,
  { id, phone, name, from, to, store, sponsor, arrears }: Filter,
): Promise<MemberFilter> {
  const within = [
    ...(owners === null ? [] : [owners]),
    ...(store === undefined ? [] : [[await ownerOf(services, store)]]),
    ...(sponsor === undefined ? [] : [[sponsor]]),
  ];
  const named = [
    ...(phone === undefined ? [] : [await byPhone(services, phone)]),
    ...(name === undefined ? [] : [await services.people.persons.membersNamed(name)]),
  ];
  return {
    id,
    among: inAll(named),
    sponsors: inAll(within),
    joined: from === undefined && to === undefined ? undefined : spanOf({ from, to }),
    arrears: arrears !== undefined,
  };
}

async function ownerOf({ desk, cell }: Services, store: string): Promise<string> {
  const [found] = await merchantsOf(desk.database, cell, [store]);
  if (found === undefined) throw notFound("store");
  return found.owner;
}

/** What stands in each of some lists; nothing to say where there are none. */
function inAll(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const [first, ...others] = lists;
  return first?.filter((one) => others.every((list) => list.includes(one)));
}

/** The member of a phone, if there is one. */
async function byPhone({ people }: Services, phone: string): Promise<string[]> {
  const person = await people.persons.findByPhone(phone);
  return person?.member == null ? [] : [person.member];
}
