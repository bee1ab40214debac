/**
 * Personal data at rest: AES-256-GCM under a key of the settings, bound to the place it was written for, and
 * phones found again by HMAC-SHA256. Every cipher names its key, so that keys can be changed without a stop.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

const VERSION = 1;
const HEADER = 5;
const NONCE = 12;
const TAG = 16;
const LEAST = 32;

/** A cipher that no key at hand opens, or that was changed or moved. */
export class VaultFault extends Error {}

type Keys = { readonly id: number; readonly cipher: Buffer; readonly lookup: Buffer };

export class Vault {
  private readonly keys: readonly Keys[];

  /**
   * The secret as settings carry it: one or more `<number>:<text>` parted by commas, the one in force
   * first, older ones kept until everything is written again. A text without number is key 1. At least 32
   * characters each.
   */
  constructor(
    secret: string,
    private readonly random: (bytes: number) => Buffer,
  ) {
    this.keys = secret.split(",").map((part) => {
      const [, id = "1", text = ""] = /^\s*(?:(\d{1,9}):)?(.*?)\s*$/s.exec(part) ?? [];
      if (text.length < LEAST) throw new Error(`WELLSPRING_SECRET: a key has fewer than ${LEAST} characters`);
      const derive = (use: string): Buffer => Buffer.from(hkdfSync("sha256", text, "wellspring", use, 32));
      return { id: Number(id), cipher: derive("cipher"), lookup: derive("lookup") };
    });
    if (new Set(this.keys.map(({ id }) => id)).size !== this.keys.length) {
      throw new Error("WELLSPRING_SECRET: two keys have one number");
    }
  }

  /** Encrypts a text for one place (such as `principal/<id>/phone`); it opens nowhere else. */
  seal(place: string, text: string): Buffer {
    const key = this.current();
    const nonce = this.random(NONCE);
    const cipher = createCipheriv("aes-256-gcm", key.cipher, nonce);
    const header = this.header();
    cipher.setAAD(Buffer.concat([header, Buffer.from(place)]));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
  }

  /** Decrypts; throws VaultFault where the key is not at hand, or the cipher was changed or moved. */
  open(place: string, sealed: Buffer): string {
    if (sealed.length < HEADER + NONCE + TAG || sealed[0] !== VERSION)
      throw new VaultFault("no cipher of ours");
    const id = sealed.readUInt32BE(1);
    const key = this.keys.find((one) => one.id === id);
    if (key === undefined) throw new VaultFault(`key ${id} is not at hand`);
    const nonce = sealed.subarray(HEADER, HEADER + NONCE);
    const decipher = createDecipheriv("aes-256-gcm", key.cipher, nonce, { authTagLength: TAG });
    decipher.setAAD(Buffer.concat([sealed.subarray(0, HEADER), Buffer.from(place)]));
    decipher.setAuthTag(sealed.subarray(HEADER + NONCE, HEADER + NONCE + TAG));
    try {
      return (
        decipher.update(sealed.subarray(HEADER + NONCE + TAG), undefined, "utf8") + decipher.final("utf8")
      );
    } catch {
      throw new VaultFault(`the cipher of ${place} was changed, moved, or is of another key`);
    }
  }

  /** What a cipher under the key in force begins with. */
  header(): Buffer {
    const header = Buffer.alloc(HEADER);
    header.writeUInt8(VERSION);
    header.writeUInt32BE(this.current().id, 1);
    return header;
  }

  /** The value a text is found by; `use` keeps phones, codes and logins apart. */
  digest(use: string, text: string): Buffer {
    return digestWith(this.current(), use, text);
  }

  /** The values of every key at hand, the one in force first: while keys change, rows of both stand. */
  digests(use: string, text: string): Buffer[] {
    return this.keys.map((key) => digestWith(key, use, text));
  }

  private current(): Keys {
    return this.keys[0] as Keys;
  }
}

function digestWith(key: Keys, use: string, text: string): Buffer {
  return createHmac("sha256", key.lookup).update(`${use}\0${text}`).digest();
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
