/** Profile 个人资料: the name shown, and the real name and card that withdrawals go to. */
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Do } from "../part/do.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { useSelf } from "../reads.ts";
import { useSay } from "../say.ts";

const FIELDS = ["name", "real_name", "id_number", "bank_card"] as const;
type Field = (typeof FIELDS)[number];
type Change = { readonly [field in Field]?: string };

export default function Profile() {
  const say = useSay();
  const query = useSelf();
  return (
    <div className="ws-stack">
      <Head title={say("profile.title")} back="/self" />
      <Loaded query={query}>{(self) => <Form self={self} />}</Loaded>
      <p className="ws-soft">{say("profile.sealed")}</p>
    </div>
  );
}

function Form({ self }: { readonly self: components["schemas"]["Member"] }) {
  const say = useSay();
  const [typed, setTyped] = useState<Change>({});
  const change = useAction({
    name: "profile",
    send: (body: Change, key) =>
      client.PATCH("/v1/members/{id}", {
        params: { path: { id: self.id }, header: { "Idempotency-Key": key } },
        body,
      }),
    refresh: ["self", "session"],
    done: () => setTyped({}),
  });
  const shown = (field: Field) => (field === "name" ? self.name : self.identity?.[field]) ?? "";
  const given = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== "")) as Change;
  return (
    <form
      className="ws-card ws-stack"
      onSubmit={(event) => {
        event.preventDefault();
        change.run(given);
      }}
    >
      {FIELDS.map((field) => (
        <label key={field} className="m-field">
          <span>{say(`profile.${field}`)}</span>
          <input
            autoComplete="off"
            placeholder={shown(field)}
            value={typed[field] ?? ""}
            onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
          />
        </label>
      ))}
      <Do type="submit" disabled={Object.keys(given).length === 0} isBusy={change.isBusy}>
        {say("profile.save")}
      </Do>
      {change.state.phase === "done" && (
        <p className="ws-note" role="status">
          {say("profile.saved")}
        </p>
      )}
      <ActionNote action={change} />
    </form>
  );
}
