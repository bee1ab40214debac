/** Registering a member by phone 登记会员; a new one is locked to this store's owner. */
import { Button } from "antd-mobile";
import { type FormEvent, useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Head } from "../part/head.tsx";
import { PersonFields } from "../part/person.tsx";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";

interface Asked {
  readonly phone: string;
  readonly name: string;
}

export default function Add() {
  const say = useSay();
  const store = useStore();
  const [phone, setPhone] = useState("");
  const [name, setName] = useState("");
  const add = useAction({
    name: `add ${store}`,
    send: ({ phone: asked, name: called }: Asked, key) =>
      client.POST("/v1/members", {
        params: { header: { "Idempotency-Key": key } },
        body: { phone: asked, store, ...(called === "" ? {} : { name: called }) },
      }),
    refresh: ["members"],
    done: () => {
      setPhone("");
      setName("");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.reset();
    add.run({ phone: phone.trim(), name: name.trim() });
  };
  const { state } = add;
  return (
    <section className="c-scan">
      <Head back="/members" title={say("add.title")} />
      <form className="ws-card ws-stack" onSubmit={submit}>
        <p className="ws-soft">{say("add.hint")}</p>
        <PersonFields {...{ phone, name }} nameLabel={say("add.name")} onPhone={setPhone} onName={setName} />
        <Button type="submit" color="primary" size="large" block loading={add.isBusy}>
          {say("add.do")}
        </Button>
        {state.phase === "done" && (
          <p className={state.answer.joined ? "c-good" : "ws-note"} role="status">
            {say(state.answer.joined ? "add.joined" : "add.known")}
          </p>
        )}
        <ActionNote action={add} />
      </form>
    </section>
  );
}
