/** A backtest 回测: upload a file of orders, check its columns, choose a plan, start. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { type Mapping, MapStep, SUGGESTED } from "../simulate/mapstep.tsx";
import { PlanChoice, type PlanName } from "../simulate/planchoice.tsx";
import type { Upload } from "../simulate/reads.ts";
import { UploadStep } from "../simulate/uploadstep.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

export default function Backtest() {
  const say = useSay();
  const [upload, setUpload] = useState<Upload | null>(null);
  const [mapping, setMapping] = useState(SUGGESTED);
  return (
    <div className="ws-stack">
      <PageHead title={say("sim.backtest")} about={say("sim.notForecast")} />
      <SubPages of="simulation" />
      <UploadStep
        upload={upload}
        choose={(next) => {
          setUpload(next);
          setMapping(SUGGESTED);
        }}
      />
      {upload !== null && (
        <>
          <MapStep upload={upload.id} mapping={mapping} change={setMapping} />
          <StartStep upload={upload} mapping={mapping} />
        </>
      )}
    </div>
  );
}

interface Asked {
  readonly plan: PlanName;
  readonly upload: string;
  readonly title: string;
  readonly mapping: Mapping;
}

function StartStep({ upload, mapping }: { readonly upload: Upload; readonly mapping: Mapping }) {
  const say = useSay();
  const go = useNavigate();
  const [plan, setPlan] = useState<PlanName | null>(null);
  const [title, setTitle] = useState("");
  const start = useAction({
    name: "simulation.backtest",
    send: (asked: Asked, key) =>
      client.POST("/v1/simulations", {
        params: { header: { "Idempotency-Key": key } },
        body: {
          kind: "backtest",
          plan: { ...asked.plan },
          upload: asked.upload,
          ...(asked.title === "" ? {} : { title: asked.title }),
          ...(Object.keys(asked.mapping.columns).length === 0
            ? {}
            : { mapping: { ...asked.mapping.columns } }),
          ...(asked.mapping.unit === "auto" ? {} : { unit: asked.mapping.unit }),
          ...(asked.mapping.store.trim() === "" ? {} : { store: asked.mapping.store.trim() }),
        },
      }),
    refresh: ["simulations"],
    done: ({ id }) => void go(`/simulation/${id}`),
  });
  return (
    <section className="ws-card ws-stack">
      <h2>{say("sim.choose")}</h2>
      <Form layout="vertical" component="div">
        <Form.Item label={say("sim.planChoice")} htmlFor="backtest-plan">
          <PlanChoice id="backtest-plan" value={plan} choose={setPlan} />
        </Form.Item>
        <Form.Item label={say("sim.name")} htmlFor="backtest-title">
          <Input
            id="backtest-title"
            className="console-wide"
            maxLength={120}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Form.Item>
      </Form>
      <div>
        <Button
          type="primary"
          size="large"
          disabled={plan === null}
          loading={start.isBusy}
          onClick={() =>
            plan !== null && start.run({ plan, upload: upload.id, title: title.trim(), mapping })
          }
        >
          {say("sim.run")}
        </Button>
      </div>
      <ActionNote action={start} />
    </section>
  );
}
