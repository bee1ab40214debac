/** The texts people agreed to, by their hash, so that what somebody saw can be shown again as it was. */
import { absent, type Migration, present } from "./migration.ts";

const TABLES = ["agreed_text"] as const;

export const migration: Migration = {
  name: "012-texts",
  before: absent(TABLES),
  up: [
    `CREATE TABLE agreed_text (
      cell_id bigint NOT NULL,
      text_hash text NOT NULL,
      operator_id bigint NOT NULL,
      text text NOT NULL,
      first_at timestamptz NOT NULL,
      PRIMARY KEY (cell_id, text_hash)
    )`,
  ],
  after: present(TABLES),
};
