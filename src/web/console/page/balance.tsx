/** The trial balance 试算平衡: all accounts by kind, that they add to zero, and that no money is missing. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import type { components } from "#client";
import { accountWord } from "#wording";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { grainsOf } from "../../ui/figure.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { pointsOf } from "../book/record.ts";
import { Facts } from "../facts.tsx";
import { ExportList } from "../list/export.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Balance = components["schemas"]["TrialBalance"];
type Row = Balance["rows"][number];
type Figure = Row["credit"];

const trialBalance = read(["trial-balance"], (signal) => client.GET("/v1/trial-balance", { signal }));

export default function BalancePage() {
  const say = useSay();
  const { data, error, refetch } = useQuery(trialBalance);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  const holds = data.conservation.holds && data.totals.every(({ balanced }) => balanced);
  return (
    <div className="ws-stack">
      <PageHead title={say("balance.title")} about={say("balance.about")}>
        <ExportList list="trial-balance" filter={{}} />
      </PageHead>
      <SubPages of="books" />
      <p className={holds ? "ws-note console-good" : "ws-note ws-note-bad"} role="status">
        <strong>{say(holds ? "balance.holds" : "balance.broken")}</strong>
        {data.seq !== null && ` · ${say("balance.asOf", { seq: data.seq })}`}
      </p>
      <div className="console-halves">
        <div className="ws-stack">
          {(["fen", "points"] as const).map((unit) => (
            <Side key={unit} unit={unit} balance={data} />
          ))}
        </div>
        <Conservation facts={data.conservation} />
      </div>
    </div>
  );
}

function Side({ unit, balance }: { readonly unit: "fen" | "points"; readonly balance: Balance }) {
  const say = useSay();
  const total = balance.totals.find((one) => one.unit === unit);
  return (
    <section className="ws-card ws-stack">
      <h2>{say(`balance.${unit}`)}</h2>
      <Sideways label={say(`balance.${unit}`)}>
        <Table<Row>
          size="small"
          rowKey="kind"
          dataSource={balance.rows.filter((row) => row.unit === unit)}
          pagination={false}
          columns={[
            {
              key: "kind",
              title: say("balance.kind"),
              render: (_, { kind }) => accountWord(kind, say.language),
            },
            { key: "accounts", title: say("balance.accounts"), align: "right", dataIndex: "accounts" },
            {
              key: "credit",
              title: say("balance.credit"),
              align: "right",
              render: (_, { credit }) => <Shown figure={credit} />,
            },
            {
              key: "debit",
              title: say("balance.debit"),
              align: "right",
              render: (_, { debit }) => <Shown figure={debit} />,
            },
          ]}
          summary={() =>
            total === undefined ? null : (
              <>
                <Table.Summary.Row>
                  <Table.Summary.Cell index={0} colSpan={2}>
                    <strong>{say("balance.total")}</strong>
                  </Table.Summary.Cell>
                  <Table.Summary.Cell index={2} align="right">
                    <strong>
                      <Shown figure={total.credit} isWhole />
                    </strong>
                  </Table.Summary.Cell>
                  <Table.Summary.Cell index={3} align="right">
                    <strong>
                      <Shown figure={total.debit} isWhole />
                    </strong>
                  </Table.Summary.Cell>
                </Table.Summary.Row>
                <Table.Summary.Row>
                  <Table.Summary.Cell index={0} colSpan={3}>
                    {say("balance.difference")}
                  </Table.Summary.Cell>
                  <Table.Summary.Cell index={3} align="right">
                    <strong>
                      <Difference credit={total.credit} debit={total.debit} />
                    </strong>
                  </Table.Summary.Cell>
                </Table.Summary.Row>
              </>
            )
          }
        />
      </Sideways>
    </section>
  );
}

/** A side of a row; nothing stands on the side that has none. */
function Shown({ figure, isWhole = false }: { readonly figure: Figure; readonly isWhole?: boolean }) {
  const isZero = figure === 0 || (typeof figure === "string" && grainsOf(figure) === 0n);
  if (isZero && !isWhole) return null;
  return typeof figure === "string" ? <Points points={figure} digits={8} /> : <Money fen={figure} />;
}

/** Reckoned here and not only told: fen and grains are whole numbers. */
function Difference({ credit, debit }: { readonly credit: Figure; readonly debit: Figure }) {
  if (typeof credit === "string" && typeof debit === "string") {
    return <Points points={pointsOf(`${grainsOf(credit) - grainsOf(debit)}`)} digits={8} />;
  }
  return <Money fen={BigInt(credit) - BigInt(debit)} />;
}

function Conservation({ facts }: { readonly facts: Balance["conservation"] }) {
  const say = useSay();
  return (
    <section className="ws-card ws-stack">
      <h2>{say("balance.conservation")}</h2>
      <Facts
        rows={[
          [say("balance.received"), <Money key="1" fen={facts.received_fen} />],
          [say("balance.inAccounts"), <Money key="2" fen={facts.accounts_fen} />],
          [say("balance.inPool"), <Money key="3" fen={facts.pool_fen} />],
          [say("balance.inRemainder"), <Money key="4" fen={facts.remainder_fen} />],
        ]}
      />
      <p className="ws-soft">{say("balance.equation")}</p>
    </section>
  );
}
