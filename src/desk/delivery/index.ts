/** Jobs and webhooks, as the desk's door shows them. */
export { Delivery, type DeliveryOptions } from "./delivery.ts";
export {
  type BookedEvent,
  type BookedJournal,
  EVENT_NAMES,
  EVENTS,
  type EventName,
  eventsOf,
} from "./events.ts";
export { GiveUp, JobLost, type JobRun } from "./jobrun.ts";
export { type JobHandler, Jobs, type JobsOptions } from "./jobs.ts";
export type { JobView } from "./jobview.ts";
export type { DeliveryFilter, DeliveryPage, DeliveryState, DeliveryView } from "./log.ts";
export type { Clock, Log, Pace } from "./pace.ts";
export type { Schedule } from "./schedule.ts";
export type { NewWebhook, Seal, Webhook, WebhookFault, WebhookPatch, WebhookWithSecret } from "./webhook.ts";
