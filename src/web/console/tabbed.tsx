/** Parts of a page behind tabs, one of them seen; where there is little room the tabs take several rows. */
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import "./part.css";

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

interface Props {
  readonly tabs: readonly Tab[];
  readonly label: string;
  /** Which is seen, and what choosing another does; without them it is kept here. */
  readonly chosen?: string;
  readonly onChoose?: (key: string) => void;
}

export function Tabbed({ tabs, label, ...outer }: Props) {
  const id = useId();
  const [inner, setInner] = useState(tabs[0]?.key);
  const chosen = outer.chosen ?? inner;
  const choose = outer.onChoose ?? setInner;
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
