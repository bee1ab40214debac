/** How a principal is read: one statement gives who it is, its roles, its stores and divisions. */
import type { Queryable } from "#store";
import type { Ground } from "./ground.ts";
import { isStaffRole, type Principal, type Role, type ScopedRole } from "./role.ts";

export type PrincipalRow = {
  readonly id: string;
  readonly kind: "staff" | "person";
  readonly roles: string[];
  readonly name: string | null;
  readonly member_id: string | null;
  readonly active: boolean;
  readonly created_at: Date;
  readonly erased_at: Date | null;
  readonly scopes: string[];
};

/** Columns of PrincipalRow; `p` is the principal and $1 the cell. */
export const PRINCIPAL = `p.id, p.kind, p.roles, p.name, p.member_id, p.active, p.created_at, p.erased_at,
  ARRAY(SELECT s.role || ':' || s.value FROM principal_scope s
    WHERE s.cell_id = $1 AND s.principal_id = p.id ORDER BY s.role, s.value) AS scopes`;

/** A person's roles follow from what belongs to them; staff have theirs by appointment. */
export function principalOf(row: PrincipalRow): Principal {
  const of = (role: ScopedRole): string[] =>
    row.scopes.filter((scope) => scope.startsWith(`${role}:`)).map((scope) => scope.slice(role.length + 1));
  const stores = { merchant: of("merchant"), clerk: of("clerk") };
  const regions = of("agent");
  const roles: Role[] = row.roles.filter(isStaffRole);
  if (row.kind === "person") {
    if (stores.merchant.length > 0) roles.push("merchant");
    if (stores.clerk.length > 0) roles.push("clerk");
    if (regions.length > 0) roles.push("agent");
    if (row.member_id !== null) roles.push("member");
  }
  return { id: row.id, kind: row.kind, name: row.name, roles, member: row.member_id, stores, regions };
}

/** The row of one principal; locked until the transaction ends when it is about to be changed. */
export async function principalRow(
  ground: Ground,
  query: Queryable,
  id: string,
  lock: "" | "FOR UPDATE OF p" = "",
): Promise<PrincipalRow | undefined> {
  const { rows } = await query.query<PrincipalRow>(
    `SELECT ${PRINCIPAL} FROM principal p WHERE p.cell_id = $1 AND p.id = $2 ${lock}`,
    [ground.cell, id],
  );
  return rows[0];
}
