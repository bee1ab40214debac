/** What the API stands on; src/main brings it together. */
import type { DemoGateway } from "#connect/demo";
import type { Delivery, Desk, Jobs, Trade } from "#desk";
import type { People } from "#people";
import type { Proofs } from "#statement";
import type { DoTrial } from "./trial/task.ts";
import type { Uploads } from "./trial/uploads.ts";

export interface Services {
  /** The operator this server works for, and the cell that is meant where none is named. */
  readonly operator: bigint;
  readonly cell: bigint;
  readonly desk: Desk;
  /** The people of the operator's cell. */
  readonly people: People;
  /** Everyday trade around the book. */
  readonly trade: Trade;
  /** Webhooks, and work that goes on by itself. */
  readonly delivery: Delivery;
  readonly jobs: Jobs;
  readonly proofs: Proofs;
  /** Files of orders that were uploaded to be tried out. */
  readonly uploads: Uploads;
  /** Does a simulation or backtest, off this thread. */
  readonly doTrial: DoTrial;
  /** Where the payer of a demo pays; null in a house that takes real money. */
  readonly demoGateway: DemoGateway | null;
  /** Whether this process serves; `why` is for the operator's eyes. */
  ready(): Promise<{ readonly ready: boolean; readonly why?: string }>;
}
