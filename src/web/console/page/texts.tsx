/** The texts members see and agree to: the disclosure with its figures as they stand, and the agreements. */
import { useQuery } from "@tanstack/react-query";
import { Collapse } from "antd";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

const agreements = read(["agreements"], (signal) => client.GET("/v1/agreements", { signal }));
const disclosure = read(["disclosure"], (signal) => client.GET("/v1/disclosure", { signal }));

export default function Texts() {
  const say = useSay();
  return (
    <div className="ws-stack">
      <PageHead title={say("texts.title")} about={say("texts.about")} />
      <SubPages of="settings" />
      <Disclosure />
      <Agreements />
    </div>
  );
}

function Disclosure() {
  const say = useSay();
  const { data, error, refetch } = useQuery(disclosure);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={4} />;
  const isChinese = say.language === "zh";
  return (
    <section className="ws-card ws-stack">
      <h2>{say("texts.disclosure")}</h2>
      <p>{isChinese ? data.text_zh : data.text_en}</p>
      <p className="ws-soft">
        {say("texts.hash")}{" "}
        <code className="console-hash">{isChinese ? data.sha256_zh : data.sha256_en}</code>
      </p>
    </section>
  );
}

function Agreements() {
  const say = useSay();
  const { data, error, refetch } = useQuery(agreements);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={4} />;
  const isChinese = say.language === "zh";
  return (
    <Collapse
      items={data.items.map((one) => ({
        key: one.id,
        label: [
          isChinese ? one.title_zh : one.title_en,
          say("texts.version", { version: one.version }),
          one.dated,
        ].join(" · "),
        children: (
          <div className="ws-stack">
            <div className="console-text">{isChinese ? one.text_zh : one.text_en}</div>
            <p className="ws-soft">
              {say("texts.hash")}{" "}
              <code className="console-hash">{isChinese ? one.sha256_zh : one.sha256_en}</code>
            </p>
          </div>
        ),
      }))}
    />
  );
}
