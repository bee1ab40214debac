/** The payer at the demo channel: what a person does at a real one, done for him by us. No money moves. */
import type { Noticed, TradeRefusal } from "#desk";
import { Problem } from "../problem.ts";
import type { Services } from "../services.ts";

/** Ends a payment or transfer at the demo gateway and hears what it says; ended before, it says so again. */
export async function endAtDemo(
  { trade, cell, demoGateway }: Services,
  no: string,
  outcome: "paid" | "declined",
): Promise<Noticed | TradeRefusal> {
  if (demoGateway === null) throw new Problem("channel_unknown");
  const told =
    outcome === "paid"
      ? (demoGateway.pay(no) ?? demoGateway.endTransfer(no, "SUCCESS"))
      : (demoGateway.decline(no) ?? demoGateway.endTransfer(no, "FAIL"));
  const { headers, body } = told ?? demoGateway.message(no);
  return await trade.notices.receive(cell, "demo", headers, body);
}
