/**
 * Answers 已答 of repeatable writes that the book does not remember: the same key with the same body gets the
 * answer it got, sealed at rest, for some of them show a secret once. What moves money needs none of this.
 */
import { type Ground, sha256 } from "./ground.ts";

/** Seconds after which a request that never ended is taken for lost with its process. */
const LOST = 60;
const KEPT_DAYS = 7;

export type AnswerKept =
  /** Nobody asked this before: do it, then `keep` the answer, or `drop` it where it was refused. */
  | { readonly stands: "new" }
  | { readonly stands: "answered"; readonly status: number; readonly text: string | null }
  /** The same request is being carried out just now. */
  | { readonly stands: "under way" }
  /** The same key came with another body. */
  | { readonly stands: "other" };

type Row = { readonly body_hash: Buffer; readonly status: number | null; readonly answer: Buffer | null };

export class Answered {
  constructor(private readonly ground: Ground) {}

  /** Begins a request, known by `key`. */
  async begin(key: string, body: string): Promise<AnswerKept> {
    const { cell, operator, database } = this.ground;
    const hash = sha256(key);
    const of = sha256(body);
    const { rowCount } = await database.query(
      `INSERT INTO answered (cell_id, operator_id, request_hash, body_hash, started_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (cell_id, request_hash) DO UPDATE SET started_at = excluded.started_at
         WHERE answered.status IS NULL AND answered.started_at <= $6
           AND answered.body_hash = excluded.body_hash`,
      [cell, operator, hash, of, this.ground.now(), this.ground.after(-LOST)],
    );
    if (rowCount === 1) return { stands: "new" };
    const { rows } = await database.query<Row>(
      "SELECT body_hash, status, answer FROM answered WHERE cell_id = $1 AND request_hash = $2",
      [cell, hash],
    );
    const row = rows[0];
    // Dropped between the two statements: whoever asks again finds it new.
    if (row === undefined) return { stands: "under way" };
    if (!row.body_hash.equals(of)) return { stands: "other" };
    if (row.status === null) return { stands: "under way" };
    const text =
      row.answer === null ? null : this.ground.vault.open(answerPlace(this.ground, hash), row.answer);
    return { stands: "answered", status: row.status, text };
  }

  async keep(key: string, status: number, text: string | null): Promise<void> {
    const hash = sha256(key);
    const answer = text === null ? null : this.ground.vault.seal(answerPlace(this.ground, hash), text);
    await this.ground.database.query(
      "UPDATE answered SET status = $3, answer = $4 WHERE cell_id = $1 AND request_hash = $2",
      [this.ground.cell, hash, status, answer],
    );
  }

  /** Forgets a request that came to nothing, so that it may be asked anew. */
  async drop(key: string): Promise<void> {
    await this.ground.database.query(
      "DELETE FROM answered WHERE cell_id = $1 AND request_hash = $2 AND status IS NULL",
      [this.ground.cell, sha256(key)],
    );
  }

  async sweep(): Promise<void> {
    await this.ground.database.query("DELETE FROM answered WHERE cell_id = $1 AND started_at < $2", [
      this.ground.cell,
      this.ground.after(-KEPT_DAYS * 86_400),
    ]);
  }
}

/** Where the answer to a request is sealed. */
export function answerPlace(ground: Ground, hash: Buffer): string {
  return ground.place("answered", hash.toString("base64url"));
}
