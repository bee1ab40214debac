/** Consents 同意 by purpose, and the signed acknowledgement of a risk: who, which text (its hash), when. */
import type { Queryable } from "#store";
import { type PeopleRefusal, refuse } from "./answer.ts";
import { type Audit, byPrincipal } from "./audit.ts";
import { type From, type Ground, sha256 } from "./ground.ts";
import type { Principal } from "./role.ts";

export type Consent = {
  readonly id: string;
  readonly principal: string;
  /** Such as `disclosure`, `marketing`, `identity`; an acknowledged risk is `risk`. */
  readonly purpose: string;
  readonly textId: string;
  readonly textHash: string;
  /** False: taken back. */
  readonly given: boolean;
  readonly at: Date;
};

export type Text = { readonly textId: string; readonly text: string };

const COLUMNS =
  'id, principal_id AS principal, purpose, text_id AS "textId", text_hash AS "textHash", given, at';

const MARK_LENGTH = 10;
const MARK = new RegExp(`.{${MARK_LENGTH}}`, "g");
const MARKED = /^(disclosure@\d{4}-\d\d-\d\d)\.([\w-]{10,40})$/;

export class Consents {
  constructor(
    private readonly ground: Ground,
    private readonly audit: Audit,
  ) {}

  /** Writes down that a text was agreed to, or that the agreement was taken back. */
  async record(
    principal: Principal,
    purpose: string,
    text: Text,
    given: boolean,
    from: From,
    query: Queryable = this.ground.database,
  ): Promise<Consent> {
    const textHash = sha256(text.text).toString("hex");
    await query.query(
      `INSERT INTO agreed_text (cell_id, operator_id, text_hash, text, first_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (cell_id, text_hash) DO NOTHING`,
      [this.ground.cell, this.ground.operator, textHash, text.text, this.ground.now()],
    );
    const { rows } = await query.query<Consent>(
      `INSERT INTO consent (cell_id, operator_id, id, principal_id, purpose, text_id, text_hash, given, at,
        ip)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${COLUMNS}`,
      [
        this.ground.cell,
        this.ground.operator,
        this.ground.id(),
        principal.id,
        purpose,
        text.textId,
        textHash,
        given,
        this.ground.now(),
        from.ip,
      ],
    );
    return rows[0] as Consent;
  }

  /** A text that somebody agreed to or declined, by its hash. */
  async textOf(textHash: string): Promise<{ readonly text: string; readonly firstAt: Date } | undefined> {
    const { rows } = await this.ground.database.query<{ text: string; firstAt: Date }>(
      `SELECT text, first_at AS "firstAt" FROM agreed_text WHERE cell_id = $1 AND text_hash = $2`,
      [this.ground.cell, textHash],
    );
    return rows[0];
  }

  /** What was agreed to and taken back, newest first. */
  async list(principal: string, limit = 200): Promise<Consent[]> {
    const { rows } = await this.ground.database.query<Consent>(
      `SELECT ${COLUMNS} FROM consent WHERE cell_id = $1 AND principal_id = $2 ORDER BY id DESC LIMIT $3`,
      [this.ground.cell, principal, limit],
    );
    return rows;
  }

  /**
   * What a disclosure is known by in a consent: its day, and for each of its texts a mark that only this
   * house's key can make.
   */
  disclosureId(day: string, texts: readonly string[]): string {
    const id = `disclosure@${day}`;
    return `${id}.${texts.map((text) => this.marks(id, text)[0]).join("")}`;
  }

  /** Whether a text was given out by this house as the disclosure of that id. */
  gaveDisclosure({ textId, text }: Text): boolean {
    const [, id = "", marks = ""] = MARKED.exec(textId) ?? [];
    const own = this.marks(id, text);
    return (marks.match(MARK) ?? []).some((mark) => own.includes(mark));
  }

  /** A text's mark under every key at hand, the one in force first. */
  private marks(id: string, text: string): string[] {
    const digests = this.ground.vault.digests("disclosure", `${id} ${text}`);
    return digests.map((digest) => digest.toString("base64url").slice(0, MARK_LENGTH));
  }

  /** Whether a member has seen a disclosure, and has not taken that back. */
  async disclosed(member: string): Promise<boolean> {
    const { rows } = await this.ground.database.query<{ given: boolean }>(
      `SELECT t.given FROM consent t JOIN principal p ON p.cell_id = t.cell_id AND p.id = t.principal_id
        WHERE t.cell_id = $1 AND p.member_id = $2 AND t.purpose = 'disclosure'
          AND t.text_id LIKE 'disclosure@%' ORDER BY t.id DESC LIMIT 1`,
      [this.ground.cell, member],
    );
    return rows[0]?.given ?? false;
  }

  /** Writes down for many members when they saw a disclosure; who has one on record keeps it. */
  async adoptDisclosed(text: Text, seen: ReadonlyMap<string, Date>): Promise<void> {
    const { cell, operator, database } = this.ground;
    const textHash = sha256(text.text).toString("hex");
    await database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO agreed_text (cell_id, operator_id, text_hash, text, first_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (cell_id, text_hash) DO NOTHING`,
        [cell, operator, textHash, text.text, this.ground.now()],
      );
      await tx.query(
        `INSERT INTO consent (cell_id, operator_id, id, principal_id, purpose, text_id, text_hash, given, at,
           ip)
         SELECT $1, $2, n.id, p.id, 'disclosure', $6, $7, true, n.at, NULL
           FROM unnest($3::text[], $4::text[], $5::timestamptz[]) AS n (id, member, at)
           JOIN principal p ON p.cell_id = $1 AND p.member_id = n.member
          WHERE NOT EXISTS (SELECT 1 FROM consent t
            WHERE t.cell_id = $1 AND t.principal_id = p.id AND t.purpose = 'disclosure')`,
        [
          cell,
          operator,
          [...seen].map(() => this.ground.id()),
          [...seen.keys()],
          [...seen.values()],
          text.textId,
          textHash,
        ],
      );
    });
  }

  /**
   * An officer signs that a risk was read, such as that of a second upline level (text id
   * `second_level:<plan>@<version>`); it stands in the operation log too. Refuses role_not_allowed.
   */
  async acknowledgeRisk(officer: Principal, text: Text, from: From): Promise<Consent | PeopleRefusal> {
    if (!officer.roles.some((role) => role === "owner" || role === "risk")) return refuse("role_not_allowed");
    return await this.ground.database.transaction(async (tx) => {
      const consent = await this.record(officer, "risk", text, true, from, tx);
      await this.audit.append(tx, byPrincipal(officer, from), {
        action: "risk.acknowledge",
        target: `text:${text.textId}`,
        after: { text_hash: consent.textHash },
      });
      return consent;
    });
  }

  /** The latest acknowledgement of exactly this text. Refuses risk_not_acknowledged. */
  async riskAcknowledged(text: Text): Promise<Consent | PeopleRefusal> {
    const { rows } = await this.ground.database.query<Consent>(
      `SELECT ${COLUMNS} FROM consent WHERE cell_id = $1 AND text_id = $2 AND text_hash = $3 AND purpose =
        'risk'
       ORDER BY id DESC LIMIT 1`,
      [this.ground.cell, text.textId, sha256(text.text).toString("hex")],
    );
    return rows[0] ?? refuse("risk_not_acknowledged");
  }
}
