/**
 * A dialog for one thing to be done: what it means, what it needs, and how it stands until it is
 * certain.
 */
import { Form, type FormInstance, Modal } from "antd";
import type { ReactNode } from "react";
import type { Action } from "../ui/api/action.ts";
import { ActionNote } from "../ui/state/actionnote.tsx";
import { useSay } from "./say.ts";

interface Props<Fields, Body, Answer> {
  readonly title: string;
  /** What follows from it, in plain words. */
  readonly consequence?: ReactNode;
  readonly ok: string;
  readonly isDanger?: boolean;
  readonly action: Action<Body, Answer>;
  readonly form: FormInstance<Fields>;
  readonly initial?: Partial<Fields>;
  readonly close: () => void;
  readonly submit: (fields: Fields) => void;
  readonly children?: ReactNode;
}

export function Deed<Fields, Body, Answer>(props: Props<Fields, Body, Answer>) {
  const { title, consequence, ok, isDanger = false, action, form, initial, close, submit, children } = props;
  const say = useSay();
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={say("do.cancel")}
      okButtonProps={{ danger: isDanger, disabled: action.state.phase === "unknown" }}
      confirmLoading={action.isBusy}
      onOk={() => form.submit()}
      onCancel={close}
      mask={{ closable: false }}
    >
      <div className="ws-stack">
        {consequence !== undefined && <div className="ws-note">{consequence}</div>}
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          disabled={action.isBusy}
          {...(initial === undefined ? {} : { initialValues: initial as Record<string, unknown> })}
          onFinish={submit}
        >
          {children}
        </Form>
        <ActionNote action={action} />
      </div>
    </Modal>
  );
}
