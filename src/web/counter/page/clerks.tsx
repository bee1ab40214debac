/** Clerks 店员 of the store: who may take payments, and what they may not. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { type FormEvent, useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { Face } from "../part/member.tsx";
import { PersonFields } from "../part/person.tsx";
import { clerksRead } from "../reads.ts";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";

type Clerk = components["schemas"]["Clerk"];

export default function Clerks() {
  const say = useSay();
  const store = useStore();
  const { data, error, refetch } = useQuery(clerksRead(store));
  return (
    <section className="c-scan">
      <Head back="/self" title={say("clerks.title")} />
      <p className="ws-soft">{say("clerks.may")}</p>
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data?.items.length === 0 && <Empty title={say("clerks.none")} />}
      {data !== undefined && data.items.length > 0 && (
        <ul className="ws-card c-list">
          {data.items.map((clerk) => (
            <li key={clerk.id}>
              <Line store={store} clerk={clerk} />
            </li>
          ))}
        </ul>
      )}
      <AddClerk store={store} />
    </section>
  );
}

function Line({ store, clerk }: { readonly store: string; readonly clerk: Clerk }) {
  const say = useSay();
  const [isAsked, setAsked] = useState(false);
  const remove = useAction({
    name: `clerk off ${clerk.id}`,
    send: (id: string, key) =>
      client.DELETE("/v1/stores/{id}/clerks/{clerk}", {
        params: { path: { id: store, clerk: id }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["clerks"],
  });
  return (
    <div className="ws-stack">
      <div className="c-line">
        <Face name={clerk.name} phone={clerk.phone} />
        {!isAsked && <Button onClick={() => setAsked(true)}>{say("clerks.remove")}</Button>}
      </div>
      {isAsked && (
        <div className="ws-note ws-stack">
          <p>{say("clerks.sure")}</p>
          <div className="c-acts">
            <Button color="danger" block loading={remove.isBusy} onClick={() => remove.run(clerk.id)}>
              {say("clerks.removeDo")}
            </Button>
            <Button block disabled={remove.isBusy} onClick={() => setAsked(false)}>
              {say("clerks.keep")}
            </Button>
          </div>
        </div>
      )}
      <ActionNote action={remove} />
    </div>
  );
}

function AddClerk({ store }: { readonly store: string }) {
  const say = useSay();
  const [phone, setPhone] = useState("");
  const [name, setName] = useState("");
  const add = useAction({
    name: `clerk on ${store}`,
    send: (body: { readonly phone: string; readonly name?: string }, key) =>
      client.POST("/v1/stores/{id}/clerks", {
        params: { path: { id: store }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["clerks"],
    done: () => {
      setPhone("");
      setName("");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.reset();
    add.run({ phone: phone.trim(), ...(name.trim() === "" ? {} : { name: name.trim() }) });
  };
  return (
    <form className="ws-card ws-stack" onSubmit={submit}>
      <h2>{say("clerks.add")}</h2>
      <PersonFields {...{ phone, name }} nameLabel={say("clerks.name")} onPhone={setPhone} onName={setName} />
      <p className="ws-soft">{say("clerks.hint")}</p>
      <Button type="submit" color="primary" size="large" block loading={add.isBusy}>
        {say("clerks.do")}
      </Button>
      {add.state.phase === "done" && (
        <p className="c-good" role="status">
          {say("clerks.done")}
        </p>
      )}
      <ActionNote action={add} />
    </form>
  );
}
