/** From a payment that has begun to the page where it is paid. */
import type { components } from "#client";

/** The channel's page; nothing left to pay: how it stands. */
export function toCashier({ payment, hand }: components["schemas"]["PaymentBegun"]): string {
  const number = hand?.["no"];
  return number === undefined ? `/payment/${payment.id}` : `/cashier/${payment.id}?no=${number}`;
}
