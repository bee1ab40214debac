/** What the API stands on, by what it needs of it; src/main brings the real ones together. */
import type { Answer, Asked } from "#desk";
import type { ReplayResult } from "#engine";
import type { Machine, Principal } from "#people";

/** The desk as the API sees it. It throws NotNow and NoSuchCell. */
export interface Desk {
  submit(cell: bigint, asked: readonly Asked[]): Promise<Answer[]>;
  /** Decides on the book as it stands and books nothing. */
  quote(cell: bigint, asked: Asked): Promise<Answer>;
  /** The answer that a booked order got; null where nothing is booked under the id. */
  find(cell: bigint, order: string): Promise<Answer | null>;
  createCell(terms: CellTerms): Promise<bigint>;
  result(cell: bigint): Promise<ReplayResult>;
  /** The operator a cell belongs to; null where there is no such cell. */
  operatorOf(cell: bigint): Promise<bigint | null>;
}

export interface CellTerms {
  /** The operator it belongs to. */
  readonly operator: bigint;
  readonly plan: unknown;
  /** Whether business time comes with the orders or from the clock. */
  readonly clock: "orders" | "live";
}

/** How somebody shows who they are. */
export interface Credential {
  readonly by: "session" | "key";
  readonly token: string;
}

/** Who is asking: a person or staff member by a session, a machine by its key. */
export type Actor =
  | { readonly by: "session"; readonly principal: Principal }
  | { readonly by: "key"; readonly machine: Machine };

/** The people of the operator's cell. */
export interface People {
  /** Who holds this credential now; null for nobody. */
  actorOf(credential: Credential): Promise<Actor | null>;
}

export interface Services {
  /** The operator this server works for, and the cell that is meant where none is named. */
  readonly operator: bigint;
  readonly cell: bigint;
  readonly desk: Desk;
  readonly people: People;
  /** Whether this process serves; `why` is for the operator's eyes. */
  ready(): Promise<{ readonly ready: boolean; readonly why?: string }>;
}
