/** What the API stands on; src/main brings it together. */
import type { Desk } from "#desk";
import type { People } from "#people";

export interface Services {
  /** The operator this server works for, and the cell that is meant where none is named. */
  readonly operator: bigint;
  readonly cell: bigint;
  readonly desk: Desk;
  /** The people of the operator's cell. */
  readonly people: People;
  /** Whether this process serves; `why` is for the operator's eyes. */
  ready(): Promise<{ readonly ready: boolean; readonly why?: string }>;
}
