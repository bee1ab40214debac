/** Which cell a request means: the one it names, if it is of this operator, or the operator's own. */
import { z } from "zod";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";

/** The number of a cell as text: it may be beyond what JSON carries exactly. */
export const cellId = z.string().regex(/^[1-9]\d{0,17}$/);

export const cellQuery = {
  cell: cellId.optional().meta({ description: "Another cell than the operator's own 另一单元" }),
};

/** Cells known to be of this operator; a cell never changes hands. */
const known = new WeakMap<Services, Set<bigint>>();

/** The cell named, or the main one. A cell of another operator is as good as none. */
export function cellOf(services: Services, named: string | undefined): bigint | Promise<bigint> {
  if (named === undefined) return services.cell;
  const cell = BigInt(named);
  if (cell === services.cell || known.get(services)?.has(cell)) return cell;
  return asked(services, cell);
}

async function asked(services: Services, cell: bigint): Promise<bigint> {
  const { rows } = await services.desk.database.query(
    "SELECT 1 FROM cell WHERE cell_id = $1 AND operator_id = $2",
    [cell, services.operator],
  );
  if (rows.length === 0) throw new Problem("not_found", { field: "cell" });
  const cells = known.get(services) ?? new Set();
  known.set(services, cells.add(cell));
  return cell;
}
