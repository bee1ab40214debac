/** The operator 运营方 of a book, by name. */
import type { Queryable } from "#store";

/** The name an operator goes by; empty where it is not known. */
export async function operatorName(db: Queryable, operator: bigint): Promise<string> {
  const { rows } = await db.query<{ name: string }>("SELECT name FROM operator WHERE operator_id = $1", [
    operator,
  ]);
  return rows[0]?.name ?? "";
}
