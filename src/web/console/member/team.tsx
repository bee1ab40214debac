/** A member's team: those right below him and those below them, masked. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Money, Time } from "../../ui/figures.tsx";
import type { Column } from "../list/column.ts";
import { MoreTable } from "../list/more.tsx";
import { Summary } from "../list/summary.tsx";
import { useSay } from "../say.ts";
import { MemberId } from "./link.tsx";

type Row = components["schemas"]["Team"]["items"][number];

export function Team({ id }: { readonly id: string }) {
  const say = useSay();
  const [level, setLevel] = useState<"1" | "2">("1");
  const sums = useQuery(
    read(["member", id, "team"], (signal) =>
      client.GET("/v1/members/{id}/team", { params: { path: { id }, query: { limit: 1 } }, signal }),
    ),
  ).data;
  const columns: readonly Column<Row>[] = [
    { key: "id", title: say("member.id"), show: (row) => <MemberId id={row.id} /> },
    { key: "name", title: say("member.name"), show: (row) => row.name ?? "—" },
    { key: "phone", title: say("member.phone"), show: (row) => row.phone ?? "—" },
    { key: "sponsor", title: say("member.sponsor"), show: (row) => <MemberId id={row.sponsor} /> },
    { key: "joined", title: say("member.joined"), show: (row) => <Time at={row.joined_at} /> },
  ];
  return (
    <div className="ws-stack">
      {sums !== undefined && (
        <Summary
          sums={[
            [say("team.level1"), sums.counts.level1],
            [say("team.spend1"), <Money key="1" fen={sums.spend_fen.level1} />],
            [say("team.earned1"), <Money key="2" fen={sums.earned_fen.level1} />],
            [say("team.level2"), sums.counts.level2],
            [say("team.spend2"), <Money key="3" fen={sums.spend_fen.level2} />],
            [say("team.earned2"), <Money key="4" fen={sums.earned_fen.level2} />],
          ]}
        />
      )}
      <div>
        <Segmented
          aria-label={say("team.level")}
          value={level}
          options={[
            { value: "1", label: say("team.level1") },
            { value: "2", label: say("team.level2") },
          ]}
          onChange={setLevel}
        />
      </div>
      <MoreTable
        name={["member", id, "team", level]}
        columns={columns}
        keyOf={(row) => row.id}
        nothing={say("team.nobody")}
        ask={(cursor, signal) =>
          client.GET("/v1/members/{id}/team", {
            params: { path: { id }, query: { level, ...cursor } },
            signal,
          })
        }
      />
    </div>
  );
}
