/** One withdrawal, all of it, with what may be done now and by whom. */
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Tag } from "antd";
import { useState } from "react";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Facts } from "../facts.tsx";
import { MemberLink } from "../member/link.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { type DeedName, WithdrawalDeed } from "./deeds.tsx";
import { Destination } from "./destination.tsx";
import { mayApprove, mayPay, mayReject, tint, type WithdrawalLine } from "./withdrawal.ts";

export function WithdrawalSheet({ id, close }: { readonly id: string; readonly close: () => void }) {
  const say = useSay();
  const { data, error, refetch } = useQuery(
    read(["withdrawals", id], (signal) =>
      client.GET("/v1/withdrawals/{id}", { params: { path: { id } }, signal }),
    ),
  );
  return (
    <Drawer open title={say("withdrawal.title")} size="large" onClose={close}>
      {error !== null && data === undefined ? (
        <ProblemView thrown={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading lines={8} />
      ) : (
        <Sheet of={data} />
      )}
    </Drawer>
  );
}

function Sheet({ of }: { readonly of: WithdrawalLine }) {
  const say = useSay();
  const who = useWho();
  const [deed, setDeed] = useState<DeedName | null>(null);
  const isMineFirst = of.state === "first_approved" && of.first_by === who?.id;
  return (
    <div className="ws-stack">
      <div className="ws-row ws-between">
        <Money fen={of.amount_fen} big />
        <Tag color={tint(of.state)}>{say(`withdrawal.state.${of.state}`)}</Tag>
      </div>
      {of.officers === 2 && <p className="ws-note">{say("withdrawal.two")}</p>}
      {isMineFirst && <p className="ws-note">{say("withdrawal.mineFirst")}</p>}
      {of.reason !== null && (
        <p className="ws-note ws-note-bad">{say("withdrawal.why", { reason: of.reason })}</p>
      )}
      <div className="ws-row">
        {mayApprove(of, who) && (
          <Button type="primary" onClick={() => setDeed("approve")}>
            {say(of.state === "first_approved" ? "withdrawal.approveSecond" : "withdrawal.approve")}
          </Button>
        )}
        {mayPay(of, who) && (
          <Button type="primary" onClick={() => setDeed("pay")}>
            {say("withdrawal.pay")}
          </Button>
        )}
        {mayPay(of, who) && of.way === "bank_card" && <Destination of={of} />}
        {mayReject(of, who) && (
          <Button danger onClick={() => setDeed("reject")}>
            {say("withdrawal.reject")}
          </Button>
        )}
      </div>
      <Details of={of} />
      {deed !== null && <WithdrawalDeed name={deed} of={of} close={() => setDeed(null)} />}
    </div>
  );
}

function Details({ of }: { readonly of: WithdrawalLine }) {
  const say = useSay();
  const money = (fen: number | null) => (fen === null ? "—" : <Money fen={fen} />);
  const time = (at: string | null) => (at === null ? "—" : <Time at={at} detail="second" />);
  return (
    <Facts
      rows={[
        [say("list.member"), <MemberLink key="member" of={of} />],
        [say("withdrawal.source"), say(`withdrawal.source.${of.source}`)],
        [say("withdrawal.tax"), money(of.tax_fen)],
        [say("withdrawal.net"), money(of.net_fen)],
        [
          say("withdrawal.way"),
          say(of.way === "bank_card" ? "withdrawal.way.bank_card" : "withdrawal.way.demo"),
        ],
        [say("withdrawal.payee"), of.payee],
        [say("withdrawal.asked"), time(of.created_at)],
        [say("withdrawal.officers"), say("withdrawal.officersCount", { count: of.officers })],
        [say("withdrawal.first"), <StaffName key="first" id={of.first_by} />],
        [say("withdrawal.approved"), <StaffName key="approved" id={of.approved_by} />],
        [say("withdrawal.decided"), time(of.decided_at)],
        [say("withdrawal.paidBy"), <StaffName key="paid" id={of.paid_by} />],
        [say("withdrawal.paidAt"), time(of.paid_at)],
        [say("withdrawal.voucher"), of.voucher],
        [say("withdrawal.heldSeq"), of.held_seq],
        [say("withdrawal.settledSeq"), of.settled_seq],
        [say("withdrawal.id"), of.id],
      ]}
    />
  );
}
