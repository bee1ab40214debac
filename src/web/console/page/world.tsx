/** A simulation in a made-up world 设定的世界, with an adversary or without. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, InputNumber, Radio, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { PlanChoice, type PlanName } from "../simulate/planchoice.tsx";
import { worldList } from "../simulate/reads.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

const ADVERSARIES = [
  ...["none", "all", "wash_ring", "bank_run"],
  ...["exit_cascade", "front_run", "growth_stop", "part_sale"],
] as const;
type Adversary = (typeof ADVERSARIES)[number];

interface Asked {
  readonly plan: PlanName;
  readonly world: string;
  readonly runs: number;
  readonly seed: number;
  readonly adversary: Adversary;
}

const RUNS = 20;
const MOST_RUNS = 500;

export default function WorldPage() {
  const say = useSay();
  const { data, error, refetch } = useQuery(worldList);
  const [world, setWorld] = useState("growing");
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  return (
    <div className="ws-stack">
      <PageHead title={say("sim.worldTitle")} about={say("sim.worldAbout")} />
      <SubPages of="simulation" />
      <section className="ws-card ws-stack">
        <h2>{say("sim.worldChoice")}</h2>
        <Radio.Group
          className="console-worlds"
          value={world}
          onChange={({ target }) => setWorld(`${target.value}`)}
          aria-label={say("sim.worldChoice")}
        >
          {data.items.map((one) => (
            <Radio key={one.name} value={one.name}>
              <strong>{one.title[say.language]}</strong>{" "}
              <span className="ws-soft">
                {say("sim.days", { days: one.days })} · {one.description[say.language]}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </section>
      <Start world={world} />
    </div>
  );
}

function Start({ world }: { readonly world: string }) {
  const say = useSay();
  const go = useNavigate();
  const [plan, setPlan] = useState<PlanName | null>(null);
  const [runs, setRuns] = useState(RUNS);
  const [seed, setSeed] = useState(1);
  const [adversary, setAdversary] = useState<Adversary>("none");
  const start = useAction({
    name: "simulation.world",
    send: ({ adversary: against, plan: by, ...asked }: Asked, key) =>
      client.POST("/v1/simulations", {
        params: { header: { "Idempotency-Key": key } },
        body: {
          kind: "simulate",
          plan: { ...by },
          ...asked,
          ...(against === "none" ? {} : { adversary: against }),
        },
      }),
    refresh: ["simulations"],
    done: ({ id }) => void go(`/simulation/${id}`),
  });
  return (
    <section className="ws-card ws-stack">
      <Form layout="vertical" component="div" className="console-fields">
        <Form.Item label={say("sim.planChoice")} htmlFor="world-plan">
          <PlanChoice id="world-plan" value={plan} choose={setPlan} />
        </Form.Item>
        <Form.Item label={say("sim.adversary")} htmlFor="world-adversary">
          <Select
            id="world-adversary"
            value={adversary}
            options={ADVERSARIES.map((value) => ({
              value,
              label: say(`sim.adversary.${value}`),
            }))}
            onChange={setAdversary}
          />
        </Form.Item>
        <Form.Item label={say("sim.runsField")} htmlFor="world-runs" extra={say("sim.runsHint")}>
          <InputNumber
            id="world-runs"
            min={1}
            max={MOST_RUNS}
            precision={0}
            value={runs}
            onChange={(value) => setRuns(value ?? RUNS)}
          />
        </Form.Item>
        <Form.Item label={say("sim.seed")} htmlFor="world-seed" extra={say("sim.seedHint")}>
          <InputNumber
            id="world-seed"
            min={0}
            precision={0}
            value={seed}
            onChange={(value) => setSeed(value ?? 1)}
          />
        </Form.Item>
      </Form>
      <div>
        <Button
          type="primary"
          size="large"
          disabled={plan === null}
          loading={start.isBusy}
          onClick={() => plan !== null && start.run({ plan, world, runs, seed, adversary })}
        >
          {say("sim.run")}
        </Button>
      </div>
      <ActionNote action={start} />
    </section>
  );
}
