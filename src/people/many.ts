/** Many persons written by one statement: what a coalition brings when it moves in. */
import type { Queryable } from "#store";
import type { Ground } from "./ground.ts";

export type NewPerson = {
  readonly phone: string;
  readonly name?: string | null;
  /** Id the member has or gets in the book; drawn when left out, none (null) for a clerk who is no member. */
  readonly member?: string | null;
};

/** Inserts those whose phone and member nobody has yet; gives how many that were. Phones are read already. */
export async function insertAll(
  ground: Ground,
  tx: Queryable,
  persons: readonly NewPerson[],
): Promise<number> {
  const rows = persons.map(({ phone, name, member }) => {
    const id = ground.id();
    return {
      id,
      name: name?.trim().slice(0, 60) || null,
      hash: ground.vault.digest("phone", phone),
      cipher: ground.vault.seal(ground.place(id, "phone"), phone),
      member: member === undefined ? ground.id() : member,
    };
  });
  const { rowCount } = await tx.query(
    `INSERT INTO principal (cell_id, operator_id, id, kind, roles, name, phone_hash, phone_cipher, member_id,
       active, created_at)
     SELECT $1, $2, n.id, 'person', '{}', n.name, n.hash, n.cipher, n.member, true, $8
       FROM unnest($3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::text[])
         AS n (id, name, hash, cipher, member)
      WHERE NOT EXISTS (SELECT 1 FROM principal p WHERE p.cell_id = $1 AND p.member_id = n.member)
     ON CONFLICT (cell_id, phone_hash) DO NOTHING`,
    [
      ground.cell,
      ground.operator,
      rows.map(({ id }) => id),
      rows.map(({ name }) => name),
      rows.map(({ hash }) => hash),
      rows.map(({ cipher }) => cipher),
      rows.map(({ member }) => member),
      ground.now(),
    ],
  );
  return rowCount;
}
