/** Members 会员: find one by number, phone or name, or narrow them by store, sponsor and arrears. */
import { Checkbox, Select } from "antd";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { useMemberColumns } from "../member/columns.tsx";
import { NewMember } from "../member/new.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";

const SORTS = ["joined", "points", "spend"] as const;
/** Who sees what members hold; marketing sees what they spend. */
const HOLDINGS = ["owner", "finance", "risk", "service", "auditor"];

const NAMES = ["sort", "arrears"];

export default function Members() {
  const say = useSay();
  const query = useListQuery({ field: "phone", names: NAMES });
  const columns = useMemberColumns();
  const who = useWho();
  const seesHeld = who !== undefined && hasRole(who, HOLDINGS);
  return (
    <div className="ws-stack">
      <PageHead title={say("section.members")} about={say("member.about")}>
        <NewMember />
      </PageHead>
      <List
        name="members"
        query={query}
        exported="members"
        columns={columns}
        keyOf={({ id }) => id}
        ask={(filter, signal) =>
          client.GET("/v1/members", { params: { query: asked<"/v1/members">(filter) }, signal })
        }
        hasSpan
        fields={[
          { value: "phone", label: say("member.phone"), hint: say("list.wholePhone") },
          { value: "id", label: say("member.id"), hint: say("list.begins") },
          { value: "name", label: say("member.name"), hint: say("list.begins") },
          { value: "store", label: say("member.store"), hint: say("member.storeHint") },
          { value: "sponsor", label: say("member.sponsor"), hint: say("list.whole") },
        ]}
        filters={
          <>
            <Select
              aria-label={say("member.sort")}
              value={query.get("sort") || "joined"}
              options={SORTS.filter((value) => seesHeld || value !== "points").map((value) => ({
                value,
                label: say(`member.sort.${value}`),
              }))}
              onChange={(value) => query.set({ sort: value === "joined" ? "" : value })}
              popupMatchSelectWidth={false}
            />
            {seesHeld && (
              <Checkbox
                checked={query.get("arrears") === "true"}
                onChange={({ target }) => query.set({ arrears: target.checked ? "true" : "" })}
              >
                {say("member.arrears")}
              </Checkbox>
            )}
          </>
        }
        total={(answer) =>
          answer === undefined ? undefined : { count: answer.total, isMore: answer.total_more }
        }
      />
    </div>
  );
}
