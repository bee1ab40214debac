/** One plan: how far it has come, who does what next, what it changes, what it comes to. */
import { useQuery } from "@tanstack/react-query";
import { Button, Steps } from "antd";
import { useNavigate, useParams } from "react-router";
import { showTime } from "../../ui/figure.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PageHead } from "../pagehead.tsx";
import { checkOf } from "../plan/check.ts";
import { Diff } from "../plan/diff.tsx";
import { FactsSheet } from "../plan/facts.tsx";
import { CheckPart } from "../plan/gatecheck.tsx";
import { PublishPart } from "../plan/gatepublish.tsx";
import { SignPart } from "../plan/gatesign.tsx";
import { Withdraw } from "../plan/gatewithdraw.tsx";
import { nextOf } from "../plan/next.ts";
import { ReceiptPreview } from "../plan/preview.tsx";
import { type PlanShown, planFacts, planRead, stateOf } from "../plan/reads.ts";
import { StateTag } from "../plan/statetag.tsx";
import { useSay } from "../say.ts";
import { Tabbed } from "../tabbed.tsx";
import "../part.css";

const STEPS = ["draft", "checked", "signed", "announced", "effective"] as const;

export default function PlanPage() {
  const { name = "", version = "" } = useParams();
  const { data, error, refetch } = useQuery(planRead(name, version));
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  return <Shown plan={data} />;
}

function Shown({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const go = useNavigate();
  const who = useWho();
  const state = stateOf(plan);
  const mayDraft = who !== undefined && hasRole(who, ["owner", "finance"]);
  const isOpen = state === "draft" || (state === "checked" && plan.signatures.length === 0);
  const address = `/plans/new?name=${encodeURIComponent(plan.name)}&version=${plan.version}`;
  return (
    <div className="ws-stack">
      <PageHead
        title={say("plan.title", { name: plan.name, version: plan.version })}
        about={`${say("plans.feed")} ${plan.feed}`}
      >
        <StateTag state={state} />
        <Withdraw plan={plan} />
        {mayDraft && (
          <Button onClick={() => void go(isOpen ? `${address}&revise=draft` : address)}>
            {say(isOpen ? "plan.edit" : "plan.revise")}
          </Button>
        )}
      </PageHead>
      <section className="ws-card ws-stack" aria-label={say("plan.steps")}>
        {state !== "withdrawn" && (
          <Steps
            current={STEPS.indexOf(state)}
            status={state === "effective" ? "finish" : "process"}
            items={STEPS.map((step) => ({ title: say(`plan.step.${step}`) }))}
          />
        )}
        <p role="status">
          <strong>{nextText(plan, say, who?.id ?? null)}</strong>
        </p>
      </section>
      <Tabbed
        label={say("plan.steps")}
        tabs={[
          { key: "gate", label: say("plan.tab.gate"), children: <Gate plan={plan} /> },
          {
            key: "diff",
            label: say("edit.diffCount", { count: plan.beside.changes.length }),
            children: (
              <section className="ws-card">
                <Diff against={plan.beside.against} changes={plan.beside.changes} />
              </section>
            ),
          },
          { key: "facts", label: say("plan.tab.facts"), children: <Sheet plan={plan} /> },
          {
            key: "json",
            label: say("plan.json"),
            children: (
              <section className="ws-card">
                <pre className="console-pre">{JSON.stringify(plan.plan, null, 2)}</pre>
              </section>
            ),
          },
        ]}
      />
    </div>
  );
}

type Say = ReturnType<typeof useSay>;

function nextText(plan: PlanShown, say: Say, me: string | null): string {
  const at = plan.effective_from === null ? "" : showTime(plan.effective_from);
  return say(`plan.next.${nextOf(plan, me)}`, {
    at,
    seq: plan.effective_seq ?? "",
    reason: plan.reason ?? "",
  });
}

function Gate({ plan }: { readonly plan: PlanShown }) {
  const state = stateOf(plan);
  if (plan.check === null && state !== "draft") return <ReceiptPreview plan={plan.plan} />;
  return (
    <div className="ws-stack">
      <CheckPart plan={plan} />
      {state !== "draft" && <SignPart plan={plan} />}
      {(state === "signed" || state === "announced" || state === "effective") && <PublishPart plan={plan} />}
    </div>
  );
}

/** Who may ask what a plan would come to. */
const RECKONERS = ["owner", "finance", "risk", "marketing"];

function Sheet({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const who = useWho();
  const mayReckon = who !== undefined && hasRole(who, RECKONERS);
  const facts = useQuery({ ...planFacts(plan.plan, plan.feed), enabled: mayReckon });
  // Whoever may not have it reckoned anew reads the check as it was recorded.
  const check = facts.data?.check ?? plan.check;
  return (
    <div className="console-halves">
      <section className="ws-card ws-stack">
        <h2>{say("plan.tab.facts")}</h2>
        {facts.error !== null && <ProblemView thrown={facts.error} retry={() => void facts.refetch()} />}
        {check !== null ? (
          <FactsSheet check={checkOf(check)} />
        ) : mayReckon ? (
          facts.error === null && <Loading lines={6} />
        ) : (
          <p>{say("plan.notChecked")}</p>
        )}
      </section>
      <ReceiptPreview plan={plan.plan} />
    </div>
  );
}
