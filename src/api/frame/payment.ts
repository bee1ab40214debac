/** A payment on its way to the one who asked: begun at its channel, or with what it became in the book. */
import { isTradeRefusal, type Payment } from "#desk";
import { journalAt } from "#statement";
import { done } from "../problem.ts";
import { bookedShown, paymentShown } from "../schema/trade.ts";
import type { Services } from "../services.ts";
import { endAtDemo } from "./demopay.ts";

/** The payment, begun at its channel where there is still something to pay. */
export async function handed(services: Services, payment: Payment) {
  const { trade, cell } = services;
  if (payment.state !== "created" && payment.state !== "paying") {
    return { payment: await shownWhole(services, payment), hand: null };
  }
  const answer = await trade.payments.pay(cell, payment.id);
  if (!isTradeRefusal(answer)) return { payment: paymentShown(answer.payment), hand: { ...answer.hand } };
  // Paid or over meanwhile: that is what it is now.
  if (answer.refused !== "payment_state") done(answer);
  const now = await trade.payments.find(cell, payment.id);
  return { payment: await shownWhole(services, now ?? payment), hand: null };
}

/** The payment of a member who showed his code: he has agreed, and at the demo channel that pays it. */
export async function charged(services: Services, payment: Payment) {
  const begun = await handed(services, payment);
  if (begun.hand === null || payment.channel !== "demo") return begun;
  done(await endAtDemo(services, payment.channelNo, "paid"));
  const now = await services.trade.payments.find(services.cell, payment.id);
  return { payment: await shownWhole(services, now ?? payment), hand: null };
}

/** With what a booked one became: points, the price at that moment, whom it locked. */
export async function shownWhole({ desk, trade, cell }: Services, payment: Payment) {
  const { bookedSeq, id } = payment;
  const journal = bookedSeq === null ? null : await journalAt(desk.database, cell, bookedSeq);
  if (journal === null) return paymentShown(payment);
  return paymentShown(payment, bookedShown(journal.record, await trade.arrivals.boundWith(cell, id)));
}
