/** One member 会员: all that is known of him, in one place. */
import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useParams, useSearchParams } from "react-router";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Facts } from "../facts.tsx";
import { Acts } from "../member/acts.tsx";
import { Commissions } from "../member/commissions.tsx";
import { Consents, Devices, Locks, MemberWithdrawals } from "../member/file.tsx";
import { Head } from "../member/head.tsx";
import { History } from "../member/history.tsx";
import { MemberId } from "../member/link.tsx";
import { Lots } from "../member/lots.tsx";
import { Team } from "../member/team.tsx";
import { PageHead } from "../pagehead.tsx";
import { PurchaseList } from "../purchase/list.tsx";
import { FILES } from "../roles.ts";
import { useSay } from "../say.ts";
import { Tabbed } from "../tabbed.tsx";

export default function Member() {
  const say = useSay();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(
    read(["member", id], (signal) => client.GET("/v1/members/{id}", { params: { path: { id } }, signal })),
  );
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  return (
    <div className="ws-stack">
      <PageHead title={say("member.title", { name: data.name ?? id })}>
        <Acts id={id} sponsor={data.sponsor} />
      </PageHead>
      <section className="ws-card ws-stack">
        <Who of={data} />
        <Head id={id} />
      </section>
      <section className="ws-card">
        <MemberTabs id={id} />
      </section>
    </div>
  );
}

function Who({ of }: { readonly of: components["schemas"]["Member"] }) {
  const say = useSay();
  const identity = Object.values(of.identity ?? {});
  return (
    <Facts
      rows={[
        [say("member.id"), of.id],
        [say("member.phone"), of.phone],
        [
          say("list.state"),
          of.erased ? (
            <Tag key="state">{say("member.erased")}</Tag>
          ) : (
            <Tag key="state" color={of.active ? "success" : "warning"}>
              {say(of.active ? "member.active" : "member.inactive")}
            </Tag>
          ),
        ],
        [
          say("member.sponsor"),
          of.sponsor === null ? say("member.noSponsor") : <MemberId key="sponsor" id={of.sponsor} />,
        ],
        [say("member.joined"), of.joined_at === null ? "—" : <Time key="joined" at={of.joined_at} />],
        [say("member.identity"), identity.length === 0 ? say("member.noIdentity") : identity.join(" · ")],
      ]}
    />
  );
}

/** Who is below him, how he was locked, where he signs in and what he agreed to is no matter of finance. */
const PERSON = ["owner", "risk", "service", "auditor"];

function MemberTabs({ id }: { readonly id: string }) {
  const say = useSay();
  const who = useWho();
  const [params, setParams] = useSearchParams();
  const tabs = [
    ["lots", FILES, <Lots key="lots" id={id} />],
    ["history", FILES, <History key="history" id={id} />],
    ["purchases", FILES, <PurchaseList key="purchases" fixed={{ member: id }} />],
    ["team", PERSON, <Team key="team" id={id} />],
    ["locks", PERSON, <Locks key="locks" id={id} />],
    ["commissions", FILES, <Commissions key="commissions" id={id} />],
    ["withdrawals", FILES, <MemberWithdrawals key="withdrawals" id={id} />],
    ["devices", PERSON, <Devices key="devices" id={id} />],
    ["consents", PERSON, <Consents key="consents" id={id} />],
  ] as const;
  const open = tabs.filter(([, roles]) => who !== undefined && hasRole(who, roles));
  return (
    <Tabbed
      label={say("member.tabs")}
      chosen={params.get("tab") ?? "lots"}
      onChoose={(tab) => setParams({ tab })}
      tabs={open.map(([key, , children]) => ({ key, label: say(`member.tab.${key}`), children }))}
    />
  );
}
