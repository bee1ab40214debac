/**
 * A chart of ECharts in the colours of the page, as wide as its place, with a sentence for whoever
 * cannot see it.
 */
import { useQuery } from "@tanstack/react-query";
import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useTheme } from "../../ui/theme.tsx";

/** Colours of the page as it stands. */
export interface Paint {
  readonly theme: "light" | "dark";
  readonly font: string;
  readonly brand: string;
  readonly second: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
}

interface Props {
  readonly label: string;
  readonly option: (paint: Paint) => EChartsCoreOption;
  readonly height?: string;
}

const drawing = {
  queryKey: ["echarts"],
  queryFn: () => import("./echarts.ts"),
  staleTime: Number.POSITIVE_INFINITY,
} as const;

export function Chart({ label, option, height = "clamp(18rem, 32vh, 34rem)" }: Props) {
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(drawing);
  useEffect(() => {
    const { current } = place;
    if (data === undefined || current === null) return;
    const chart = data.init(current, null, { renderer: "svg" });
    chart.setOption({ animation: false, ...option(paintOf(current, theme)) });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [data, option, theme]);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  return <div ref={place} role="img" aria-label={label} style={{ height, width: "100%" }} />;
}

/** The theme is named because another one means other colours. */
function paintOf(element: HTMLElement, theme: "light" | "dark"): Paint {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    theme,
    font: style.fontFamily,
    brand: colour("--ws-brand"),
    second: colour("--ws-warn"),
    text: colour("--ws-text"),
    soft: colour("--ws-text-soft"),
    line: colour("--ws-line"),
    surface: colour("--ws-surface"),
  };
}
