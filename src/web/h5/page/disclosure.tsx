/** 会员须知: what every member must see before the first order, with the figures of the day. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";

const disclosure = read(["disclosure"], (signal) => client.GET("/v1/disclosure", { signal }));

export default function Disclosure() {
  const say = useSay();
  const { data, error, refetch } = useQuery(disclosure);
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <article className="ws-card ws-stack">
      <h2>{say("disclosure.title")}</h2>
      <p>{say.language === "zh" ? data.text_zh : data.text_en}</p>
    </article>
  );
}
