/** Passwords (argon2id, 19 MiB, two passes) and time codes (TOTP, RFC 6238) of the operator's staff. */
import { hash, verify } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";

/** OWASP's smallest setting for argon2id, the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 12;
const LONGEST = 128;
const PERIOD = 30;

/** Long enough, not endless (hashing costs), not the login and not one letter over and over. */
export function strongEnough(password: string, login: string): boolean {
  const length = [...password].length;
  if (length < SHORTEST || password.length > LONGEST) return false;
  return new Set(password).size >= 5 && !password.toLowerCase().includes(login.toLowerCase());
}

export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize("NFKC"), COST);
}

let nobody: Promise<string> | undefined;

/**
 * Verifies; where there is no hash it takes the same time and says no, so that nobody learns which logins
 * exist.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  if (password.length > LONGEST) return false;
  nobody ??= hashPassword("nobody has this password");
  const fits = await verify(stored ?? (await nobody), password.normalize("NFKC"));
  return fits && stored !== null;
}

/** A new secret of 160 bits, base32 as authenticator apps read it. */
export function newTotpSecret(random: (bytes: number) => Buffer): string {
  return new Secret({ buffer: new Uint8Array(random(20)).buffer }).base32;
}

/** What an authenticator app scans. */
export function totpUri(secret: string, login: string): string {
  return totp(secret, login).toString();
}

/** The step of time a code belongs to, one step early or late allowed; undefined for a wrong code. */
export function totpStep(secret: string, code: string, now: Date): bigint | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totp(secret, "").validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : BigInt(Math.floor(timestamp / 1000 / PERIOD) + delta);
}

/** The code of a moment: for the demo's start page and for tests. */
export function totpCode(secret: string, at: Date): string {
  return totp(secret, "").generate({ timestamp: at.getTime() });
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: "Wellspring",
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD,
    digits: 6,
  });
}
