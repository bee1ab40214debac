/** Facts as pairs of a name and what it says, one below the other or side by side as there is room. */
import type { ReactNode } from "react";

export type FactRows = readonly (readonly [label: string, value: ReactNode])[];

export function Facts({ rows }: { readonly rows: FactRows }) {
  return (
    <dl className="console-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? "—"}</dd>
        </div>
      ))}
    </dl>
  );
}
