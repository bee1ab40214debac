/** Names beside the ids of a page, each kind looked up at once: members masked, stores as they are called. */
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import type { storeNamed } from "../schema/party.ts";
import type { Services } from "../services.ts";

type Rows = readonly { readonly member: string }[];

/** Masked names and phones of the members of some rows. A key sees them with the scope that lists members. */
export async function membersNamed({ people }: Services, { actor }: FastifyRequest, rows: Rows) {
  const mayNot = actor.kind === "machine" && !actor.machine.scopes.includes("members:read");
  const wanted = mayNot ? [] : [...new Set(rows.map(({ member }) => member))];
  const faces = wanted.length === 0 ? null : await people.persons.faces(wanted);
  return ({ member }: { readonly member: string }) => ({
    member_name: faces?.get(member)?.name ?? null,
    member_phone: faces?.get(member)?.phone ?? null,
  });
}

/** Names of stores by their ids, at most 200. */
export async function storesNamed({ trade, cell }: Services, merchants: readonly string[]) {
  const wanted = [...new Set(merchants)];
  const rows = wanted.length === 0 ? [] : await trade.stores.list(cell, { merchants: wanted, limit: 200 });
  const names = new Map(rows.map((row) => [row.merchant, row]));
  return (id: string): z.output<typeof storeNamed> => ({
    id,
    name_zh: names.get(id)?.nameZh ?? id,
    name_en: names.get(id)?.nameEn ?? null,
  });
}
