/** How far an export has come: its progress with a way to give it up, then its file. */
import { Progress as Bar, Button } from "antd";
import type { components } from "#client";
import { useAction } from "../ui/api/action.ts";
import { client } from "../ui/api/client.ts";
import { hasRole, useWho } from "../ui/session.tsx";
import { ActionNote } from "../ui/state/actionnote.tsx";
import { useSay } from "./say.ts";
import "./part.css";

type Export = components["schemas"]["Export"];

/** Whether it is still being made. */
export const isOpen = ({ state }: Export) => state === "queued" || state === "running";

export function ExportState({ of }: { readonly of: Export }) {
  const say = useSay();
  const who = useWho();
  const { id, state, done, total, seconds_left: left, error } = of;
  const cancel = useAction({
    name: `export.cancel.${id}`,
    send: (_body: null, key) =>
      client.POST("/v1/exports/{id}/cancel", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["exports"],
  });
  if (state === "done") {
    const isGone = of.expires_at !== null && Date.parse(of.expires_at) < Date.now();
    return isGone ? (
      <span className="ws-soft">{say("exports.gone")}</span>
    ) : (
      <Button type="link" href={`/v1/exports/${id}/file`} download={of.name}>
        {say("exports.download")}
      </Button>
    );
  }
  if (state === "failed" || state === "cancelled") {
    return (
      <span>
        {say(`job.${state}`)} {error}
      </span>
    );
  }
  const percent = total === null || total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <div className="ws-row">
      <Bar className="console-narrow" percent={percent} aria-label={say("exports.state")} />
      {left !== null && <span className="ws-soft">{say("job.left", { seconds: left })}</span>}
      {who !== undefined && !hasRole(who, ["auditor"]) && (
        <Button loading={cancel.isBusy} onClick={() => cancel.run(null)}>
          {say("job.cancel")}
        </Button>
      )}
      <ActionNote action={cancel} />
    </div>
  );
}
