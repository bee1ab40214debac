/** Arrival 到店: whose code it is, what a lock means, signing in, and what became of the lock. */
import { useEffect } from "react";
import { Link, useParams } from "wouter";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { ReadAndEnter } from "../door.tsx";
import { Do } from "../part/do.tsx";
import { Loaded } from "../part/loaded.tsx";
import { useCode, useSelf } from "../reads.ts";
import { enterBy, enteredBy, forgetReferral, keepReferral } from "../referral.ts";
import { useSay } from "../say.ts";

type Code = NonNullable<ReturnType<typeof useCode>["data"]>;

export default function Arrive() {
  const { code = "" } = useParams<{ code: string }>();
  const query = useCode(code);
  return <Loaded query={query}>{(found) => <Arrived code={found} />}</Loaded>;
}

function Arrived({ code }: { readonly code: Code }) {
  const say = useSay();
  const who = useWho();
  // Kept for whoever has yet to come in; a member is locked by it only when he says so.
  const isOutside = who !== undefined && who.member === null;
  useEffect(() => {
    if (isOutside) keepReferral(code.code);
  }, [isOutside, code.code]);
  return (
    <div className="ws-stack">
      <section className="ws-card ws-stack h-welcome">
        <Whose code={code} />
      </section>
      {isOutside && (
        <>
          <section className="ws-card ws-stack" aria-labelledby="lock-means">
            <h2 id="lock-means">{say("arrive.means")}</h2>
            <ul className="h-points">
              <li>{say(code.kind === "store" ? "arrive.lockStore" : "arrive.lockMember")}</li>
              <li>{say("arrive.lockReward")}</li>
              <li>{say("arrive.lockFree")}</li>
            </ul>
          </section>
          <ReadAndEnter code={code.code} />
        </>
      )}
      {who?.member != null && <Locked code={code} />}
    </div>
  );
}

function Whose({ code }: { readonly code: Code }) {
  const say = useSay();
  const { store, name } = code;
  if (store === null) return <h2>{say("arrive.member", { name: name ?? "" })}</h2>;
  return (
    <>
      <p>{say("arrive.store")}</p>
      <h2>{say.language === "en" ? (store.name_en ?? store.name_zh) : store.name_zh}</h2>
      <p className="ws-soft">{store.region.join(" ")}</p>
    </>
  );
}

/** What became of the lock: told before the first purchase. */
function Locked({ code }: { readonly code: Code }) {
  const query = useSelf();
  return (
    <Loaded query={query}>
      {(self) => (
        <section className="ws-card ws-stack" aria-live="polite">
          {self.sponsor === null ? <Bind code={code} /> : <HasSponsor self={self} code={code} />}
          <GoOn code={code} />
        </section>
      )}
    </Loaded>
  );
}

function HasSponsor({ self, code }: { readonly self: components["schemas"]["Member"]; readonly code: Code }) {
  const say = useSay();
  useEffect(forgetReferral, []);
  const last = self.sponsors?.[0];
  // Locked within this visit by the code he holds in his hand. Otherwise the earlier lock stays.
  const isFresh =
    enteredBy(code.code) && last !== undefined && Date.now() - Date.parse(last.at) < JUST_NOW_MS;
  return (
    <>
      <h2>{say(isFresh ? "arrive.lockedNow" : "arrive.lockedBefore")}</h2>
      <p>
        {say(isFresh ? (code.kind === "store" ? "arrive.nowStore" : "arrive.nowMember") : "arrive.stays")}
      </p>
    </>
  );
}

const JUST_NOW_MS = 10 * 60_000;

/** A member without sponsor is locked by the code when he says so. */
function Bind({ code }: { readonly code: Code }) {
  const say = useSay();
  const id = useWho()?.member ?? "";
  const bind = useAction({
    name: `bind:${code.code}`,
    send: (text: string, key) =>
      client.POST("/v1/members/{id}/bind", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body: { code: text },
      }),
    refresh: ["self"],
    done: () => enterBy(code.code),
  });
  return (
    <>
      <h2>{say("arrive.notLocked")}</h2>
      <p>{say(code.kind === "store" ? "arrive.lockStore" : "arrive.lockMember")}</p>
      <p className="ws-soft">{say("arrive.lockReward")}</p>
      <Do fill="outline" isBusy={bind.isBusy} onClick={() => bind.run(code.code)}>
        {say("arrive.bind")}
      </Do>
      <ActionNote action={bind} />
    </>
  );
}

function GoOn({ code }: { readonly code: Code }) {
  const say = useSay();
  return (
    <div className="ws-row">
      {code.kind === "store" && (
        <Link href={`/store/${code.code}`} className="ws-button ws-link">
          {say("arrive.pay")}
        </Link>
      )}
      <Link href="/" className="ws-plain ws-link">
        {say("arrive.home")}
      </Link>
    </div>
  );
}
