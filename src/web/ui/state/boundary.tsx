/** Keeps a fault of one page from taking the whole face with it. */
import { Component, type ReactNode } from "react";
import { type UiKey, useWords } from "../language.tsx";

interface Props {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Fault /> : this.props.children;
  }
}

/** Also seen when a new version has taken away the old one's files: loading again brings the new one. */
function Fault() {
  const say = useWords<UiKey>();
  return (
    <div className="ws-centre" role="alert">
      <p>{say("state.fault")}</p>
      <button type="button" className="ws-button" onClick={() => window.location.reload()}>
        {say("state.reload")}
      </button>
    </div>
  );
}
