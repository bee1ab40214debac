/** Giving a job up on request. */
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";

/** Cancels a job; whether this request did it. Throws `conflict` where it has ended in another way. */
export async function giveUp({ jobs, cell }: Services, id: string): Promise<boolean> {
  if (await jobs.cancel(cell, id)) return true;
  const now = await jobs.get(cell, id);
  if (now?.state !== "cancelled") throw new Problem("conflict", { field: "id", stands: now?.state });
  return false;
}
