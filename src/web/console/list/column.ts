/** What a column of a list is. */
import type { ReactNode } from "react";

export interface Column<Row> {
  /** By which a choice of columns remembers it, and an export names it. */
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  readonly isFigure?: true;
  /** Not shown until somebody chooses it. */
  readonly isSpare?: true;
}
