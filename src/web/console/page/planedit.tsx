/** The plan editor: form, JSON and changes at the left, what comes of them at the right, at once. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { poolRate, readPlan, showPercent } from "#engine";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { useLater } from "../../ui/later.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PageHead } from "../pagehead.tsx";
import { type Check, checkOf } from "../plan/check.ts";
import { Diff } from "../plan/diff.tsx";
import { FactsSheet } from "../plan/facts.tsx";
import { PlanFields } from "../plan/form.tsx";
import { PlanJson } from "../plan/jsontext.tsx";
import { ReceiptPreview } from "../plan/preview.tsx";
import { planFacts, planList, planRead, presetList } from "../plan/reads.ts";
import { formOf, type Json, jsonOf } from "../plan/shape.ts";
import { useSay } from "../say.ts";
import { Tabbed } from "../tabbed.tsx";
import "../part.css";

const MAIN = "main";

/** Waits for what it begins from: ?name=&version= of a plan there is, else the one in force. */
export default function PlanEdit() {
  const [params, setParams] = useSearchParams();
  const plans = useQuery(planList);
  const presets = useQuery(presetList);
  const inForce = plans.data?.in_force.find(({ feed }) => feed === MAIN) ?? plans.data?.in_force[0];
  const name = params.get("name") ?? inForce?.name ?? "";
  const version = params.get("version") ?? `${inForce?.version ?? ""}`;
  const preset = presets.data?.items.find((one) => one.name === params.get("preset"));
  const base = useQuery({ ...planRead(name, version), enabled: preset === undefined && name !== "" });
  const thrown = plans.error ?? presets.error ?? base.error;
  const begin: Json | undefined = preset?.plan ?? base.data?.plan;
  // What is being written stays when a later asking fails.
  if (plans.data === undefined || presets.data === undefined || begin === undefined)
    return thrown === null ? <Loading lines={8} /> : <ProblemView thrown={thrown} />;
  const draft = params.get("revise") === "draft" && base.data?.state !== "effective";
  const used = [...plans.data.items, ...plans.data.in_force].filter((one) => one.name === begin["name"]);
  const highest = used.reduce((most, one) => Math.max(most, one.version), 0);
  const plan = draft ? begin : { ...begin, version: highest + 1 };
  const choices = [
    ...plans.data.in_force.map((one) => ({ ...one, key: `${one.name}@${one.version}`, isPreset: false })),
    ...presets.data.items.map((one) => ({ ...one, key: `preset ${one.name}`, isPreset: true })),
  ];
  const key = preset === undefined ? `${name}@${version}` : `preset ${preset.name}`;
  return (
    <Editor
      key={`${key} ${draft}`}
      begin={plan}
      feed={base.data?.feed ?? MAIN}
      from={key}
      choices={choices}
      choose={(chosen) => {
        const one = choices.find((choice) => choice.key === chosen);
        if (one === undefined) return;
        setParams(one.isPreset ? { preset: one.name } : { name: one.name, version: `${one.version}` });
      }}
    />
  );
}

interface Choice {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly isPreset: boolean;
}

interface EditorProps {
  readonly begin: Json;
  readonly feed: string;
  readonly from: string;
  readonly choices: readonly Choice[];
  readonly choose: (key: string) => void;
}

function Editor({ begin, feed, from, choices, choose }: EditorProps) {
  const say = useSay();
  const go = useNavigate();
  const [plan, setPlan] = useState(begin);
  const [form, setForm] = useState(() => formOf(begin));
  const settled = useLater(plan);
  const facts = useQuery({ ...planFacts(settled, feed), placeholderData: keepPreviousData });
  const read = useMemo(() => readPlan(plan), [plan]);
  const check = facts.data === undefined ? undefined : checkOf(facts.data.check);
  const faults = new Map((check?.faults ?? []).map((fault) => [fault.path, fault[say.language]]));
  const keep = useAction({
    name: "plan.draft",
    send: (draft: { readonly plan: Json; readonly feed: string }, key) =>
      client.POST("/v1/plans", {
        params: { header: { "Idempotency-Key": key } },
        body: { plan: { ...draft.plan }, feed: draft.feed },
      }),
    refresh: ["plans"],
    done: ({ name, version }) => void go(`/plans/${encodeURIComponent(name)}/${version}`),
  });
  const changes = facts.data?.changes ?? [];
  const isRead = "plan" in read;
  return (
    <div className="ws-stack">
      <PageHead title={say("edit.title")} about={say("edit.fromHint")}>
        <Select
          aria-label={say("edit.from")}
          className="console-wide"
          value={from}
          options={choices.map(({ key, name, version, isPreset }) => ({
            value: key,
            label: say(isPreset ? "edit.preset" : "edit.inForce", { name, version }),
          }))}
          onChange={choose}
        />
      </PageHead>
      <div className="console-halves">
        <div className="ws-stack">
          <Tabbed
            label={say("edit.title")}
            tabs={[
              {
                key: "form",
                label: say("edit.form"),
                children: (
                  <PlanFields
                    form={form}
                    change={(next) => {
                      setForm(next);
                      setPlan(jsonOf(next, plan));
                    }}
                    faults={isRead ? NO_FAULTS : faults}
                    rest={isRead ? showPercent(poolRate(read.plan)) : null}
                  />
                ),
              },
              {
                key: "json",
                label: say("edit.json"),
                children: (
                  <PlanJson
                    plan={plan}
                    change={(next) => {
                      setPlan(next);
                      setForm(formOf(next));
                    }}
                  />
                ),
              },
              {
                key: "diff",
                label: say("edit.diffCount", { count: changes.length }),
                children: <Diff against={facts.data?.against ?? null} changes={changes} />,
              },
            ]}
          />
          <section className="ws-card ws-row">
            <Button
              type="primary"
              size="large"
              disabled={!isRead}
              loading={keep.isBusy}
              onClick={() => keep.run({ plan, feed })}
            >
              {say("edit.save")}
            </Button>
            <span className="ws-soft">
              {isRead ? say("edit.saveHint") : say("edit.faults", { count: read.faults.length })}
            </span>
            <ActionNote action={keep} />
          </section>
        </div>
        <Beside facts={facts} check={check} plan={plan} />
      </div>
    </div>
  );
}

interface BesideProps {
  readonly facts: { readonly error: unknown; readonly isFetching: boolean; readonly refetch: () => unknown };
  readonly check: Check | undefined;
  readonly plan: Json;
}

/** What comes of the plan as it stands. */
function Beside({ facts, check, plan }: BesideProps) {
  const say = useSay();
  return (
    <aside className="console-beside">
      <Tabbed
        label={say("facts.title")}
        tabs={[
          {
            key: "facts",
            label: say("facts.title"),
            children: (
              <section
                className="ws-card ws-stack"
                aria-label={say("facts.title")}
                aria-busy={facts.isFetching}
              >
                {facts.error !== null && (
                  <ProblemView thrown={facts.error} retry={() => void facts.refetch()} />
                )}
                {check === undefined ? (
                  facts.error === null && <Loading lines={6} />
                ) : (
                  <FactsSheet check={check} />
                )}
              </section>
            ),
          },
          { key: "receipt", label: say("preview.tab"), children: <ReceiptPreview plan={plan} /> },
        ]}
      />
    </aside>
  );
}

const NO_FAULTS: ReadonlyMap<string, string> = new Map();
