/**
 * Approving several withdrawals: one after the other, each on its own, so that one no holds up no
 * other.
 */
import { Button, Modal } from "antd";
import { useState } from "react";
import { client, dataOf } from "../../ui/api/client.ts";
import { begin, isOpen, pending, settle } from "../../ui/api/intention.ts";
import { asProblem } from "../../ui/api/problem.ts";
import { queries } from "../../ui/api/read.ts";
import { showYuan } from "../../ui/figure.ts";
import { Money } from "../../ui/figures.tsx";
import { useSay } from "../say.ts";
import type { WithdrawalLine } from "./withdrawal.ts";

interface Refused {
  readonly of: WithdrawalLine;
  readonly why: string;
}

interface Props {
  readonly chosen: readonly WithdrawalLine[];
  readonly finished: () => void;
}

export function BatchApprove({ chosen, finished }: Props) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<number>();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const total = chosen.reduce((sum, { amount_fen: fen }) => sum + BigInt(fen), 0n);
  const run = async () => {
    setRefused([]);
    for (const [at, of] of chosen.entries()) {
      setDone(at);
      const why = await approve(of.id, say.language);
      if (why !== null) setRefused((all) => [...all, { of, why }]);
    }
    setDone(chosen.length);
    for (const word of ["withdrawals", "overview"]) void queries.invalidateQueries({ queryKey: [word] });
  };
  const close = () => {
    setAsking(false);
    setDone(undefined);
    finished();
  };
  const isOver = done === chosen.length && done > 0;
  const mayLeave = done === undefined || isOver;
  return (
    <>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
        {say("withdrawal.approveMany", { count: chosen.length })}
      </Button>
      <Modal
        open={isAsking}
        title={say("withdrawal.approveMany", { count: chosen.length })}
        mask={{ closable: false }}
        closable={mayLeave}
        keyboard={mayLeave}
        confirmLoading={done !== undefined && !isOver}
        okText={say(isOver ? "do.close" : "withdrawal.approve")}
        cancelText={say("do.cancel")}
        cancelButtonProps={{ disabled: done !== undefined }}
        onOk={() => (isOver ? close() : void run())}
        onCancel={close}
      >
        <div className="ws-stack">
          <p>{say("withdrawal.manyMeans", { count: chosen.length, amount: `¥${showYuan(total)}` })}</p>
          {done !== undefined && (
            <>
              <progress
                className="ws-progress"
                aria-label={say("job.done")}
                value={done}
                max={chosen.length}
              />
              <p role="status">{say("job.progress", { done, total: chosen.length })}</p>
            </>
          )}
          {refused.map(({ of, why }) => (
            <p key={of.id} className="ws-note ws-note-bad">
              {of.member_name ?? of.member} <Money fen={of.amount_fen} />: {why}
            </p>
          ))}
        </div>
      </Modal>
    </>
  );
}

/**
 * Null when it is approved; else why not. An answer that never came is asked for again with the same
 * key.
 */
async function approve(id: string, language: "zh" | "en"): Promise<string | null> {
  const name = `withdrawal.approve.${id}`;
  const { key } = pending(sessionStorage, name) ?? begin(sessionStorage, name, null);
  try {
    await dataOf(
      client.POST("/v1/withdrawals/{id}/approve", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
      }),
    );
    settle(sessionStorage, name);
    return null;
  } catch (error) {
    if (!isOpen(error)) settle(sessionStorage, name);
    return asProblem(error).say(language);
  }
}
