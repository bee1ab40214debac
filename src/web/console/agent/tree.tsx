/** Divisions as a tree, each with its agent; what lies below is read when it is opened. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Tree } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { client, dataOf } from "../../ui/api/client.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { MemberId } from "../member/link.tsx";
import { named } from "../named.ts";
import { below } from "../region.tsx";
import { useSay } from "../say.ts";

type Division = components["schemas"]["Division"];

/** A node of the tree; its children come when it is opened. */
interface Node {
  readonly key: string;
  readonly division: Division;
  readonly isLeaf: boolean;
  children?: Node[];
}

export function AgentTree() {
  const say = useSay();
  const cache = useQueryClient();
  // As far as it was opened.
  const [opened, setOpened] = useState<Node[]>();
  const top = useQuery(below(null));
  const agents = useQuery({ queryKey: ["agents", "holders"], queryFn: ({ signal }) => holders(signal) });
  for (const { data, error, refetch } of [agents, top]) {
    if (data === undefined && error !== null) {
      return <ProblemView thrown={error} retry={() => void refetch()} />;
    }
  }
  if (top.data === undefined || agents.data === undefined) return <Loading lines={8} />;
  const nodes = opened ?? top.data.items.map(nodeOf);
  const held = agents.data;
  return (
    <div className="ws-stack">
      <p className="ws-soft">{say("agent.treeHint")}</p>
      <Tree<Node>
        treeData={nodes}
        selectable={false}
        loadData={async (node) => {
          const { items } = await cache.fetchQuery(below(node.key));
          const children = items.map(nodeOf);
          setOpened((all) => (all ?? nodes).map((one) => withChildren(one, node.key, children)));
        }}
        titleRender={({ division }) => (
          <span className="ws-row">
            <span>
              {named(division, say.language)} <span className="ws-soft">{division.code}</span>
            </span>
            {held.has(division.code) && (
              <MemberId id={held.get(division.code) ?? ""}>
                {say("agent.heldBy", { member: held.get(division.code) ?? "" })}
              </MemberId>
            )}
          </span>
        )}
      />
    </div>
  );
}

/** Who holds which division now. There are at most as many agents as divisions. */
async function holders(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const held = new Map<string, string>();
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof appointed>> = await appointed(cursor, signal);
    for (const { region, member } of page.items) held.set(region, member);
    cursor = page.next_cursor;
  }
  return held;
}

function appointed(cursor: string, signal: AbortSignal) {
  const query = { state: "appointed" as const, limit: 100, ...(cursor === "" ? {} : { cursor }) };
  return dataOf(client.GET("/v1/agents", { params: { query }, signal }));
}

function nodeOf(division: Division): Node {
  return { key: division.code, division, isLeaf: division.leaf || division.level === "district" };
}

function withChildren(node: Node, key: string, children: Node[]): Node {
  if (node.key === key) return { ...node, children };
  if (node.children === undefined) return node;
  return { ...node, children: node.children.map((one) => withChildren(one, key, children)) };
}
