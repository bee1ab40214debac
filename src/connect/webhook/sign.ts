/** Signatures by Standard Webhooks: the receiver checks them with any of its ready-made libraries. */
import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** A new secret as it is shown, once, to whoever receives the webhook. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

export interface Message {
  /** The same for every try of one delivery: by it the receiver knows what it has had. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** Headers of a message. While a secret is being changed both sign, and the receiver may know either. */
export function signedHeaders({ id, at, body }: Message, secrets: readonly string[]): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Wellspring-Webhook/1",
    "webhook-id": id,
    "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}
