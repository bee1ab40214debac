/** The file a job makes: kept in the database in parts, so that whichever server is asked can hand it out. */
import { Writable } from "node:stream";
import type { Database } from "#store";
import { JobLost, type JobRun } from "./jobrun.ts";

const PART = 256 << 10;

export class JobFiles {
  constructor(private readonly database: Database) {}

  /**
   * A stream whose bytes become the file of a running job; what an earlier try left is thrown away. It fails
   * as soon as the job is no longer this try's.
   */
  async write(run: JobRun, now: Date): Promise<JobFileStream> {
    await this.drop(run.cell, run.id);
    return new JobFileStream(async (part, bytes) => {
      const { rowCount } = await this.database.query(
        `INSERT INTO export_part (cell_id, operator_id, job_id, part, bytes, made_at)
         SELECT j.cell_id, j.operator_id, j.job_id, $3::integer, $4::bytea, $5::timestamptz FROM job j
          WHERE j.cell_id = $1 AND j.job_id = $2 AND j.state = 'running' AND j.tries = $6`,
        [run.cell, run.id, part, bytes, now, run.tries],
      );
      if (rowCount === 0) throw new JobLost(run.id);
    });
  }

  /** The bytes of a file, part by part. */
  async *read(cell: bigint, job: string): AsyncGenerator<Buffer> {
    for (let part = 0; ; part++) {
      const { rows } = await this.database.query<{ bytes: Buffer }>(
        "SELECT bytes FROM export_part WHERE cell_id = $1 AND job_id = $2 AND part = $3",
        [cell, job, part],
      );
      if (rows[0] === undefined) return;
      yield rows[0].bytes;
    }
  }

  async drop(cell: bigint, job: string): Promise<void> {
    await this.database.query("DELETE FROM export_part WHERE cell_id = $1 AND job_id = $2", [cell, job]);
  }

  /** Forgets the files made before a moment. */
  async forget(cell: bigint, before: Date): Promise<number> {
    const { rowCount } = await this.database.query(
      "DELETE FROM export_part WHERE cell_id = $1 AND made_at < $2",
      [cell, before],
    );
    return rowCount;
  }
}

/** Gathers small writes into parts of one size. */
export class JobFileStream extends Writable {
  /** Bytes written so far. */
  bytes = 0;
  private part = 0;
  private waiting: Buffer[] = [];
  private size = 0;

  constructor(private readonly put: (part: number, bytes: Buffer) => Promise<void>) {
    super({ highWaterMark: PART });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.waiting.push(chunk);
    this.size += chunk.length;
    this.bytes += chunk.length;
    if (this.size < PART) done();
    else this.flush().then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.flush().then(() => done(), done);
  }

  private async flush(): Promise<void> {
    if (this.size === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.size = 0;
    await this.put(this.part++, bytes);
  }
}
