/** The facts sheet 章程检查单: verdict, what is to be done, what the plan comes to, what funds each promise. */
import { Collapse, Table, Tag } from "antd";
import type { ReactNode } from "react";
import { showYuan } from "../../ui/figure.ts";
import { Money } from "../../ui/figures.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { type Check, type FundedLine, type PlanFigures, showCount, showFactor, showShare } from "./check.ts";

const COLOURS = { publishable: "success", publishable_with_conditions: "warning", refused: "error" } as const;

export function VerdictTag({ verdict }: { readonly verdict: Check["verdict"] }) {
  const say = useSay();
  return <Tag color={COLOURS[verdict]}>{say(`plans.verdict.${verdict}`)}</Tag>;
}

export function FactsSheet({ check }: { readonly check: Check }) {
  const say = useSay();
  const { facts, faults, rules, profile } = check;
  const sentence = (one: { readonly zh: string; readonly en: string }) => one[say.language];
  const refused = rules.filter(({ status }) => status === "refused");
  const conditions = rules.filter(({ status }) => status === "condition");
  const passed = rules.filter(({ status }) => status === "ok");
  return (
    <div className="ws-stack">
      <div className="ws-row">
        <VerdictTag verdict={check.verdict} />
      </div>
      <Sentences title={say("facts.faults")} texts={faults.map(sentence)} isBad />
      <Sentences title={say("facts.refused")} texts={refused.map(sentence)} isBad />
      <Sentences title={say("facts.conditions")} texts={conditions.map(sentence)} />
      {facts === null ? (
        <p className="ws-note">{say("facts.none")}</p>
      ) : (
        <Figures check={check} facts={facts} />
      )}
      <Collapse
        items={[
          {
            key: "funded",
            label: say("facts.funded"),
            children: <Funded lines={check.funded} />,
          },
          {
            key: "passed",
            label: say("facts.passed", { count: passed.length }),
            children: <Sentences texts={passed.map(sentence)} />,
          },
        ]}
      />
      <p className="ws-soft">{say("facts.profile", profile)}</p>
    </div>
  );
}

interface SentencesProps {
  readonly title?: string;
  readonly texts: readonly string[];
  readonly isBad?: true;
}

function Sentences({ title, texts, isBad }: SentencesProps) {
  if (texts.length === 0) return null;
  return (
    <div className={title === undefined ? "" : isBad ? "ws-note ws-note-bad" : "ws-note"}>
      {title !== undefined && <strong>{title}</strong>}
      <ul className="console-sentences">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

interface FiguresProps {
  readonly check: Check;
  readonly facts: PlanFigures;
}

function Figures({ check, facts }: FiguresProps) {
  const say = useSay();
  const { pool, at_once, average_at_most, median, cap, price, full_return_share } = facts;
  const { first } = cap;
  const at = first.engine ?? first.purchase;
  const reach =
    at === null
      ? say("facts.reachBeyond", { run: showCount(first.run) })
      : say("facts.reachHint", { first: showCount(at) });
  const ofSpend = (share: number) => say("facts.ofSpend", { share: showShare(share) });
  const minted = { minted: showYuan(pool.minted_fen), unminted: showYuan(pool.unminted_fen) };
  const double = price.double_pool_times;
  return (
    <>
      <p className="ws-soft">{say("facts.example", { amount: showYuan(check.amount_fen ?? 0) })}</p>
      <dl className="ws-facts console-tiles">
        <Tile name={say("facts.pool")} hint={say("facts.poolHint", minted)}>
          <Money fen={pool.fen} /> <small>{pool.rate}</small>
        </Tile>
        <Tile name={say("facts.atOnce")} hint={ofSpend(at_once.share)}>
          <Money fen={at_once.fen} />
        </Tile>
        <Tile name={say("facts.average")} hint={say("facts.averageHint")}>
          <Money fen={average_at_most.fen} />
        </Tile>
        <Tile name={say("facts.median")} hint={say("facts.medianHint")}>
          <Money fen={median.fen} /> <small>{showShare(median.share)}</small>
        </Tile>
        <Tile name={say("facts.cap")} hint={say(cap.pays_spend ? "facts.capHint" : "facts.capBelow")}>
          <Money fen={cap.net_fen ?? 0} /> <small>{cap.net_rate}</small>
        </Tile>
        <Tile name={say("facts.reach")} hint={reach}>
          {showShare(cap.share)}
        </Tile>
        <Tile name={say("facts.full")}>{showShare(full_return_share)}</Tile>
        <Tile name={say("facts.double")}>
          {double === null ? "—" : say("facts.times", { times: showFactor(double) })}
        </Tile>
      </dl>
    </>
  );
}

interface TileProps {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Tile({ name, hint, children }: TileProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {hint !== undefined && <span className="ws-soft console-hint">{hint}</span>}
      </dd>
    </div>
  );
}

function Funded({ lines }: { readonly lines: readonly FundedLine[] }) {
  const say = useSay();
  return (
    <Sideways label={say("facts.funded")}>
      <Table<FundedLine>
        size="small"
        rowKey={({ code, name }) => `${code} ${name ?? ""}`}
        dataSource={[...lines]}
        pagination={false}
        columns={[
          { key: "what", title: say("facts.fundedWhat"), render: (_, line) => line[say.language] },
          {
            key: "rate",
            title: say("facts.fundedRate"),
            align: "right",
            render: (_, line) => line.most_rate,
          },
          {
            key: "most",
            title: say("facts.fundedMost"),
            align: "right",
            render: (_, { most_fen }) => (most_fen === null ? say("facts.shared") : <Money fen={most_fen} />),
          },
          {
            key: "aside",
            title: say("facts.fundedAside"),
            align: "right",
            render: (_, line) => (line.set_aside_fen === null ? "" : <Money fen={line.set_aside_fen} />),
          },
          {
            key: "class",
            title: say("facts.fundedClass"),
            render: (_, line) => say(`facts.class.${line.class}`),
          },
        ]}
      />
    </Sideways>
  );
}
