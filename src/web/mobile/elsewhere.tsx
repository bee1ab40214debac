/** Signs out everywhere but here. */
import { Button } from "antd-mobile";
import { useAction } from "../ui/api/action.ts";
import { client } from "../ui/api/client.ts";
import { useWords } from "../ui/language.tsx";
import { ActionNote } from "../ui/state/actionnote.tsx";
import type { zhMobile } from "./words/zh.ts";

export function SignOutElsewhere() {
  const say = useWords<keyof typeof zhMobile>();
  const action = useAction({
    name: "session.elsewhere",
    send: (_body: null, key) =>
      client.DELETE("/v1/session/devices", { params: { header: { "Idempotency-Key": key } } }),
    refresh: ["devices"],
  });
  const { state } = action;
  return (
    <div className="ws-stack">
      <Button block loading={action.isBusy} onClick={() => action.run(null)}>
        {say("self.elsewhere")}
      </Button>
      {state.phase === "done" && (
        <p className="ws-soft" role="status">
          {say("self.elsewhereDone", { count: state.answer.closed })}
        </p>
      )}
      <ActionNote action={action} />
    </div>
  );
}
