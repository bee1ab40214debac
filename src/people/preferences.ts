/** Preferences 偏好 of one principal: how he likes his screens, a small JSON that the house does not read. */
import type { Json } from "./canonical.ts";
import type { Ground } from "./ground.ts";

export class Preferences {
  constructor(private readonly ground: Ground) {}

  /** What was put down last; an empty object before that. */
  async get(principal: string): Promise<Json> {
    const { rows } = await this.ground.database.query<{ body: Json }>(
      "SELECT body FROM preference WHERE cell_id = $1 AND principal_id = $2",
      [this.ground.cell, principal],
    );
    return rows[0]?.body ?? {};
  }

  async put(principal: string, body: Json): Promise<void> {
    const { cell, operator } = this.ground;
    await this.ground.database.query(
      `INSERT INTO preference (cell_id, operator_id, principal_id, body, updated_at)
       VALUES ($1, $2, $3, $4::jsonb, $5)
       ON CONFLICT (cell_id, principal_id)
       DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`,
      [cell, operator, principal, JSON.stringify(body), this.ground.now()],
    );
  }
}
