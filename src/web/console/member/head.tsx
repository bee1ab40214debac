/** The figures of a member that are asked for first. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Summary } from "../list/summary.tsx";
import { useSay } from "../say.ts";

export function Head({ id }: { readonly id: string }) {
  const say = useSay();
  const { data, error, refetch } = useQuery(
    read(["member", id, "balances"], (signal) =>
      client.GET("/v1/members/{id}/balances", { params: { path: { id } }, signal }),
    ),
  );
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const debts = [data.wallet_fen, data.commission_fen].filter((fen) => fen < 0);
  return (
    <>
      {debts.length > 0 && <p className="ws-note ws-note-bad">{say("member.owes")}</p>}
      <Summary
        sums={[
          [say("member.points"), <Points key="points" points={data.points} />],
          [say("member.worth"), <Money key="worth" fen={data.worth_fen} />],
          [say("member.receive"), <Money key="receive" fen={data.receive_fen} />],
          [say("member.wallet"), <Money key="wallet" fen={data.wallet_fen} />],
          [say("member.commission"), <Money key="commission" fen={data.commission_fen} />],
          [say("member.frozen"), <Money key="frozen" fen={data.frozen_fen} />],
          [say("member.withdrawing"), <Money key="withdrawing" fen={data.withdrawal_fen} />],
        ]}
      />
      <p className="ws-soft">{say("member.fact")}</p>
    </>
  );
}
