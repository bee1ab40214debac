/** The login log 登录日志: every try to sign in, whatever came of it. */
import type { Queryable } from "#store";
import type { From, Ground } from "./ground.ts";

export type LoginTry = {
  readonly way: "code" | "password";
  readonly outcome: "in" | "refused" | "locked" | "replayed";
  readonly principal: string | null;
};

export type LoginLine = LoginTry & {
  readonly id: string;
  readonly at: Date;
  readonly ip: string | null;
  readonly agent: string | null;
};

export async function logLogin(ground: Ground, tx: Queryable, tried: LoginTry, from: From): Promise<void> {
  await tx.query(
    `INSERT INTO login_log (cell_id, operator_id, id, at, way, outcome, principal_id, ip, agent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ground.cell,
      ground.operator,
      ground.id(),
      ground.now(),
      tried.way,
      tried.outcome,
      tried.principal,
      from.ip,
      from.agent?.slice(0, 200) ?? null,
    ],
  );
}

/** Newest first; `before` is the id the page before ended with. */
export async function listLogins(
  ground: Ground,
  principal: string,
  limit: number,
  before: string | null = null,
): Promise<LoginLine[]> {
  const { rows } = await ground.database.query<LoginLine>(
    `SELECT id, at, way, outcome, principal_id AS principal, ip, agent FROM login_log
     WHERE cell_id = $1 AND principal_id = $2 AND ($3::text IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [ground.cell, principal, before, limit],
  );
  return rows;
}
