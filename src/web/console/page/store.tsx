/**
 * One store 门店: its contract, its code to print, its people and keys, its settlement and what it earns
 * elsewhere.
 */
import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useParams, useSearchParams } from "react-router";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Facts } from "../facts.tsx";
import { MemberId } from "../member/link.tsx";
import { named } from "../named.ts";
import { PageHead } from "../pagehead.tsx";
import { PurchaseList } from "../purchase/list.tsx";
import { FILES } from "../roles.ts";
import { useSay } from "../say.ts";
import { ChangeStore } from "../store/change.tsx";
import { Clerks } from "../store/clerks.tsx";
import { Elsewhere } from "../store/elsewhere.tsx";
import { StoreHistory } from "../store/history.tsx";
import { Keys } from "../store/keys.tsx";
import { StoreMembers } from "../store/members.tsx";
import { Poster } from "../store/poster.tsx";
import { Settlement } from "../store/settlement.tsx";
import { type Store, TINTS } from "../store/store.ts";
import { Tabbed } from "../tabbed.tsx";

export default function StorePage() {
  const say = useSay();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(
    read(["stores", id], (signal) => client.GET("/v1/stores/{id}", { params: { path: { id } }, signal })),
  );
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  return (
    <div className="ws-stack">
      <PageHead title={named(data, say.language)} about={data.region_path.join(" ")}>
        <ChangeStore of={data} />
      </PageHead>
      <section className="ws-card">
        <Contract of={data} />
      </section>
      <section className="ws-card">
        <StoreTabs of={data} />
      </section>
    </div>
  );
}

function Contract({ of }: { readonly of: Store }) {
  const say = useSay();
  return (
    <div className="ws-stack">
      {of.reason !== null && <p className="ws-note ws-note-bad">{of.reason}</p>}
      <Facts
        rows={[
          [say("store.id"), of.id],
          [
            say("list.state"),
            <Tag key="state" color={TINTS[of.state]}>
              {say(`store.state.${of.state}`)}
            </Tag>,
          ],
          [say("store.owner"), of.owner === null ? "—" : <MemberId key="owner" id={of.owner} />],
          [say("store.take"), of.take ?? say("store.byPlan")],
          [say("store.address"), of.address],
          [say("store.phone"), of.phone],
          [say("store.goods"), say(of.goods ? "do.yes" : "do.no")],
          [say("store.since"), <Time key="since" at={of.created_at} />],
        ]}
      />
    </div>
  );
}

const BOOKS = ["owner", "finance", "risk", "auditor"];
const PEOPLE = ["owner", "risk", "service", "auditor"];
const KEYS = ["owner", "risk", "auditor"];
const CODES = ["owner", "service", "marketing", "auditor"];
const LOCKED = ["owner", "risk", "service", "marketing", "auditor"];

function StoreTabs({ of }: { readonly of: Store }) {
  const say = useSay();
  const who = useWho();
  const [params, setParams] = useSearchParams();
  const { id } = of;
  const tabs = [
    ["settlement", BOOKS, <Settlement key="settlement" id={id} />],
    ["purchases", FILES, <PurchaseList key="purchases" fixed={{ merchant: id }} />],
    ["history", FILES, <StoreHistory key="history" id={id} />],
    ["poster", CODES, <Poster key="poster" of={of} />],
    ["members", LOCKED, <StoreMembers key="members" id={id} />],
    ["elsewhere", BOOKS, <Elsewhere key="elsewhere" id={id} />],
    ["clerks", PEOPLE, <Clerks key="clerks" id={id} />],
    ["keys", KEYS, <Keys key="keys" id={id} />],
  ] as const;
  const open = tabs.filter(([, roles]) => who !== undefined && hasRole(who, roles));
  return (
    <Tabbed
      label={say("store.tabs")}
      chosen={params.get("tab") ?? open[0]?.[0] ?? ""}
      onChoose={(tab) => setParams({ tab })}
      tabs={open.map(([key, , children]) => ({ key, label: say(`store.tab.${key}`), children }))}
    />
  );
}
