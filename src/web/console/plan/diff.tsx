/** What a plan changes against the one in force, place by place. */
import { Table } from "antd";
import type { components } from "#client";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";

type Change = components["schemas"]["PlanChange"];

interface Props {
  readonly against: { readonly name: string; readonly version: number } | null;
  readonly changes: readonly Change[];
}

export function Diff({ against, changes }: Props) {
  const say = useSay();
  if (against === null) return <p className="ws-note">{say("plan.diffFirst")}</p>;
  const shown = (value: unknown) =>
    value === null || value === undefined ? (
      <span className="ws-soft">{say("plan.absent")}</span>
    ) : (
      <code>{typeof value === "string" ? value : JSON.stringify(value)}</code>
    );
  return (
    <div className="ws-stack">
      <p>{say("plan.against", against)}</p>
      {changes.length === 0 ? (
        <p>{say("plan.diffNone")}</p>
      ) : (
        <Sideways label={say("plan.diff")}>
          <Table<Change>
            size="small"
            rowKey="path"
            dataSource={[...changes]}
            pagination={false}
            columns={[
              { key: "path", title: say("plan.where"), render: (_, { path }) => <code>{path}</code> },
              { key: "before", title: say("plan.before"), render: (_, { before }) => shown(before) },
              { key: "after", title: say("plan.after"), render: (_, { after }) => shown(after) },
            ]}
          />
        </Sideways>
      )}
    </div>
  );
}
