/** One step of the schema: what must hold before it, what it does, what must hold after it. */
export interface Migration {
  /** Number and words, such as "001-book"; never changed once released. */
  readonly name: string;
  /** Queries that each give one row with a boolean `ok`; a false one stops the migration untouched. */
  readonly before: readonly string[];
  readonly up: readonly string[];
  readonly after: readonly string[];
}

/** The columns of a table with what every table begins with: the key's cell, and the operator. */
export const keyed = (columns: string): string =>
  `cell_id bigint NOT NULL, operator_id bigint NOT NULL, ${columns}`;

/** None of the tables is there yet; each is there. */
export const absent = (tables: readonly string[]): string[] =>
  tables.map((table) => `SELECT to_regclass('${table}') IS NULL AS ok`);
export const present = (tables: readonly string[]): string[] =>
  tables.map((table) => `SELECT to_regclass('${table}') IS NOT NULL AS ok`);
