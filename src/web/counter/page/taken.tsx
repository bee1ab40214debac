/** What cash taken at the till has become 现金收款结果. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { TillSlip } from "../part/till.tsx";
import { purchaseRead } from "../reads.ts";

export default function TakenHere() {
  const { id = "" } = useParams<{ id: string }>();
  const { data, error, refetch } = useQuery(purchaseRead(decodeURIComponent(id)));
  if (data === undefined) {
    return error === null ? <Loading /> : <ProblemView thrown={error} retry={() => void refetch()} />;
  }
  return (
    <TillSlip
      taken={{
        id: data.id,
        purchase: data.id,
        seq: data.seq,
        fen: data.amount_fen,
        member: data.member,
        at: data.at,
        points: data.points,
        settlesAt: data.settles_at,
        locked: false,
        demo: false,
        cash: true,
      }}
    />
  );
}
