/** The sums of all that a list's filter finds, above it. */
import type { ReactNode } from "react";

export type Sums = readonly (readonly [label: string, figure: ReactNode])[];

export function Summary({ sums }: { readonly sums: Sums }) {
  return (
    <dl className="console-sums">
      {sums.map(([label, figure]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="ws-number">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
