/** Names and figures below one another, the figures at the right. */
import type { ReactNode } from "react";

export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, figure: ReactNode])[] }) {
  return (
    <dl className="ws-figures">
      {rows.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
