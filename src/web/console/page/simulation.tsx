/** One simulation: how far it is, then what it came to, with the report to open or take away. */
import { useQuery } from "@tanstack/react-query";
import { Button, Collapse, Progress, Table } from "antd";
import { useNavigate, useParams } from "react-router";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Facts } from "../facts.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { type BadRow, backtestOf, findingsOf, worldOf } from "../simulate/figures.ts";
import { Cohorts, Courses, Headline, Standings } from "../simulate/parts.tsx";
import { isOpen, type Simulation, simulationRead } from "../simulate/reads.ts";
import { Bands, Verdicts } from "../simulate/worldparts.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

export default function SimulationPage() {
  const say = useSay();
  const go = useNavigate();
  const who = useWho();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(simulationRead(id));
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  const mayAsk = who !== undefined && !hasRole(who, ["auditor"]);
  const again = data.kind === "backtest" ? "/simulation/backtest" : "/simulation/world";
  return (
    <div className="ws-stack">
      <PageHead
        title={data.title}
        about={`${say(`sim.kind.${data.kind}`)} · ${say("plan.title", data.plan)}`}
      >
        {data.state === "done" && (
          <>
            <Button href={`/v1/simulations/${id}/report#${say.language}`} target="_blank" rel="noreferrer">
              {say("sim.report")}
            </Button>
            <Button href={`/v1/simulations/${id}/report`} download={`${data.title}.html`}>
              {say("sim.download")}
            </Button>
          </>
        )}
        {mayAsk && !isOpen(data) && <Button onClick={() => void go(again)}>{say("sim.again")}</Button>}
      </PageHead>
      <SubPages of="simulation" />
      {isOpen(data) && <UnderWay simulation={data} mayCancel={mayAsk} />}
      {data.refused !== null && (
        <p className="ws-note ws-note-bad" role="alert">
          {say("sim.refused", { text: data.refused[say.language] })}
        </p>
      )}
      {(data.state === "failed" || data.state === "cancelled") && (
        <p className="ws-note" role="status">
          {say("sim.over")} {say(`sim.state.${data.state}`)}
        </p>
      )}
      {data.figures !== null && data.state === "done" && <Result simulation={data} figures={data.figures} />}
    </div>
  );
}

interface UnderWayProps {
  readonly simulation: Simulation;
  readonly mayCancel: boolean;
}

function UnderWay({ simulation, mayCancel }: UnderWayProps) {
  const say = useSay();
  const { state, progress, job } = simulation;
  const { done = 0, total = null, seconds_left: left = null } = progress ?? {};
  const percent = total === null || total === 0 ? 0 : Math.floor((100 * done) / total);
  const cancel = useAction({
    name: `job.cancel.${job}`,
    send: (_body: null, key) =>
      client.POST("/v1/jobs/{id}/cancel", {
        params: { path: { id: job }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["simulations"],
  });
  return (
    <section className="ws-card ws-stack" role="status">
      <h2>{say("sim.progress")}</h2>
      <Progress percent={percent} status="active" aria-label={say("sim.progress")} />
      <p>{state === "queued" ? say("sim.waiting") : left !== null && say("sim.left", { seconds: left })}</p>
      <p className="ws-soft">{say("sim.leave")}</p>
      {mayCancel && (
        <div>
          <Button loading={cancel.isBusy} onClick={() => cancel.run(null)}>
            {say("sim.cancel")}
          </Button>
        </div>
      )}
      <ActionNote action={cancel} />
    </section>
  );
}

interface ResultProps {
  readonly simulation: Simulation;
  readonly figures: object;
}

function Result({ simulation, figures }: ResultProps) {
  const say = useSay();
  const findings = findingsOf(figures);
  const isWorld = simulation.kind === "simulate";
  return (
    <>
      <p className="ws-soft">{say("sim.notForecast")}</p>
      {isWorld ? <World figures={figures} /> : <Rows figures={figures} />}
      <section className="ws-card ws-stack">
        <h2>{isWorld ? say("sim.medianRun", { run: worldOf(figures).median_run }) : say("sim.headline")}</h2>
        <Headline findings={findings} />
      </section>
      <Courses findings={findings} />
      <Standings standings={findings.standings} />
      <Cohorts cohorts={findings.cohorts} />
    </>
  );
}

function World({ figures }: { readonly figures: object }) {
  const { language } = useSay();
  const found = worldOf(figures);
  return (
    <>
      <p>{found.world.description[language]}</p>
      <Verdicts verdicts={found.verdicts} />
      <Bands figures={found} />
    </>
  );
}

function Rows({ figures }: { readonly figures: object }) {
  const say = useSay();
  const { rows, notes, first_bad: bad } = backtestOf(figures);
  return (
    <section className="ws-card ws-stack">
      <Facts
        rows={[
          [say("sim.readRows"), rows.read],
          [say("sim.booked"), rows.booked],
          [say("sim.refusedRows"), rows.refused],
          [say("sim.badRows"), rows.bad],
        ]}
      />
      <ul className="console-sentences">
        {notes.map((note) => (
          <li key={note.zh}>{note[say.language]}</li>
        ))}
      </ul>
      {bad.length > 0 && (
        <Collapse items={[{ key: "bad", label: say("sim.bad"), children: <BadRows rows={bad} /> }]} />
      )}
    </section>
  );
}

function BadRows({ rows }: { readonly rows: readonly BadRow[] }) {
  const say = useSay();
  return (
    <Sideways label={say("sim.bad")}>
      <Table<BadRow>
        size="small"
        rowKey={({ line, column, value }) => `${line} ${column} ${value}`}
        dataSource={[...rows]}
        pagination={false}
        columns={[
          { key: "line", title: say("sim.line"), dataIndex: "line" },
          { key: "column", title: say("sim.column"), dataIndex: "column" },
          { key: "value", title: say("sim.value"), render: (_, { value }) => <code>{value}</code> },
          { key: "why", title: say("sim.why"), render: (_, { reason }) => reason[say.language] },
        ]}
      />
    </Sideways>
  );
}
