/** One step of the schema: what must hold before it, what it does, what must hold after it. */
export interface Migration {
  /** Number and words, such as "001-book"; never changed once released. */
  readonly name: string;
  /** Queries that each give one row with a boolean `ok`; a false one stops the migration untouched. */
  readonly before: readonly string[];
  readonly up: readonly string[];
  readonly after: readonly string[];
}
