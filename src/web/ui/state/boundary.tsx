/** Keeps a fault of one page from taking the whole face with it. */
import { Component, type ReactNode, useState } from "react";
import { type UiKey, useWords } from "../language.tsx";

interface Props {
  readonly children: ReactNode;
}

type Failed = "fault" | "absent";

export class ErrorBoundary extends Component<Props, { readonly failed: Failed | null }> {
  override state: { readonly failed: Failed | null } = { failed: null };

  static getDerivedStateFromError(error: unknown) {
    return { failed: isAbsent(error) ? "absent" : "fault" };
  }

  override render() {
    const { failed } = this.state;
    return failed === null ? this.props.children : <Fault failed={failed} />;
  }
}

/** Whether a file of the page did not come, in the words of Chrome, Firefox, Safari and vite. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && /dynamically imported|importing a module|preload/i.test(error.message);
}

/** Also seen when a new version has taken away the old one's files: loading again brings the new one. */
function Fault({ failed }: { readonly failed: Failed }) {
  const say = useWords<UiKey>();
  const [isGone, setGone] = useState(false);
  // Only once the server answers: else the browser's own page of errors would take this one's place.
  const reload = async () => {
    const isThere = await fetch("/house.json", { cache: "no-store" }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) window.location.reload();
    else setGone(true);
  };
  return (
    <div className="ws-centre" role="alert">
      <p>{say(failed === "absent" ? "state.absent" : "state.fault")}</p>
      {isGone && <p>{say("state.stillGone")}</p>}
      <button type="button" className="ws-button" onClick={() => void reload()}>
        {say("state.reload")}
      </button>
    </div>
  );
}
