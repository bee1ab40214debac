/** Uploads 上传: files of orders in the data folder, each its maker's own, for a week. */
import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { uuidv7 } from "uuidv7";
import type { Desk } from "#desk";
import { Problem } from "../problem.ts";

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: bigint;
  readonly sha256: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const UPLOAD = `upload_id AS id, name, bytes, sha256, created_by AS "createdBy", created_at AS "createdAt",
  expires_at AS "expiresAt"`;
const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Bytes one file may have, and files one person may keep. */
export const LARGEST = 200 << 20;
const MOST_KEPT = 10;
const PART = ".part";

export class Uploads {
  constructor(
    private readonly database: Desk["database"],
    private readonly cell: bigint,
    private readonly folder: string,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** Where the bytes of an upload lie. */
  pathOf(id: string): string {
    return join(this.folder, id);
  }

  /** Takes a stream in. Refuses too_large, upload_empty; half a file is no file. */
  async take(stream: Readable, name: string, by: string): Promise<Upload> {
    await mkdir(this.folder, { recursive: true });
    const part = join(this.folder, `${randomUUID()}${PART}`);
    try {
      const { bytes, sha256 } = await received(stream, part);
      if (bytes === 0) throw new Problem("upload_empty");
      const upload = await this.put({ name, bytes, sha256, by });
      await rename(part, this.pathOf(upload.id));
      await this.trim(by);
      return upload;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** The row, new or with its week begun anew. */
  private async put(file: {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly by: string;
  }): Promise<Upload> {
    const now = this.clock();
    const { rows } = await this.database.query<Upload>(
      `INSERT INTO upload (cell_id, operator_id, upload_id, name, bytes, sha256, created_by, created_at,
         expires_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::timestamptz,
         $8::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, created_by, sha256) DO UPDATE SET name = excluded.name,
         expires_at = excluded.expires_at
       RETURNING ${UPLOAD}`,
      [this.cell, uuidv7(), file.name, file.bytes, file.sha256, file.by, now, new Date(now.getTime() + WEEK)],
    );
    return rows[0] as Upload;
  }

  async find(id: string): Promise<Upload | undefined> {
    const { rows } = await this.database.query<Upload>(
      `SELECT ${UPLOAD} FROM upload WHERE cell_id = $1 AND upload_id = $2 AND expires_at > $3`,
      [this.cell, id, this.clock()],
    );
    return rows[0];
  }

  /** Of one person, or of everybody; the newest first. */
  async list(by: string | null): Promise<Upload[]> {
    const { rows } = await this.database.query<Upload>(
      `SELECT ${UPLOAD} FROM upload WHERE cell_id = $1 AND expires_at > $2 AND ($3::text IS NULL
         OR created_by = $3) ORDER BY upload_id DESC LIMIT 200`,
      [this.cell, this.clock(), by],
    );
    return rows;
  }

  /** The first bytes, and whether they are all; null where the file lies on another machine. */
  async head(upload: Upload, most: number): Promise<{ bytes: Buffer; whole: boolean } | null> {
    try {
      const file = await open(this.pathOf(upload.id));
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
        return { bytes: buffer.subarray(0, bytesRead), whole: BigInt(bytesRead) === upload.bytes };
      } finally {
        await file.close();
      }
    } catch {
      return null;
    }
  }

  /** Lets the oldest of a person go where there are too many. */
  private async trim(by: string): Promise<void> {
    for (const { id } of (await this.list(by)).slice(MOST_KEPT)) await this.drop(id);
  }

  /** Lets go what has had its week, and what was cut off on its way in. */
  async sweep(): Promise<{ dropped: number }> {
    const { rows } = await this.database.query<{ id: string }>(
      "SELECT upload_id AS id FROM upload WHERE cell_id = $1 AND expires_at <= $2",
      [this.cell, this.clock()],
    );
    for (const { id } of rows) await this.drop(id);
    await this.dropParts();
    return { dropped: rows.length };
  }

  /** A server that died has left behind what it was taking in; nothing is a day on its way. */
  private async dropParts(): Promise<void> {
    const yesterday = this.clock().getTime() - DAY;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      if (name.endsWith(PART) && (await stat(path)).mtimeMs < yesterday) await rm(path, { force: true });
    }
  }

  private async drop(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await this.database.query("DELETE FROM upload WHERE cell_id = $1 AND upload_id = $2", [this.cell, id]);
  }
}

/** Writes a stream to a file, counting and hashing on the way. */
async function received(stream: Readable, path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > LARGEST) return done(new Problem("too_large"));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(stream, count, createWriteStream(path, { mode: 0o600 }));
  return { bytes, sha256: hash.digest("hex") };
}
