/**
 * How the demo channel signs 验签: Ed25519 over time, nonce and body, as payment channels of the country do
 * it. The gateway alone holds the private key; this house can verify and cannot make a message.
 */
import { createPublicKey, type KeyObject, randomBytes, sign, verify } from "node:crypto";

export const TIMESTAMP = "wellspring-demo-timestamp";
export const NONCE = "wellspring-demo-nonce";
export const SIGNATURE = "wellspring-demo-signature";

/** How far a message's time may lie from ours, either way. */
export const WINDOW = 300_000;

export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type SignatureFault = "notice_malformed" | "notice_signature_wrong" | "notice_stale";

const text = (timestamp: string, nonce: string, body: string) =>
  Buffer.from(`${timestamp}\n${nonce}\n${body}\n`);

/** Signs a body as the gateway does. */
export function signed(
  key: KeyObject,
  body: string,
  at: Date,
  nonce = randomBytes(16).toString("hex"),
): Signed {
  const timestamp = `${Math.floor(at.getTime() / 1_000)}`;
  const signature = sign(null, text(timestamp, nonce, body), key).toString("base64");
  return { headers: { [TIMESTAMP]: timestamp, [NONCE]: nonce, [SIGNATURE]: signature }, body };
}

/** The nonce of a message whose signature and time are good, or what is wrong with it. */
export function verified(
  key: KeyObject,
  headers: Readonly<Record<string, unknown>>,
  body: string,
  now: Date,
): { readonly nonce: string } | { readonly fault: SignatureFault } {
  const { [TIMESTAMP]: timestamp, [NONCE]: nonce, [SIGNATURE]: signature } = headers;
  if (typeof timestamp !== "string" || typeof nonce !== "string" || typeof signature !== "string") {
    return { fault: "notice_malformed" };
  }
  if (!/^\d{1,12}$/.test(timestamp) || !/^[\w-]{16,64}$/.test(nonce)) return { fault: "notice_malformed" };
  const bytes = Buffer.from(signature, "base64");
  if (!verify(null, text(timestamp, nonce, body), key, bytes)) return { fault: "notice_signature_wrong" };
  const away = Math.abs(Number(timestamp) * 1_000 - now.getTime());
  return away > WINDOW ? { fault: "notice_stale" } : { nonce };
}

/** The key to verify by, from the text that the gateway publishes (SPKI, base64). */
export function publicKeyOf(spki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, "base64"), format: "der", type: "spki" });
}
