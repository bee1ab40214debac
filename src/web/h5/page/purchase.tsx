/** One purchase 消费 with its receipt: where every fen went, and what its points are now. */
import { useParams } from "wouter";
import { showParty } from "../../ui/figure.ts";
import { Receipt } from "../../ui/receipt/receipt.tsx";
import { Head } from "../part/head.tsx";
import { useSelf } from "../reads.ts";
import { useSay } from "../say.ts";

export default function PurchasePage() {
  const say = useSay();
  const { id = "" } = useParams<{ id: string }>();
  const self = useSelf().data;
  const nameOf = (party: string) => {
    if (party === self?.id) return say("purchase.you");
    if (party === self?.sponsor) return say("purchase.sponsor");
    return showParty(party);
  };
  return (
    <div className="ws-stack">
      <Head title={say("purchase.title")} back="/purchases" />
      <Receipt purchase={decodeURIComponent(id)} nameOf={nameOf} />
    </div>
  );
}
