/** A line chart in the colours of the kit. The drawing comes when needed; the text below it says the same. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { showTime } from "../figure.ts";
import { type UiKey, useWords } from "../language.tsx";
import { Loading } from "../state/loading.tsx";
import { ProblemView } from "../state/problemview.tsx";
import { useTheme } from "../theme.tsx";
import type { ChartPoint } from "./draw.ts";

export type { ChartPoint } from "./draw.ts";

interface Props {
  /** What is drawn, for whoever cannot see it. */
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** A value as it is written at the axis. */
  readonly show: (value: number) => string;
  /** Height in px. */
  readonly height?: number;
}

const drawing = {
  queryKey: ["chart drawing"],
  queryFn: () => import("./draw.ts"),
  staleTime: Number.POSITIVE_INFINITY,
} as const;

export function Chart({ label, points, show, height = 220 }: Props) {
  const say = useWords<UiKey>();
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(drawing);
  const first = points[0];
  const last = points[points.length - 1];
  const text =
    first === undefined || last === undefined
      ? say("chart.none", { label })
      : say("chart.last", {
          label,
          from: showTime(first.at, "day"),
          to: showTime(last.at, "day"),
          value: show(last.value),
        });
  useEffect(() => {
    if (data === undefined || place.current === null || points.length === 0) return;
    // The theme is named so that another one draws anew.
    return data.draw(place.current, { points, show, height, theme });
  }, [data, points, show, height, theme]);
  if (error !== null) return <ProblemView thrown={error} retry={() => void refetch()} />;
  return (
    <figure className="ws-chart">
      {data === undefined ? (
        <Loading />
      ) : (
        <div
          ref={place}
          role="img"
          aria-label={text}
          style={{ minHeight: points.length === 0 ? 0 : height }}
        />
      )}
      <figcaption className="ws-soft">{text}</figcaption>
    </figure>
  );
}
