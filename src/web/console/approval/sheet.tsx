/** One approval: what was asked to the letter, and the second officer's yes or no. */
import { App, Button, Drawer, Form, Input, Tag } from "antd";
import { useState } from "react";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { hasRole, useWho, type Who } from "../../ui/session.tsx";
import { Deed } from "../deed.tsx";
import { Facts } from "../facts.tsx";
import { useSay } from "../say.ts";
import { StaffName } from "../staffname.tsx";
import { type Approval, ApprovalFacts } from "./payload.tsx";

/** Whose the second pair of eyes may be. */
const SECOND: Readonly<Record<Approval["kind"], readonly string[]>> = {
  plan: ["owner", "finance", "risk"],
  injection: ["owner", "finance"],
  sponsor_correction: ["owner", "risk"],
  withdrawal: ["owner", "finance", "risk"],
};

function isSecond({ kind, asked_by, state }: Approval, who: Who | undefined): boolean {
  return who !== undefined && state === "asked" && asked_by !== who.id && hasRole(who, SECOND[kind]);
}

export const TINTS: Readonly<Record<Approval["state"], string>> = {
  asked: "warning",
  approved: "processing",
  done: "success",
  rejected: "error",
  expired: "default",
};

export function ApprovalSheet({ of, close }: { readonly of: Approval; readonly close: () => void }) {
  const say = useSay();
  const who = useWho();
  const [deed, setDeed] = useState<"approve" | "reject" | null>(null);
  const isMine = of.state === "asked" && of.asked_by === who?.id;
  return (
    <Drawer open title={say(`approval.kind.${of.kind}`)} size="large" onClose={close}>
      <div className="ws-stack">
        <div className="ws-row">
          <Tag color={TINTS[of.state]}>{say(`approval.state.${of.state}`)}</Tag>
        </div>
        {isMine && <p className="ws-note">{say("approval.own")}</p>}
        {of.outcome !== null && (
          <p className="ws-note ws-note-bad">{say("approval.outcome", { text: of.outcome[say.language] })}</p>
        )}
        {isSecond(of, who) && (
          <div className="ws-row">
            <Button type="primary" onClick={() => setDeed("approve")}>
              {say("approval.approve")}
            </Button>
            <Button danger onClick={() => setDeed("reject")}>
              {say("approval.reject")}
            </Button>
          </div>
        )}
        <ApprovalFacts of={of} />
        <Facts
          rows={[
            [say("approval.askedBy"), <StaffName key="by" id={of.asked_by} />],
            [say("approval.askedAt"), <Time key="at" at={of.asked_at} />],
            [say("approval.expires"), <Time key="expires" at={of.expires_at} />],
            [say("approval.decidedBy"), <StaffName key="decided" id={of.decided_by} />],
            [say("do.reason"), of.reason],
            [say("approval.hash"), <code key="hash">{of.payload_hash}</code>],
          ]}
        />
      </div>
      {deed !== null && <Decide of={of} verb={deed} close={() => setDeed(null)} finished={close} />}
    </Drawer>
  );
}

interface DecideProps {
  readonly of: Approval;
  readonly verb: "approve" | "reject";
  readonly close: () => void;
  readonly finished: () => void;
}

function Decide({ of, verb, close, finished }: DecideProps) {
  const say = useSay();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason?: string }>();
  const isNo = verb === "reject";
  const params = (key: string) => ({ path: { id: of.id }, header: { "Idempotency-Key": key } });
  const action = useAction({
    name: `approval.${verb}.${of.id}`,
    send: (reason: string, key) => {
      const body = { payload_hash: of.payload_hash, reason };
      return isNo
        ? client.POST("/v1/approvals/{id}/reject", { params: params(key), body })
        : client.POST("/v1/approvals/{id}/approve", {
            params: params(key),
            body: reason === "" ? { payload_hash: of.payload_hash } : body,
          });
    },
    refresh: ["approvals", "overview", "injections", "member"],
    done: () => {
      void message.success(say(isNo ? "approval.rejectDone" : "approval.approveDone"));
      finished();
    },
  });
  return (
    <Deed
      title={say(isNo ? "approval.reject" : "approval.approve")}
      consequence={say(isNo ? "approval.rejectMeans" : `approval.means.${of.kind}`)}
      ok={say(isNo ? "approval.reject" : "approval.approve")}
      isDanger={isNo}
      action={action}
      form={form}
      close={close}
      submit={({ reason = "" }) => action.run(reason.trim())}
    >
      <Form.Item
        name="reason"
        label={say(isNo ? "do.reason" : "approval.remark")}
        rules={isNo ? [{ required: true, whitespace: true, message: say("do.reasonNeeded") }] : []}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Deed>
  );
}
