/** The check 检查 on the way of a plan: verdict, its conditions, and recording what they want. */
import { Button, Checkbox, Form, Input, Tag } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { checkOf } from "./check.ts";
import { VerdictTag } from "./facts.tsx";
import { conditionsOf, wantedOf, wayOf } from "./next.ts";
import type { PlanShown } from "./reads.ts";

type Recorded = Readonly<Record<string, Record<string, string>>>;

/** Needs that are a yes and no more. */
const CONFIRMED: ReadonlySet<string> = new Set(["in_store_only", "operator_is_seller"]);
const NEEDS = [
  ...["filing_no", "disclosure_date", "cooling_off_end"],
  ...["in_store_only", "commission_freeze", "operator_is_seller"],
] as const;
type Need = (typeof NEEDS)[number];
const isNeed = (need: string): need is Need => NEEDS.some((one) => one === need);

export function CheckPart({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const who = useWho();
  const { name, version } = plan;
  const check = useAction({
    name: `plan.check.${name}@${version}`,
    send: (recorded: Recorded, key) =>
      client.POST("/v1/plans/{name}/{version}/check", {
        params: { path: { name, version: `${version}` }, header: { "Idempotency-Key": key } },
        body: { recorded: Object.fromEntries(Object.entries(recorded)) },
      }),
    refresh: ["plans"],
  });
  const mayCheck = who !== undefined && hasRole(who, ["owner", "finance", "risk"]);
  const isOpen = plan.signatures.length === 0 && (plan.state === "draft" || plan.state === "checked");
  return (
    <section className="ws-card ws-stack">
      <div className="ws-row ws-between">
        <div className="ws-row">
          <h2>{say("plans.verdict")}</h2>
          {plan.verdict !== null && <VerdictTag verdict={plan.verdict} />}
          {plan.checked_by !== null && (
            <span className="ws-soft">
              {say("plan.checked")} <StaffName id={plan.checked_by} />
            </span>
          )}
        </div>
        {isOpen && plan.state === "draft" && (
          <Button type="primary" disabled={!mayCheck} loading={check.isBusy} onClick={() => check.run({})}>
            {say("plan.check")}
          </Button>
        )}
      </div>
      {isOpen && !mayCheck && <p className="ws-soft">{say("plan.notYours")}</p>}
      <ActionNote action={check} />
      <Reasons plan={plan} />
      {plan.check !== null && (
        <Conditions
          plan={plan}
          isOpen={isOpen && mayCheck && plan.state === "checked"}
          isBusy={check.isBusy}
          record={check.run}
        />
      )}
    </section>
  );
}

/** Why it may not be published, in the check's own sentences. */
function Reasons({ plan }: { readonly plan: PlanShown }) {
  const { language } = useSay();
  if (plan.check === null) return null;
  const { faults, rules } = checkOf(plan.check);
  const refused = rules.filter(({ status }) => status === "refused");
  const texts = [...faults, ...refused].map((one) => one[language]);
  if (texts.length === 0) return null;
  return (
    <ul className="ws-note ws-note-bad console-sentences">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

interface ConditionsProps {
  readonly plan: PlanShown;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly record: (recorded: Recorded) => void;
}

function Conditions({ plan, isOpen, isBusy, record }: ConditionsProps) {
  const say = useSay();
  const wanted = wantedOf(plan);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const standing = (rule: string, need: string) =>
    typed[`${rule}.${need}`] ?? plan.recorded[rule]?.[need] ?? "";
  const set = (rule: string, need: string, value: string) =>
    setTyped({ ...typed, [`${rule}.${need}`]: value });
  const send = () => {
    const recorded: Record<string, Record<string, string>> = {};
    for (const { rule, need } of wanted) {
      const value = standing(rule.id, need).trim();
      if (value !== "") recorded[rule.id] = { ...recorded[rule.id], [need]: value };
    }
    record(recorded);
  };
  const conditions = conditionsOf(plan);
  if (conditions.length === 0) return <p>{say("plan.noConditions")}</p>;
  return (
    <div className="ws-stack">
      <h3>{say("plan.conditions")}</h3>
      <ol className="console-conditions">
        {conditions.map((rule) => (
          <li key={rule.id}>
            <p>{rule[say.language]}</p>
            {rule.needs.map((need) => {
              const way = wayOf(need);
              if (way === "publishing") return <Tag key={need}>{say("plan.byPublishing")}</Tag>;
              if (way === "signing")
                return need === "text_sha256" && <Tag key={need}>{say("plan.bySigning")}</Tag>;
              return (
                <NeedField
                  key={need}
                  need={need}
                  value={standing(rule.id, need)}
                  isRecorded={(plan.recorded[rule.id]?.[need] ?? "") !== ""}
                  isOpen={isOpen}
                  set={(value) => set(rule.id, need, value)}
                />
              );
            })}
          </li>
        ))}
      </ol>
      {isOpen && wanted.length > 0 && (
        <div>
          <Button
            type={wanted.some(({ value }) => value === "") ? "primary" : "default"}
            loading={isBusy}
            onClick={send}
          >
            {say("plan.checkAgain")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface NeedProps {
  readonly need: string;
  readonly value: string;
  readonly isRecorded: boolean;
  readonly isOpen: boolean;
  readonly set: (value: string) => void;
}

function NeedField({ need, value, isRecorded, isOpen, set }: NeedProps) {
  const say = useSay();
  const label = isNeed(need) ? say(`plan.need.${need}`) : need;
  const mark = (
    <Tag color={isRecorded ? "success" : "warning"}>{say(isRecorded ? "plan.recorded" : "plan.missing")}</Tag>
  );
  if (CONFIRMED.has(need)) {
    return (
      <div className="ws-row">
        <Checkbox
          disabled={!isOpen}
          checked={value !== ""}
          onChange={({ target }) => set(target.checked ? "yes" : "")}
        >
          {label}
        </Checkbox>
        {mark}
      </div>
    );
  }
  const id = `need-${need}`;
  const isDate = need.endsWith("_date") || need.endsWith("_end");
  return (
    <Form.Item label={label} htmlFor={id} layout="vertical" className="console-need">
      <div className="ws-row">
        <Input
          id={id}
          className="console-narrow"
          type={isDate ? "date" : "text"}
          disabled={!isOpen}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
        {mark}
      </div>
    </Form.Item>
  );
}
