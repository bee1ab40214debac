/** Collect 收款: the store's own code, to be scanned or printed. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Qr } from "../../ui/qr.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";

export default function Collect() {
  const say = useSay();
  const id = useStore();
  const { data, error, refetch } = useQuery(
    read(["store-code", id], (signal) =>
      client.GET("/v1/stores/{id}/code", { params: { path: { id } }, signal }),
    ),
  );
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <section className="ws-card ws-centre">
      <h2>{say("collect.code")}</h2>
      <Qr text={`${window.location.origin}/s/${data.code}`} />
      <p className="ws-big">{data.code}</p>
      <p className="ws-soft">{say("collect.hint")}</p>
      <Button onClick={() => window.print()}>{say("collect.print")}</Button>
    </section>
  );
}
