/**
 * Proofs 证明: the figures of a book at one moment, signed with the operator's Ed25519 key. With the records
 * of the journals anyone can work the same figures out again; the signature says who stood by them, and when.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { canonical } from "#engine";
import type { Queryable } from "./database.ts";
import { dayOf } from "./day.ts";
import type { Figures } from "./verify.ts";

const digits = z.string().regex(/^-?\d{1,40}$/);
const count = z.int().nonnegative();

/** A proof as JSON. Signed is the canonical JSON (RFC 8785) of all of it but `signature`. */
export const ProofJson = z.strictObject({
  wellspring: z.literal("proof"),
  format: z.literal(1),
  cell: digits,
  operator: digits,
  /** Whether the desk's clock gave orders their time, or orders alone carried it. */
  clock: z.enum(["live", "orders"]),
  at: z.iso.datetime(),
  seq: count,
  /** Head of the chain of records after journal `seq`, in hexadecimal. */
  head: z.string().regex(/^[0-9a-f]{64}$/),
  /** Cash of the pool, fen. */
  C: digits,
  /** Points out, grains. */
  N: digits,
  /** The remainder beside the pool, fen. */
  remainder: digits,
  counts: z.strictObject({
    members: count,
    merchants: count,
    lots: count,
    purchases: count,
    journals: count,
  }),
  /** Public key, its 32 bytes in base64url. */
  key: z.string().regex(/^[\w-]{43}$/),
  /** 64 bytes in base64url. */
  signature: z.string().regex(/^[\w-]{86}$/),
});
export type Proof = z.infer<typeof ProofJson>;

/** A key to sign proofs with. */
export interface ProofKey {
  readonly privateKey: KeyObject;
  /** Public key, its 32 bytes in base64url. */
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** SHA-256 of a public key in hexadecimal, in groups of eight for a person to compare. */
export function fingerprintOf(publicKey: string): string {
  const hash = createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("hex");
  return (hash.match(/.{8}/g) as string[]).join(" ");
}

/** The 32 bytes of a key's public half in base64url. */
export function publicKeyOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: "jwk" }).x as string;
}

function bodyOf({ signature: _, ...body }: Omit<Proof, "signature"> & { signature?: string }): Buffer {
  return Buffer.from(canonical(body));
}

/** Signs the figures of a book. */
export function signProof(
  figures: Figures,
  at: Date,
  { privateKey, publicKey }: Pick<ProofKey, "privateKey" | "publicKey">,
): Proof {
  const body = {
    wellspring: "proof" as const,
    format: 1 as const,
    cell: `${figures.cell}`,
    operator: `${figures.operator}`,
    clock: figures.clock,
    at: at.toISOString(),
    seq: figures.seq,
    head: figures.head,
    C: `${figures.C}`,
    N: `${figures.N}`,
    remainder: `${figures.remainder}`,
    counts: figures.counts,
    key: publicKey,
  };
  return { ...body, signature: sign(null, bodyOf(body), privateKey).toString("base64url") };
}

/** What is wrong with a proof by itself; null where it is sound, and signed with `publicKey` where given. */
export function verifyProof(proof: unknown, publicKey?: string): "malformed" | "key" | "signature" | null {
  const read = ProofJson.safeParse(proof);
  if (!read.success) return "malformed";
  const { key, signature } = read.data;
  if (publicKey !== undefined && key !== publicKey) return "key";
  try {
    const jwk = { kty: "OKP", crv: "Ed25519", x: key };
    const isGood = verify(
      null,
      bodyOf(read.data),
      createPublicKey({ key: jwk, format: "jwk" }),
      Buffer.from(signature, "base64url"),
    );
    return isGood ? null : "signature";
  } catch {
    return "signature";
  }
}

/** Keeps a proof as that of its day; a later one of the same day takes its place. */
export async function keepProof(db: Queryable, proof: Proof): Promise<void> {
  await db.query(
    `INSERT INTO proof (cell_id, day, operator_id, seq, head, body, made_at)
     VALUES ($1::bigint, $2::date, $3::bigint, $4::bigint, decode($5, 'hex'), $6, $7::timestamptz)
     ON CONFLICT (cell_id, day) DO UPDATE SET seq = EXCLUDED.seq, head = EXCLUDED.head, body = EXCLUDED.body,
       made_at = EXCLUDED.made_at
     WHERE proof.cell_id = EXCLUDED.cell_id AND proof.seq <= EXCLUDED.seq`,
    [
      proof.cell,
      dayOf(new Date(proof.at)),
      proof.operator,
      proof.seq,
      proof.head,
      canonical(proof),
      proof.at,
    ],
  );
}

/** Kept proofs of a cell, the newest day first; `before` a day, for paging. */
export async function proofsOf(db: Queryable, cell: bigint, limit = 1, before: string | null = null) {
  const { rows } = await db.query<{ day: string; body: string }>(
    `SELECT day, body FROM proof WHERE cell_id = $1 AND ($3::date IS NULL OR day < $3::date)
     ORDER BY day DESC LIMIT $2`,
    [cell, limit, before],
  );
  return rows.map(({ day, body }) => ({ day, proof: ProofJson.parse(JSON.parse(body)) }));
}
