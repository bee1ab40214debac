/**
 * Codes 推荐码: eight characters by which a store or a member is known on a poster; whoever comes by one is
 * locked.
 */
import { randomInt } from "node:crypto";
import { type Queryable, sqlState, UNIQUE_VIOLATION } from "#store";
import { type Ground, one } from "./ground.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

export type CodeKind = "store" | "member";

export interface Code {
  readonly code: string;
  readonly kind: CodeKind;
  /** The merchant or the member it stands for. */
  readonly target: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** A code with the member who becomes the sponsor of those who come by it. */
export interface Resolved extends Code {
  readonly sponsor: string;
}

/** Without 0 O 1 I L, which people take for one another. */
export const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;
const TRIES = 20;
const CODE = `code, kind, target, created_at AS "createdAt", revoked_at AS "revokedAt"`;

export class Codes {
  constructor(private readonly ground: Ground) {}

  /** The code of a store or member, made where there is none yet. Refuses target_unknown. */
  async of(cell: bigint, kind: CodeKind, target: string): Promise<Code | TradeRefusal> {
    const { database } = this.ground;
    for (let tries = 0; tries < TRIES; tries++) {
      const newest = await one<Code & { generation: number }>(
        database,
        `SELECT ${CODE}, generation FROM code WHERE cell_id = $1 AND kind = $2 AND target = $3
          ORDER BY generation DESC LIMIT 1`,
        [cell, kind, target],
      );
      if (newest !== undefined && newest.revokedAt === null) return bare(newest);
      if ((await sponsorOf(database, cell, kind, target)) === null) return refuse("target_unknown");
      const made = await this.make(cell, kind, target, (newest?.generation ?? 0) + 1);
      if (made !== undefined) return made;
    }
    throw new Error("no free code was found");
  }

  /**
   * Undefined where the code is another's, or another process made one for this target at the same moment.
   */
  private async make(cell: bigint, kind: CodeKind, target: string, generation: number) {
    try {
      return await one<Code>(
        this.ground.database,
        `INSERT INTO code (cell_id, operator_id, code, kind, target, generation, created_at)
         SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::integer, $6::timestamptz
           FROM cell c WHERE c.cell_id = $1 RETURNING ${CODE}`,
        [cell, newCode(), kind, target, generation, this.ground.now()],
      );
    } catch (error) {
      if (sqlState(error) === UNIQUE_VIOLATION) return undefined;
      throw error;
    }
  }

  /** Whom a code stands for; as people write it, small letters and blanks aside. Refuses code_unknown. */
  async resolve(cell: bigint, text: string): Promise<Resolved | TradeRefusal> {
    const code = text.replace(/[\s-]/g, "").toUpperCase();
    const found = await one<Code>(
      this.ground.database,
      `SELECT ${CODE} FROM code WHERE cell_id = $1 AND code = $2 AND revoked_at IS NULL`,
      [cell, code],
    );
    if (found === undefined) return refuse("code_unknown");
    const sponsor = await sponsorOf(this.ground.database, cell, found.kind, found.target);
    return sponsor === null ? refuse("code_unknown") : { ...found, sponsor };
  }

  /** Ends a code for good; its target gets another when next asked for. Refuses code_unknown. */
  async revoke(cell: bigint, code: string): Promise<Code | TradeRefusal> {
    const revoked = await one<Code>(
      this.ground.database,
      `UPDATE code SET revoked_at = $3 WHERE cell_id = $1 AND code = $2 AND revoked_at IS NULL
        RETURNING ${CODE}`,
      [cell, code, this.ground.now()],
    );
    return revoked ?? refuse("code_unknown");
  }
}

function bare({ code, kind, target, createdAt, revokedAt }: Code): Code {
  return { code, kind, target, createdAt, revokedAt };
}

function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** The member himself, or the store's owner; null where the book knows no such target. */
async function sponsorOf(on: Queryable, cell: bigint, kind: CodeKind, target: string) {
  const text =
    kind === "member"
      ? "SELECT id FROM member WHERE cell_id = $1 AND id = $2"
      : `SELECT o.id FROM merchant m JOIN member o ON o.cell_id = m.cell_id AND o.no = m.owner_no
          WHERE m.cell_id = $1 AND m.id = $2`;
  const row = await one<{ id: string }>(on, text, [cell, target]);
  return row?.id ?? null;
}
