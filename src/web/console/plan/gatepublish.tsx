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
const DAY = 86_400_000;
/** Beijing is so far ahead of UTC, all year. */
const AHEAD = 8 * 60 * MINUTE;

/** A moment as the field for Beijing time writes it: "2026-12-01T00:00:00". */
const fieldOf = (moment: number) => showTime(new Date(moment).toISOString(), "second").replace(" ", "T");

/** Time to look it over: from the first midnight there may be, or without notice in a few minutes. */
function proposed(earliest: string, noticeDays: number): number {
  const moment = Date.parse(earliest);
  if (noticeDays === 0) return Math.ceil(moment / MINUTE) * MINUTE + 2 * MINUTE;
  return Math.ceil((moment + AHEAD) / DAY) * DAY - AHEAD;
}

export function PublishPart({ plan }: { readonly plan: PlanShown }) {
  const say = useSay();
  const who = useWho();
  const { name, version, effective_from, beside } = plan;
  const isOwner = who !== undefined && hasRole(who, ["owner"]);
  const [from, setFrom] = useState(() => fieldOf(proposed(beside.earliest, beside.notice_days)));
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
              at: showTime(beside.earliest),
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
                  step={1}
                  value={from}
                  onChange={({ target }) => setFrom(target.value)}
                />
              </Form.Item>
              <div>
                <Button
                  type="primary"
                  disabled={from === ""}
                  loading={publish.isBusy}
                  onClick={() => publish.run(momentOf(from))}
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

/** Browsers leave seconds out where they are nought. */
function momentOf(field: string): string {
  return `${field.length === "2026-12-01T00:00".length ? `${field}:00` : field}+08:00`;
}
