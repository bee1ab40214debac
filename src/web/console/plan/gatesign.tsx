/** Two officers sign a plan by its hash; a second level is acknowledged first. */
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { nextOf } from "./next.ts";
import type { PlanShown } from "./reads.ts";

export function SignPart({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const [first, second] = plan.signatures;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("plan.signTitle")}</h2>
      <p className="ws-soft">{say("plan.signHint")}</p>
      <p>
        {say("plan.hash")}
        <code className="console-hash">{plan.hash}</code>
      </p>
      <dl className="ws-facts">
        {[first, second].map((signature, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two places, and they stay
          <div key={at}>
            <dt>{say("plan.signature", { n: at + 1 })}</dt>
            <dd>
              {signature === undefined ? (
                <span className="ws-soft">{say("plan.unsigned")}</span>
              ) : (
                <>
                  <StaffName id={signature.by} />{" "}
                  <small className="ws-soft">
                    <Time at={signature.at} />
                  </small>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {plan.state === "checked" && <Sign plan={plan} />}
    </section>
  );
}

function Sign({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const who = useWho();
  const { name, version, hash, risk } = plan;
  const [hasRead, setRead] = useState(false);
  const [hasRisk, setRisk] = useState(false);
  const sign = useAction({
    name: `plan.sign.${name}@${version}`,
    send: (body: { readonly hash: string; readonly risk_text_sha256?: string }, key) =>
      client.POST("/v1/plans/{name}/{version}/sign", {
        params: { path: { name, version: `${version}` }, header: { "Idempotency-Key": key } },
        body: { ...body },
      }),
    refresh: ["plans"],
  });
  const next = nextOf(plan, who?.id ?? null);
  if (next === "conditions" || next === "mine") return null;
  const isFirst = plan.signatures.length === 0;
  const asksRisk = risk !== null && isFirst;
  const roles = asksRisk ? ["owner", "risk"] : ["owner", "finance", "risk"];
  const maySign = who !== undefined && hasRole(who, roles);
  if (!maySign) return <p className="ws-note">{say(asksRisk ? "plan.riskWho" : "plan.notYours")}</p>;
  return (
    <div className="ws-stack">
      {asksRisk && (
        <div className="ws-note ws-stack">
          <strong>{say("plan.risk")}</strong>
          <p>{say.language === "zh" ? risk.text_zh : risk.text_en}</p>
          <Checkbox checked={hasRisk} onChange={({ target }) => setRisk(target.checked)}>
            {say("plan.riskRead")}
          </Checkbox>
        </div>
      )}
      <Checkbox checked={hasRead} onChange={({ target }) => setRead(target.checked)}>
        {say("plan.read")}
      </Checkbox>
      <div>
        <Button
          type="primary"
          disabled={!hasRead || (asksRisk && !hasRisk)}
          loading={sign.isBusy}
          onClick={() => sign.run({ hash, ...(asksRisk ? { risk_text_sha256: risk.text_sha256 } : {}) })}
        >
          {say("plan.sign")}
        </Button>
      </div>
      <ActionNote action={sign} />
    </div>
  );
}
