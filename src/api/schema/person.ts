/** Devices a person is signed in on, what he agreed to, and who he is in a list, as they are shown. */
import { z } from "zod";
import type { Consent, SessionLine } from "#people";
import { time } from "./money.ts";

/** Where a request came from. */
export const where = { ip: z.string().nullable(), agent: z.string().nullable() };

export const deviceSchema = z
  .object({ created_at: time, last_seen_at: time, ...where })
  .meta({ id: "Device" });

export function deviceShown(row: SessionLine): z.output<typeof deviceSchema> {
  const { createdAt, lastSeenAt, ip, agent } = row;
  return { created_at: createdAt.toISOString(), last_seen_at: lastSeenAt.toISOString(), ip, agent };
}

export const consentSchema = z
  .object({
    id: z.string(),
    purpose: z.string(),
    text_id: z.string(),
    text_hash: z.string(),
    given: z.boolean().meta({ description: "False: taken back 撤回" }),
    at: time,
  })
  .meta({ id: "Consent" });

export function consentShown(row: Consent): z.output<typeof consentSchema> {
  const { id, purpose, textId, textHash, given, at } = row;
  return { id, purpose, text_id: textId, text_hash: textHash, given, at: at.toISOString() };
}

/** Whom a row of a list is about. */
export const memberNamed = {
  member_name: z.string().nullable().meta({ description: "Masked 打码" }),
  member_phone: z.string().nullable().meta({ description: "Masked 打码" }),
};
