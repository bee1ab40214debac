/** The operation log 操作日志: who did what to what; chained, never changed. */
import { Popover, Select } from "antd";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { RoleTags } from "../admin/roles.tsx";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Line = components["schemas"]["AuditLine"];

/** Deeds by what they are done to: the log finds all that begin with one. */
const GROUPS = [
  ...["plan", "injection", "withdrawal", "approval", "staff", "key"],
  ...["webhook", "setting", "store", "member", "session", "export"],
] as const;

export default function Log() {
  const say = useSay();
  const query = useListQuery({ field: "target" });
  const groups = GROUPS.map((value) => ({ value, label: say(`log.group.${value}`) }));
  return (
    <div className="ws-stack">
      <PageHead title={say("log.deeds")} about={say("log.about")} />
      <SubPages of="log" />
      <List<Line, { readonly items: Line[]; readonly next_cursor: string | null }>
        name="audit"
        query={query}
        hasSpan
        keyOf={({ seq }) => `${seq}`}
        ask={(filter, signal) => client.GET("/v1/audit", { params: { query: asked(filter) }, signal })}
        fields={[
          { value: "target", label: say("log.target"), hint: "plan:local-life@2" },
          { value: "who", label: say("log.who"), hint: say("books.wholeId") },
        ]}
        filters={
          <Select
            aria-label={say("log.action")}
            className="console-narrow"
            value={query.get("action")}
            options={[{ value: "", label: say("log.all") }, ...groups]}
            onChange={(action) => query.set({ action })}
          />
        }
        columns={[
          { key: "seq", title: say("log.seq"), show: ({ seq }) => seq },
          { key: "at", title: say("log.at"), show: ({ at }) => <Time at={at} detail="second" /> },
          {
            key: "who",
            title: say("log.who"),
            show: ({ who }) => (who === "system" ? say("log.system") : <StaffName id={who} />),
          },
          { key: "role", title: say("log.role"), show: ({ role }) => <RoleTags roles={role.split("+")} /> },
          { key: "action", title: say("log.action"), show: ({ action }) => <code>{action}</code> },
          { key: "target", title: say("log.target"), show: ({ target }) => <code>{target}</code> },
          { key: "before", title: say("log.before"), show: ({ before }) => <Value of={before} /> },
          { key: "after", title: say("log.after"), show: ({ after }) => <Value of={after} /> },
          { key: "ip", title: say("log.ip"), show: ({ ip }) => ip ?? "—", isSpare: true },
          {
            key: "head",
            title: say("books.head"),
            show: ({ head }) => <code>{head.slice(0, 12)}…</code>,
            isSpare: true,
          },
        ]}
      />
    </div>
  );
}

/** A value of the log: short in its column, whole when it is opened. */
function Value({ of }: { readonly of: unknown }) {
  if (of === null || of === undefined) return <>—</>;
  const text = typeof of === "string" ? of : JSON.stringify(of);
  return (
    <Popover
      trigger="click"
      content={<pre className="console-pre console-pop">{JSON.stringify(of, null, 2)}</pre>}
    >
      <button type="button" className="console-value console-open" data-ellipsis>
        {text}
      </button>
    </Popover>
  );
}
