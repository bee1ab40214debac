/** One purchase 消费 with its receipt: where every fen went, and what its points are now. */
import { useParams } from "wouter";
import { Receipt } from "../../ui/receipt/receipt.tsx";
import { Head } from "../part/head.tsx";
import { useSay } from "../say.ts";

export default function PurchasePage() {
  const say = useSay();
  const { id = "" } = useParams<{ id: string }>();
  return (
    <div className="ws-stack">
      <Head title={say("receipt.title")} back="/purchases" />
      <Receipt purchase={decodeURIComponent(id)} />
    </div>
  );
}
