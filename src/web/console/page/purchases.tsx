/** Purchases 消费: all of the house, each with its receipt. */
import { PageHead } from "../pagehead.tsx";
import { PurchaseList } from "../purchase/list.tsx";
import { useSay } from "../say.ts";

export default function Purchases() {
  const say = useSay();
  return (
    <div className="ws-stack">
      <PageHead title={say("section.purchases")} about={say("purchase.about")} />
      <PurchaseList span="d30" />
    </div>
  );
}
