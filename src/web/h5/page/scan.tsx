/** Scan 扫一扫: a store's code, a friend's, or an amount shown at the counter. */
import { useState } from "react";
import { useLocation } from "wouter";
import { Scan } from "../../ui/scan/scan.tsx";
import { Head } from "../part/head.tsx";
import { useSay } from "../say.ts";

/** The page of ours that a code leads to; null where it is none of ours. */
function pageOf(text: string): string | null {
  const code = /^[\w-]{4,40}$/.exec(text.trim())?.[0];
  if (code !== undefined) return `/arrive/${code}`;
  const [, way, found] =
    /^https?:\/\/[^/]+\/(?:h5\/)?(s|arrive|p|store)\/([\w-]{1,40})/.exec(text.trim()) ?? [];
  if (way === undefined) return null;
  return way === "p" ? `/p/${found}` : `/arrive/${found}`;
}

export default function ScanPage() {
  const say = useSay();
  const [, go] = useLocation();
  const [isStrange, setStrange] = useState(false);
  const [typed, setTyped] = useState("");
  const found = (text: string) => {
    const page = pageOf(text);
    setStrange(page === null);
    if (page !== null) go(page);
  };
  return (
    <div className="ws-stack">
      <Head title={say("scan.title")} />
      <section className="ws-card ws-stack">
        <p className="ws-soft">{say("scan.what")}</p>
        <Scan found={found} />
        {isStrange && (
          <p className="ws-note" role="alert">
            {say("scan.strange")}
          </p>
        )}
      </section>
      <form
        className="ws-card ws-stack"
        onSubmit={(event) => {
          event.preventDefault();
          found(typed);
        }}
      >
        <label className="m-field">
          <span>{say("scan.typed")}</span>
          <input value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
        </label>
        <button type="submit" className="ws-button" disabled={typed.trim() === ""}>
          {say("scan.go")}
        </button>
      </form>
    </div>
  );
}
