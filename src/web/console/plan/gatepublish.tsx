/** Announcing a signed plan, and from when it holds. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { showTime } from "../../ui/figure.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { useSay } from "../say.ts";
import type { PlanShown } from "./reads.ts";

const MINUTE = 60_000;

/** A moment as the field for Beijing time writes it: "2026-12-01T00:00". */
function fieldOf(iso: string): string {
  const later = new Date(Math.ceil(Date.parse(iso) / MINUTE) * MINUTE);
  return showTime(later.toISOString()).replace(" ", "T");
}

export function PublishPart({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const who = useWho();
  const { name, version, effective_from, beside } = plan;
  const isOwner = who !== undefined && hasRole(who, ["owner"]);
  const [from, setFrom] = useState(() => fieldOf(beside.earliest));
  const publish = useAction({
    name: `plan.publish.${name}@${version}`,
    send: (moment: string, key) =>
      client.POST("/v1/plans/{name}/{version}/publish", {
        params: { path: { name, version: `${version}` }, header: { "Idempotency-Key": key } },
        body: { effective_from: moment },
      }),
    refresh: ["plans"],
  });
  return (
    <section className="ws-card ws-stack">
      <h2>{say("plan.publishTitle")}</h2>
      {effective_from !== null ? (
        <p>
          {say("plans.effective")} <Time at={effective_from} />
        </p>
      ) : (
        <>
          <p>
            {say(beside.notice_days > 0 ? "plan.notice" : "plan.noNotice", {
              days: beside.notice_days,
              at: fieldOf(beside.earliest).replace("T", " "),
            })}
          </p>
          {!isOwner && <p className="ws-note">{say("plan.ownerOnly")}</p>}
          {isOwner && (
            <>
              <Form.Item label={say("plan.from")} htmlFor="plan-from" layout="vertical">
                <Input
                  id="plan-from"
                  className="console-narrow"
                  type="datetime-local"
                  min={fieldOf(beside.earliest)}
                  value={from}
                  onChange={({ target }) => setFrom(target.value)}
                />
              </Form.Item>
              <div>
                <Button
                  type="primary"
                  disabled={from === ""}
                  loading={publish.isBusy}
                  onClick={() => publish.run(`${from}:00+08:00`)}
                >
                  {say("plan.publish")}
                </Button>
              </div>
            </>
          )}
          <ActionNote action={publish} />
        </>
      )}
    </section>
  );
}
