/** What the pages of webhooks read and offer. */
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";

export const EVENTS = [
  "member.joined",
  "member.locked",
  "sponsor.corrected",
  "store.opened",
  "agent.appointed",
  "agent.dismissed",
  "plan.published",
  "purchase.pending",
  "purchase.settled",
  "refund.booked",
  "commission.thawed",
  "redemption.booked",
  "exit.forced",
  "injection.booked",
  "release.booked",
  "withdrawal.held",
  "withdrawal.paid",
  "withdrawal.returned",
  "pool.wound_up",
] as const;

export type HookEvent = (typeof EVENTS)[number];

export const isEvent = (name: string): name is HookEvent => EVENTS.some((one) => one === name);

export const webhooks = read(["webhooks"], (signal) => client.GET("/v1/webhooks", { signal }));
