/** After a change of keys: everything written under an old one is written again under the one in force. */
import { answerPlace } from "./answered.ts";
import type { Ground } from "./ground.ts";

const GROUP = 200;

/** Places of what others have sealed by People.seal: the phone of a store, the secrets of webhooks. */
export const storePhone = (merchant: string): string => `store/${merchant}/phone`;
export const WEBHOOK_SECRET = "webhook/secret";

/** Rewrites until nothing of an old key is left; gives how many ciphers were written again. */
export async function rekey(ground: Ground): Promise<number> {
  let total = 0;
  for (const step of [fields, phones, totps, stores, webhooks, answers]) {
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

/** Phones of stores, which everyday trade keeps sealed (People.seal). */
async function stores(ground: Ground): Promise<number> {
  return await ground.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ merchant: string; phone_cipher: Buffer }>(
      `SELECT merchant, phone_cipher FROM store_profile
        WHERE cell_id = $1 AND substring(phone_cipher from 1 for 5) <> $2
       ORDER BY merchant LIMIT $3 FOR UPDATE`,
      [ground.cell, ground.vault.header(), GROUP],
    );
    for (const { merchant, phone_cipher: cipher } of rows) {
      const place = ground.place("sealed", storePhone(merchant));
      await tx.query("UPDATE store_profile SET phone_cipher = $3 WHERE cell_id = $1 AND merchant = $2", [
        ground.cell,
        merchant,
        ground.vault.seal(place, ground.vault.open(place, cipher)),
      ]);
    }
    return rows.length;
  });
}

/** Secrets of webhooks: the one in force and the one before it. */
async function webhooks(ground: Ground): Promise<number> {
  return await ground.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ webhook_id: string; secret: Buffer; old_secret: Buffer | null }>(
      `SELECT webhook_id, secret, old_secret FROM webhook
        WHERE cell_id = $1 AND (substring(secret from 1 for 5) <> $2
          OR substring(old_secret from 1 for 5) <> $2)
       ORDER BY webhook_id LIMIT $3 FOR UPDATE`,
      [ground.cell, ground.vault.header(), GROUP],
    );
    const place = ground.place("sealed", WEBHOOK_SECRET);
    const again = (cipher: Buffer | null) =>
      cipher && ground.vault.seal(place, ground.vault.open(place, cipher));
    for (const { webhook_id: id, secret, old_secret: old } of rows) {
      await tx.query(
        "UPDATE webhook SET secret = $3, old_secret = $4 WHERE cell_id = $1 AND webhook_id = $2",
        [ground.cell, id, again(secret), again(old)],
      );
    }
    return rows.length;
  });
}

/** Answers that are kept for a few days to be given again. */
async function answers(ground: Ground): Promise<number> {
  return await ground.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ request_hash: Buffer; answer: Buffer }>(
      `SELECT request_hash, answer FROM answered WHERE cell_id = $1 AND substring(answer from 1 for 5) <> $2
       ORDER BY request_hash LIMIT $3 FOR UPDATE`,
      [ground.cell, ground.vault.header(), GROUP],
    );
    for (const { request_hash: hash, answer } of rows) {
      const place = answerPlace(ground, hash);
      await tx.query("UPDATE answered SET answer = $3 WHERE cell_id = $1 AND request_hash = $2", [
        ground.cell,
        hash,
        ground.vault.seal(place, ground.vault.open(place, answer)),
      ]);
    }
    return rows.length;
  });
}
