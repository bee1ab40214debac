/** Light or dark, as the system says or as chosen here; told to the document, so that all styles follow. */
import { useSyncExternalStore } from "react";
import { type UiKey, useWords } from "./language.tsx";
import "./theme.css";
import "./kit.css";

export type Choice = "system" | "light" | "dark";
type Shown = "light" | "dark";

const CHOICES: readonly Choice[] = ["system", "light", "dark"];
const STORED = "wellspring.theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");
const watchers = new Set<() => void>();

function choice(): Choice {
  const stored = localStorage.getItem(STORED);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** What is shown now. */
function shown(): Shown {
  const chosen = choice();
  if (chosen !== "system") return chosen;
  return system.matches ? "dark" : "light";
}

function apply(): void {
  const root = document.documentElement;
  root.dataset["theme"] = shown();
  // The attribute by which antd-mobile turns dark.
  root.dataset["prefersColorScheme"] = shown();
  for (const watch of watchers) watch();
}

/** Once, before anything is shown. */
export function startTheme(): void {
  system.addEventListener("change", apply);
  apply();
}

function choose(next: Choice): void {
  localStorage.setItem(STORED, next);
  apply();
}

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

/** Whether light or dark is shown, for what draws by itself. */
export function useTheme(): Shown {
  return useSyncExternalStore(watch, shown);
}

/** System, light or dark. */
export function ThemeSwitch() {
  const say = useWords<UiKey>();
  const chosen = useSyncExternalStore(watch, choice);
  return (
    <label className="ws-row">
      <span>{say("theme.label")}</span>
      <select
        className="ws-select"
        value={chosen}
        onChange={({ target }) => choose(CHOICES.find((one) => one === target.value) ?? "system")}
      >
        {CHOICES.map((one) => (
          <option key={one} value={one}>
            {say(`theme.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
