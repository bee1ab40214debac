/** Arrival 到店: whom the scanned code stands for; it is kept until he signs in. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, useParams } from "wouter";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { keepReferral } from "../referral.ts";
import { useSay } from "../say.ts";

export default function Arrive() {
  const say = useSay();
  const { code = "" } = useParams<{ code: string }>();
  const { data, error, refetch } = useQuery(
    read(["code", code], (signal) => client.GET("/v1/codes/{code}", { params: { path: { code } }, signal })),
  );
  useEffect(() => {
    if (data !== undefined) keepReferral(data.code);
  }, [data]);
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { store, name } = data;
  const storeName = say.language === "en" ? (store?.name_en ?? store?.name_zh) : store?.name_zh;
  return (
    <section className="ws-card ws-centre">
      {store === null ? (
        <h2>{say("arrive.member", { name: name ?? "" })}</h2>
      ) : (
        <>
          <p>{say("arrive.store")}</p>
          <h2>{storeName}</h2>
          <p className="ws-soft">{store.region.join(" ")}</p>
        </>
      )}
      <Link href="/" className="ws-button ws-link">
        {say("arrive.go")}
      </Link>
    </section>
  );
}
