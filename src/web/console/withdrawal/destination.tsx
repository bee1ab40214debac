/** Where a withdrawal is paid by hand, in full: shown on purpose, written down, gone with the dialog. */
import { Button, Modal } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Facts } from "../facts.tsx";
import { useSay } from "../say.ts";
import type { Withdrawal } from "./withdrawal.ts";

export function Destination({ of }: { readonly of: Withdrawal }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("withdrawal.destination")}</Button>
      {isOpen && <Look id={of.id} close={() => setOpen(false)} />}
    </>
  );
}

function Look({ id, close }: { readonly id: string; readonly close: () => void }) {
  const say = useSay();
  const look = useAction({
    name: `withdrawal.destination.${id}`,
    send: (_body: null, _key) =>
      client.POST("/v1/withdrawals/{id}/destination", { params: { path: { id } } }),
  });
  const { state } = look;
  return (
    <Modal open title={say("withdrawal.destination")} footer={null} onCancel={close}>
      <div className="ws-stack">
        <p className="ws-note">{say("withdrawal.destinationMeans")}</p>
        {state.phase === "done" ? (
          <Facts
            rows={[
              [say("withdrawal.destinationName"), state.answer.name],
              [say("withdrawal.destinationCard"), <code key="card">{state.answer.card_number}</code>],
            ]}
          />
        ) : (
          <Button type="primary" loading={look.isBusy} onClick={() => look.run(null)}>
            {say("withdrawal.destinationShow")}
          </Button>
        )}
        <ActionNote action={look} />
      </div>
    </Modal>
  );
}
