/**
 * A small line of the price, without a library; the page of points has the chart with its axes. Its bottom is
 * zero: a price that hardly moved is a flat line.
 */

interface Point {
  readonly at: string;
  readonly price: string;
}

const WIDTH = 120;
const HEIGHT = 36;

export function Spark({ points }: { readonly points: readonly Point[] }) {
  // For the eye alone: a place on the picture, no figure to reckon with.
  const values = points.map(({ price }) => Number(price));
  const high = Math.max(...values) || 1;
  const last = Math.max(1, values.length - 1);
  const path = values
    .map((value, at) => {
      const x = ((at / last) * WIDTH).toFixed(1);
      const y = (HEIGHT - 3 - (value / high) * (HEIGHT - 6)).toFixed(1);
      return `${at === 0 ? "M" : "L"}${x} ${y}`;
    })
    .join("");
  if (values.length < 2) return null;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-spark" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
    </svg>
  );
}
