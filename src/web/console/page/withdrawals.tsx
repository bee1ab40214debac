/** Withdrawals 提现审核: asked for, reviewed by one officer or two, paid. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showYuan } from "../../ui/figure.ts";
import { Money } from "../../ui/figures.tsx";
import { useWho } from "../../ui/session.tsx";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { States } from "../list/states.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { BatchApprove } from "../withdrawal/batch.tsx";
import { useWithdrawalColumns } from "../withdrawal/columns.tsx";
import { WithdrawalSheet } from "../withdrawal/sheet.tsx";
import { mayApprove, STATES, type WithdrawalLine } from "../withdrawal/withdrawal.ts";

const terms = read(["terms"], (signal) => client.GET("/v1/terms", { signal }));
const UNDER_REVIEW: ReadonlySet<string> = new Set(["applied", "first_approved"]);

const NAMES = ["state"];

export default function Withdrawals() {
  const say = useSay();
  const who = useWho();
  const query = useListQuery({ field: "member", names: NAMES });
  const [chosen, setChosen] = useState<readonly WithdrawalLine[]>([]);
  const { state: _, ...others } = query.asked;
  const totals = useQuery(
    read(["withdrawals", "totals", JSON.stringify(others)], (signal) =>
      client.GET("/v1/withdrawal-totals", {
        params: { query: asked<"/v1/withdrawal-totals">(others) },
        signal,
      }),
    ),
  ).data?.items;
  const large = useQuery(terms).data?.withdrawal.two_officers_from_fen;
  const sum = (states: ReadonlySet<string> | string) =>
    (totals ?? [])
      .filter(({ state }) => (typeof states === "string" ? states === state : states.has(state)))
      .reduce((all, row) => ({ count: all.count + row.count, fen: all.fen + BigInt(row.amount_fen) }), {
        count: 0,
        fen: 0n,
      });
  const state = query.get("state");
  const open = query.get("open");
  const columns = useWithdrawalColumns((id) => query.set({ open: id }));
  const finished = () => setChosen([]);
  return (
    <div className="ws-stack">
      <PageHead
        title={say("withdrawal.page")}
        about={large === undefined ? "" : say("withdrawal.about", { amount: `¥${showYuan(large)}` })}
      />
      <List
        name="withdrawals"
        query={query}
        exported="withdrawals"
        columns={columns}
        keyOf={({ id }) => id}
        ask={(filter, signal) =>
          client.GET("/v1/withdrawals", { params: { query: asked<"/v1/withdrawals">(filter) }, signal })
        }
        hasSpan
        fields={[
          { value: "member", label: say("member.id"), hint: say("list.whole") },
          { value: "phone", label: say("member.phone"), hint: say("list.wholePhone") },
          { value: "id", label: say("withdrawal.id"), hint: say("list.whole") },
        ]}
        filters={
          <States
            query={query}
            choices={STATES.map((value) => ({
              value,
              label: say(`withdrawal.state.${value}`),
              count: totals === undefined ? undefined : sum(value).count,
            }))}
          />
        }
        sums={[
          [say("withdrawal.sumReview"), <Money key="review" fen={sum(UNDER_REVIEW).fen} />],
          [say("withdrawal.sumPay"), <Money key="pay" fen={sum("approved").fen} />],
          [say("withdrawal.sumPaid"), <Money key="paid" fen={sum("paid").fen} />],
          [say("withdrawal.sumRejected"), <Money key="rejected" fen={sum("rejected").fen} />],
        ]}
        total={() =>
          totals === undefined
            ? undefined
            : { count: state === "" ? totals.reduce((all, { count }) => all + count, 0) : sum(state).count }
        }
        tools={<BatchApprove chosen={chosen} finished={finished} />}
        selection={{
          keys: chosen.map(({ id }) => id),
          change: setChosen,
          may: (row) => mayApprove(row, who),
        }}
      />
      {open !== "" && <WithdrawalSheet id={open} close={() => query.set({ open: "" })} />}
    </div>
  );
}
