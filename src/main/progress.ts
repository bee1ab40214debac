/** How far long work has come: on standard error, for a person watching, and never into a file by itself. */
import { Presets, SingleBar } from "cli-progress";
import type { Say } from "./language.ts";
import type { Screen } from "./screen.ts";

/** What the line counts: bytes of a file, or steps of a calculation. */
export interface Goal {
  readonly title: string;
  /** Null: not known before the end, as with a pipe. */
  readonly total: number | null;
  readonly unit: "bytes" | "steps";
}

export interface Progress {
  /** `done` of the goal's total; `orders` worked on so far, for the rate. */
  at(done: number, orders: number): void;
  stop(): void;
}

const SILENT: Progress = { at: () => {}, stop: () => {} };
const MB = 1_000_000;

/**
 * Starts a progress line with rate and remaining time; silent unless a person watches or `wanted` says
 * otherwise.
 */
export function progressOn(screen: Screen, say: Say, wanted: boolean | undefined, goal: Goal): Progress {
  if (!(wanted ?? screen.isTerminal)) return SILENT;
  const size = (value: number) => (goal.unit === "bytes" ? `${(value / MB).toFixed(1)} MB` : String(value));
  const format = goal.total === null ? say("progress.open") : say("progress.bounded");
  const bar = new SingleBar(
    {
      stream: screen.raw,
      format: format.replaceAll("[[", "{").replaceAll("]]", "}"),
      formatValue: (value, _options, type) =>
        type === "value" || type === "total" ? size(value) : String(value),
      formatTime: (seconds) => clock(seconds),
      barsize: 24,
      hideCursor: null,
      clearOnComplete: true,
      noTTYOutput: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  const started = performance.now();
  bar.start(goal.total ?? 0, 0, { title: goal.title, rate: "0" });
  return {
    at: (done, orders) => {
      const seconds = (performance.now() - started) / 1000;
      bar.update(done, { rate: seconds > 0 ? Math.round(orders / seconds).toLocaleString("en") : "0" });
    },
    stop: () => bar.stop(),
  };
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes >= 60
    ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}
