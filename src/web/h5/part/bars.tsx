/** Shares as bars on one scale from nothing to the whole; the figure stands beside each. */
import { showPpm } from "../../ui/figure.ts";

interface Bar {
  readonly name: string;
  readonly ppm: number;
}

const WHOLE = 1_000_000;

export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <dl className="h-bars">
      {bars.map(({ name, ppm }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="h-bar" aria-hidden="true">
              <span style={{ width: `${Math.min(100, (ppm / WHOLE) * 100)}%` }} />
            </span>
            <span className="ws-number">{showPpm(ppm)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
