/** Consents 同意记录: what one agreed to, and taking back what may be taken back. */
import { useQuery } from "@tanstack/react-query";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Head } from "../part/head.tsx";
import { NoRows } from "../part/list.tsx";
import { Loaded } from "../part/loaded.tsx";
import { useSay } from "../say.ts";

const consents = read(["consents"], (signal) => client.GET("/v1/session/consents", { signal }));
const NAMES = ["disclosure", "agreement", "privacy", "referral", "marketing", "identity"] as const;

export default function Consents() {
  const say = useSay();
  const query = useQuery(consents);
  const nameOf = (purpose: string) => {
    const name = NAMES.find((one) => one === purpose);
    return name === undefined ? purpose : say(`consents.${name}`);
  };
  return (
    <div className="ws-stack">
      <Head title={say("consents.title")} back="/self" />
      <Loaded query={query}>
        {({ items }) => (
          <>
            <Marketing isGiven={items.find(({ purpose }) => purpose === "marketing")?.given === true} />
            {items.length === 0 ? (
              <NoRows>{say("consents.none")}</NoRows>
            ) : (
              <ul className="h-rows">
                {items.map((row) => (
                  <li key={row.id} className="h-row">
                    <div>
                      <span className="h-line-main">
                        <strong>{nameOf(row.purpose)}</strong>
                        <span>{say(row.given ? "consents.given" : "consents.takenBack")}</span>
                      </span>
                      <span className="h-line-sub ws-soft">
                        <Time at={row.at} />
                        <span>{row.text_id}</span>
                      </span>
                      <span className="h-hash ws-soft">SHA-256 {row.text_hash}</span>
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** News of stores: off until he says so, and off again when he says so. */
function Marketing({ isGiven }: { readonly isGiven: boolean }) {
  const say = useSay();
  const text = say("consents.marketingIs");
  const turn = useAction({
    name: "consent-marketing",
    send: (asked: { readonly text: string; readonly given: boolean }, key) =>
      client.POST("/v1/session/consents", {
        params: { header: { "Idempotency-Key": key } },
        body: { purpose: "marketing", text_id: "marketing-1", ...asked },
      }),
    refresh: ["consents"],
  });
  return (
    <section className="ws-card ws-stack">
      <label className="m-tick">
        <input
          type="checkbox"
          checked={isGiven}
          disabled={turn.isBusy}
          onChange={({ target }) => turn.run({ text, given: target.checked })}
        />
        <span>{text}</span>
      </label>
      <ActionNote action={turn} />
    </section>
  );
}
