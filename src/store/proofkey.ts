/** The operator's key for proofs: a file in the data folder, for its owner only, made on first use. */
import { createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fingerprintOf, type ProofKey, publicKeyOf } from "./proof.ts";
import { StoreFault } from "./trouble.ts";

const FILE = "proof-key.pem";

/** Opens the key; `isNew` where this call made it: the operator must then publish its public half. */
export async function openProofKey(folder: string): Promise<ProofKey & { readonly isNew: boolean }> {
  const path = join(folder, FILE);
  const found = await readPem(path);
  const isNew = found === null && (await make(folder, path));
  const pem = found ?? (await readPem(path));
  try {
    const privateKey = createPrivateKey(pem ?? "");
    if (privateKey.asymmetricKeyType !== "ed25519") throw new Error(String(privateKey.asymmetricKeyType));
    const publicKey = publicKeyOf(privateKey);
    return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey), isNew };
  } catch (cause) {
    throw new StoreFault(
      `${path} 不是 Ed25519 私钥。请从备份取回原来的密钥；换新密钥后，旧证明仍须用旧公钥核对。`,
      `${path} is no Ed25519 private key. Put the former key back from a backup; under a new key, older ` +
        "proofs are still checked with the former public key.",
      { cause },
    );
  }
}

async function readPem(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Makes the key whole under another name first; false where another process was quicker. */
async function make(folder: string, path: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const part = `${path}.${randomBytes(6).toString("hex")}`;
  const { privateKey } = generateKeyPairSync("ed25519");
  try {
    const file = await open(part, "wx", 0o600);
    await file.writeFile(privateKey.export({ format: "pem", type: "pkcs8" }));
    await file.sync();
    await file.close();
    await link(part, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}
