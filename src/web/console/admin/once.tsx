/** Something shown once and never again: a key or a secret, to be copied before it is closed. */
import { Button, Modal } from "antd";
import { useState } from "react";
import { Qr } from "../../ui/qr.tsx";
import { useSay } from "../say.ts";

interface Props {
  readonly title: string;
  readonly text: string;
  /** An address that an app reads from a QR code. */
  readonly uri?: string;
  readonly close: () => void;
}

export function ShownOnce({ title, text, uri, close }: Props) {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    // Where the page may not write to the clipboard the text can still be marked by hand.
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {say("staff.close")}
        </Button>
      }
    >
      <div className="ws-stack">
        {uri !== undefined && (
          <>
            <p>{say("staff.totpHint")}</p>
            <Qr text={uri} size={14} />
            <p>{say("staff.totpSecret")}</p>
          </>
        )}
        <code className="console-hash console-command">{text}</code>
        <div>
          <Button onClick={copy}>{say(isCopied ? "keys.copied" : "keys.copy")}</Button>
        </div>
      </div>
    </Modal>
  );
}
