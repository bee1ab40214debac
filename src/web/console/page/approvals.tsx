/** Approvals 复核: what one officer asked and another has to decide. */
import { Button, Tag } from "antd";
import { useState } from "react";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import type { Approval } from "../approval/payload.tsx";
import { ApprovalSheet, TINTS } from "../approval/sheet.tsx";
import type { Column } from "../list/column.ts";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { States } from "../list/states.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";

const STATES = ["asked", "approved", "done", "rejected", "expired"] as const;
/** What has steps of its own (plans, withdrawals) is signed where it stands. */
const KINDS = ["injection", "sponsor_correction"] as const;

const NAMES = ["state", "kind"];

export default function Approvals() {
  const say = useSay();
  const query = useListQuery({ field: "kind", names: NAMES });
  const [opened, setOpened] = useState<Approval | null>(null);
  const columns: readonly Column<Approval>[] = [
    { key: "asked_at", title: say("approval.askedAt"), show: (row) => <Time at={row.asked_at} /> },
    { key: "kind", title: say("approval.kind"), show: (row) => say(`approval.kind.${row.kind}`) },
    { key: "subject", title: say("approval.subject"), show: (row) => row.subject },
    {
      key: "state",
      title: say("list.state"),
      show: (row) => <Tag color={TINTS[row.state]}>{say(`approval.state.${row.state}`)}</Tag>,
    },
    { key: "asked_by", title: say("approval.askedBy"), show: (row) => <StaffName id={row.asked_by} /> },
    { key: "expires_at", title: say("approval.expires"), show: (row) => <Time at={row.expires_at} /> },
    { key: "decided_by", title: say("approval.decidedBy"), show: (row) => <StaffName id={row.decided_by} /> },
    {
      key: "open",
      title: say("list.deal"),
      show: (row) => (
        <Button size="small" onClick={() => setOpened(row)}>
          {say("do.open")}
        </Button>
      ),
    },
  ];
  return (
    <div className="ws-stack">
      <PageHead title={say("section.approvals")} about={say("approval.about")} />
      <List
        name="approvals"
        query={query}
        columns={columns}
        keyOf={({ id }) => id}
        ask={(filter, signal) =>
          client.GET("/v1/approvals", { params: { query: asked<"/v1/approvals">(filter) }, signal })
        }
        filters={
          <>
            <States
              query={query}
              choices={STATES.map((value) => ({ value, label: say(`approval.state.${value}`) }))}
            />
            <States
              query={query}
              name="kind"
              choices={KINDS.map((value) => ({ value, label: say(`approval.kind.${value}`) }))}
            />
          </>
        }
      />
      {opened !== null && <ApprovalSheet of={opened} close={() => setOpened(null)} />}
    </div>
  );
}
