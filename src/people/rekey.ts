/** After a change of keys: everything written under an old one is written again under the one in force. */
import type { Ground } from "./ground.ts";

const GROUP = 200;

/** Rewrites until nothing of an old key is left; gives how many ciphers were written again. */
export async function rekey(ground: Ground): Promise<number> {
  let total = 0;
  for (const step of [fields, phones, totps]) {
    while (true) {
      const count = await step(ground);
      total += count;
      if (count === 0) break;
    }
  }
  return total;
}

async function fields(ground: Ground): Promise<number> {
  return await ground.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ principal_id: string; field: string; cipher: Buffer }>(
      `SELECT principal_id, field, cipher FROM personal WHERE cell_id = $1 AND substring(cipher from 1 for
        5) <> $2
       ORDER BY principal_id, field LIMIT $3 FOR UPDATE`,
      [ground.cell, ground.vault.header(), GROUP],
    );
    for (const { principal_id: id, field, cipher } of rows) {
      const place = ground.place(id, field);
      await tx.query(
        "UPDATE personal SET cipher = $4 WHERE cell_id = $1 AND principal_id = $2 AND field = $3",
        [ground.cell, id, field, ground.vault.seal(place, ground.vault.open(place, cipher))],
      );
    }
    return rows.length;
  });
}

/** A phone is also found by a value under the key, so both are written together. */
async function phones(ground: Ground): Promise<number> {
  return await ground.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; phone_cipher: Buffer }>(
      `SELECT id, phone_cipher FROM principal WHERE cell_id = $1 AND substring(phone_cipher from 1 for 5)
        <> $2
       ORDER BY id LIMIT $3 FOR UPDATE`,
      [ground.cell, ground.vault.header(), GROUP],
    );
    for (const { id, phone_cipher: cipher } of rows) {
      const place = ground.place(id, "phone");
      const phone = ground.vault.open(place, cipher);
      await tx.query(
        "UPDATE principal SET phone_cipher = $3, phone_hash = $4 WHERE cell_id = $1 AND id = $2",
        [ground.cell, id, ground.vault.seal(place, phone), ground.vault.digest("phone", phone)],
      );
    }
    return rows.length;
  });
}

async function totps(ground: Ground): Promise<number> {
  return await ground.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; totp_cipher: Buffer }>(
      `SELECT id, totp_cipher FROM principal WHERE cell_id = $1 AND substring(totp_cipher from 1 for 5) <> $2
       ORDER BY id LIMIT $3 FOR UPDATE`,
      [ground.cell, ground.vault.header(), GROUP],
    );
    for (const { id, totp_cipher: cipher } of rows) {
      const place = ground.place(id, "totp");
      await tx.query("UPDATE principal SET totp_cipher = $3 WHERE cell_id = $1 AND id = $2", [
        ground.cell,
        id,
        ground.vault.seal(place, ground.vault.open(place, cipher)),
      ]);
    }
    return rows.length;
  });
}
