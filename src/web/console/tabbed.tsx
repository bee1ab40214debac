/** Parts of a page behind tabs, of which one is seen; where there is little room the tabs take several rows. */
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import "./part.css";

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

export function Tabbed({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  const id = useId();
  const [chosen, choose] = useState(tabs[0]?.key);
  const at = Math.max(
    0,
    tabs.findIndex(({ key }) => key === chosen),
  );
  const shown = tabs[at];
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    choose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div>
      <div role="tablist" aria-label={label} className="console-tabs" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => choose(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown?.key}`}>
        {shown?.children}
      </div>
    </div>
  );
}
