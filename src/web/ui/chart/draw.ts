/** The drawing of a chart: uPlot, sized with its place, in the colours of the theme. */
import Plot from "uplot";
import "uplot/dist/uPlot.min.css";

export interface ChartPoint {
  /** ISO 8601. */
  readonly at: string;
  /** For the drawing alone: figures to be read or reckoned with are never made of it. */
  readonly value: number;
}

/** Above the highest value so much is left free. */
const ROOM = 1.08;
const TWO_DAYS = 2 * 86_400_000;

/** Milliseconds from the first to the last. */
function spanOf(points: readonly ChartPoint[]): number {
  return Date.parse(points[points.length - 1]?.at ?? "") - Date.parse(points[0]?.at ?? "");
}

interface Drawn {
  readonly points: readonly ChartPoint[];
  readonly show: (value: number) => string;
  readonly height: number;
  readonly theme: "light" | "dark";
}

/** Draws into `place`; what it gives back takes the drawing away. */
export function draw(place: HTMLElement, { points, show, height }: Drawn): () => void {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string) => styles.getPropertyValue(`--ws-${name}`).trim();
  const axis = { stroke: colour("text-soft"), grid: { stroke: colour("line"), width: 1 } };
  const plot = new Plot(
    {
      width: Math.max(place.clientWidth, 1),
      height,
      legend: { show: false },
      cursor: { show: false },
      // From nothing on: cut off below, a line that hardly moves would look steep.
      scales: { y: { range: (_plot, low, high) => [Math.min(0, low), Math.max(high, 0) * ROOM || 1] } },
      tzDate: (seconds) => Plot.tzDate(new Date(seconds * 1_000), "Asia/Shanghai"),
      axes: [
        { ...axis, values: spanOf(points) < TWO_DAYS ? "{HH}:{mm}" : "{YYYY}-{MM}-{DD}", space: 96 },
        { ...axis, values: (_plot, ticks) => ticks.map(show), size: 72 },
      ],
      series: [{}, { stroke: colour("brand"), width: 2, points: { show: points.length < 3 } }],
    },
    [points.map(({ at }) => Date.parse(at) / 1_000), points.map(({ value }) => value)],
    place,
  );
  const watch = new ResizeObserver(() => plot.setSize({ width: Math.max(place.clientWidth, 1), height }));
  watch.observe(place);
  return () => {
    watch.disconnect();
    plot.destroy();
  };
}
