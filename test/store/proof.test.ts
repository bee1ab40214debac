/** Proofs and exports: signed, kept by day, checked without a database, and every forgery found. */
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonical } from "#engine";
import {
  checkExport,
  type Difference,
  dayOf,
  exportCell,
  fingerprintOf,
  makeProof,
  openProofKey,
  type Proof,
  type ProofKey,
  proofsOf,
  publicKeyOf,
  signProof,
  verifyCell,
  verifyProof,
} from "#store";
import { type Stage, stage } from "../desk/stage.ts";
import type { World } from "../engine/world.ts";
import { booked, lived, seeded } from "./verify-world.ts";

const folder = mkdtempSync(join(tmpdir(), "wellspring-proof-"));
const file = join(folder, "账簿.jsonl");
const AT = new Date("2026-07-11T16:30:00Z");
const clock = { now: Date.UTC(2026, 6, 1) * 1_000 };
let set: Stage;
let key: ProofKey & { readonly isNew: boolean };
let lines: string[];

beforeAll(async () => {
  set = await stage({ exitLimit: 2, now: () => clock.now });
  await lived(set.desk, 1n, clock);
  key = await openProofKey(join(folder, "data"));
  await exportCell(set.database, 1n, file, { key, at: AT });
  lines = readFileSync(file, "utf8").trimEnd().split("\n");
});
afterAll(async () => {
  await set.desk.close();
  await set.drop();
  rmSync(folder, { recursive: true });
});

describe("the key", () => {
  test("is made once, for its owner alone, and stays", async () => {
    const path = join(folder, "data", "proof-key.pem");
    expect(key.isNew).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "data"))).toEqual(["proof-key.pem"]);
    const again = await openProofKey(join(folder, "data"));
    expect(again).toMatchObject({ publicKey: key.publicKey, isNew: false });
    expect(publicKeyOf(createPrivateKey(readFileSync(path, "utf8")))).toBe(key.publicKey);
    expect(key.fingerprint).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
  });

  test("made by many at once is one", async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => openProofKey(join(folder, "race"))));
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
    expect(keys.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test.each([
    ["no key", "rubbish"],
    ["empty", ""],
    [
      "another kind of key",
      generateKeyPairSync("x25519").privateKey.export({ format: "pem", type: "pkcs8" }),
    ],
  ])("a file that is %s is refused and left alone", async (name, text) => {
    const own = join(folder, name);
    await openProofKey(own);
    writeFileSync(join(own, "proof-key.pem"), text);
    await expect(openProofKey(own)).rejects.toThrow("is no Ed25519 private key");
    expect(readFileSync(join(own, "proof-key.pem"), "utf8")).toBe(text);
  });
});

describe("a proof", () => {
  const figures = {
    ...{
      cell: 1n,
      operator: 1n,
      clock: "live" as const,
      seq: 3,
      head: "ab".repeat(32),
      C: 5n,
      N: 7n,
      remainder: 0n,
    },
    counts: { members: 1, merchants: 1, lots: 1, purchases: 1, journals: 3 },
  };

  test("is sound as it was signed, whatever the order of its fields", () => {
    const proof = signProof(figures, AT, key);
    expect(verifyProof(proof)).toBeNull();
    expect(verifyProof(proof, key.publicKey)).toBeNull();
    expect(verifyProof(Object.fromEntries(Object.entries(proof).reverse()))).toBeNull();
    expect(fingerprintOf(proof.key)).toBe(key.fingerprint);
  });

  test("forged in any field it is not", () => {
    const proof = signProof(figures, AT, key);
    const other = signProof(figures, AT, { ...key, ...another() });
    for (const [name, value] of Object.entries({
      ...{ cell: "2", operator: "2", at: "2026-07-12T00:00:00.000Z", seq: 4, head: "ac".repeat(32), C: "6" },
      ...{ N: "8", remainder: "1", counts: { ...figures.counts, purchases: 2 }, key: other.key },
      signature: other.signature,
    }))
      expect([name, verifyProof({ ...proof, [name]: value })]).toEqual([name, "signature"]);
    expect(verifyProof(other)).toBeNull();
    expect(verifyProof(other, key.publicKey)).toBe("key");
    for (const bad of [
      null,
      5,
      "x",
      {},
      { ...proof, more: 1 },
      { ...proof, seq: -1 },
      { ...proof, C: "1.5" },
    ])
      expect(verifyProof(bad)).toBe("malformed");
    expect(verifyProof({ ...proof, key: "A".repeat(43) })).toBe("signature");
  });

  test("of the day is kept; a later one of the day takes its place, an older book does not", async () => {
    const { database, desk } = set;
    await booked(desk, 5n, seeded(77, 4, 60)[0] as World);
    const first = (await makeProof(database, 5n, key, AT)) as Proof;
    const clean = await verifyCell(database, 5n);
    expect(first).toMatchObject({ cell: "5", seq: clean?.seq, head: clean?.head, counts: clean?.counts });
    expect([first.C, first.N, first.remainder]).toEqual([clean?.C, clean?.N, clean?.remainder].map(String));
    await desk.submit(5n, [{ json: { id: "late", kind: "join", member: "late" } }]);
    const second = (await makeProof(database, 5n, key, new Date(AT.getTime() + 60_000))) as Proof;
    expect(second.seq).toBe(first.seq + 1);
    expect(second.counts).toEqual((await verifyCell(database, 5n))?.counts);
    const next = (await makeProof(database, 5n, key, new Date(AT.getTime() + 86_400_000))) as Proof;
    expect(await proofsOf(database, 5n, 10)).toEqual([
      { day: "2026-07-13", proof: next },
      { day: "2026-07-12", proof: second },
    ]);
    expect(await proofsOf(database, 5n, 10, "2026-07-13")).toHaveLength(1);
    expect(await makeProof(database, 404n, key, AT)).toBeUndefined();
  });

  test("belongs to the day in the country's time", () => {
    expect([dayOf(new Date("2026-07-11T15:59:59Z")), dayOf(new Date("2026-07-11T16:00:00Z"))]).toEqual([
      "2026-07-11",
      "2026-07-12",
    ]);
  });
});

const another = () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { privateKey, publicKey: publicKeyOf(privateKey) };
};

describe("an exported cell", () => {
  test("is checked without a database, and says the same as the check in it", async () => {
    const verdict = await verifyCell(set.database, 1n);
    const { proof, ...checked } = await checkExport(file, { key: key.publicKey });
    expect(checked).toEqual(verdict);
    expect(verifyProof(proof, key.publicKey)).toBeNull();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(lines.map((line) => canonical(JSON.parse(line)))).toEqual(lines);
  });

  test("compressed, of random worlds", async () => {
    for (const [i, world] of seeded(424, 5, 120).entries()) {
      const cell = BigInt(20 + i);
      await booked(set.desk, cell, world);
      const packed = join(folder, `${i}.jsonl.gz`);
      await exportCell(set.database, cell, packed, { key, at: AT });
      expect(await checkExport(packed, { key: key.publicKey })).toMatchObject({
        findings: [],
        differences: 0,
      });
      expect(readFileSync(packed).subarray(0, 2).toString("hex")).toBe("1f8b");
    }
  });

  test("leaves nothing behind when it is stopped, or the cell is not there", async () => {
    const own = join(folder, "none.jsonl");
    expect(await exportCell(set.database, 404n, own, { key, at: AT })).toBeNull();
    const stop = new AbortController();
    const progress = () => stop.abort();
    const how = { key, at: AT, progress, signal: stop.signal };
    await expect(exportCell(set.database, 1n, own, how)).rejects.toThrow(/abort/i);
    expect(readdirSync(folder).filter((name) => name.startsWith("none"))).toEqual([]);
    expect(existsSync(own)).toBe(false);
  });

  async function checked(forge: (lines: string[]) => string[], pinned: string | undefined = key.publicKey) {
    const forged = join(folder, "forged.jsonl");
    writeFileSync(forged, `${forge([...lines]).join("\n")}\n`);
    return await checkExport(forged, { key: pinned });
  }

  const at = (i: number, change: (line: string) => string) => (all: string[]) =>
    all.map((line, n) => (n === i ? change(line) : line));
  const bought = () => lines.findIndex((line) => line.includes('"type":"pended"'));
  const forgeries: readonly (readonly [string, (all: string[]) => string[], Difference])[] = [
    [
      "a letter in a record",
      (all) => at(bought(), (l) => l.replace('"type":"pended"', '"type":"pendet"'))(all),
      "record",
    ],
    [
      "an amount in an order",
      (all) => at(bought(), (l) => l.replace('"amount_fen":1', '"amount_fen":2'))(all),
      "record",
    ],
    ["a head", at(9, (l) => l.replace(/"head":"./, '"head":"f')), "chain"],
    ["an id", (all) => at(bought(), (l) => l.replace('","record"', 'x","record"'))(all), "id"],
    [
      "a time",
      (all) => at(bought(), (l) => l.replace(/"at":"2026(?=[^"]*","head")/, '"at":"2027'))(all),
      "column",
    ],
    ["a number", at(9, (l) => l.replace(/"seq":\d+\}$/, '"seq":99}')), "gap"],
    ["a line taken away", (all) => all.toSpliced(bought(), 1), "gap"],
    ["the last line taken away", (all) => all.slice(0, -1), "proof"],
    ["a line twice", (all) => all.toSpliced(bought(), 0, all[bought()] as string), "gap"],
    ["two lines swapped", (all) => all.with(9, all[10] as string).with(10, all[9] as string), "gap"],
    ["a line that is none", at(9, () => "rubbish"), "failed"],
    ["a line of another kind", at(9, () => "[1]"), "failed"],
    ["a line with more in it", at(9, (l) => l.replace('{"asked"', '{"about":1,"asked"')), "failed"],
    ["the first plan", at(0, (l) => l.replace('"take":"30%"', '"take":"29%"')), "chain"],
    ["cash in the proof", at(0, (l) => l.replace('"C":"', '"C":"9')), "signature"],
    ["the cell", at(0, (l) => l.replace(/"cell":"1"/, '"cell":"2"')), "signature"],
    ["the kind of the cell", at(0, (l) => l.replace('"clock":"live"', '"clock":"orders"')), "signature"],
  ];
  test.each(forgeries)("forged: %s", async (_, forge, what) => {
    const forged = forge([...lines]);
    expect(forged).not.toEqual(lines);
    const { findings } = await checked(forge);
    expect(
      findings.map((finding) => finding.what),
      JSON.stringify(findings[0]),
    ).toContain(what);
  });

  test("a proof signed anew by somebody else is found by the operator's key alone", async () => {
    const { proof } = await checkExport(file);
    const { cell, operator, C, N, remainder, ...rest } = proof;
    const figures = { cell: BigInt(cell), operator: BigInt(operator), C: BigInt(C), N: BigInt(N) };
    const resign = (more: object) => (all: string[]) => {
      const header = JSON.parse(all[0] as string) as { proof: Proof };
      const said = { ...figures, remainder: BigInt(remainder), ...rest, ...more };
      header.proof = signProof(said, AT, another());
      return [canonical(header), ...all.slice(1)];
    };
    const named = async (more: object, pinned?: string) => {
      const forged = join(folder, "forged.jsonl");
      writeFileSync(forged, `${resign(more)([...lines]).join("\n")}\n`);
      return (await checkExport(forged, { key: pinned })).findings.map(
        ({ what, where }) => `${what} ${where}`,
      );
    };
    expect(await named({}, key.publicKey)).toEqual(["key proof"]);
    expect(await named({})).toEqual([]);
    // And what it says is held against the journals all the same.
    expect(await named({ C: 1n })).toEqual(["proof proof C"]);
    expect(await named({ counts: { ...proof.counts, members: 1 } })).toEqual(["proof proof members"]);
    expect(await named({ seq: proof.seq + 1 })).toEqual(["proof proof seq"]);
  });

  test("cut short, or not one at all", async () => {
    const packed = gzipSync(readFileSync(file));
    const cut = join(folder, "cut.jsonl.gz");
    writeFileSync(cut, packed.subarray(0, packed.length - 900));
    const { findings } = await checkExport(cut);
    expect(findings.map(({ what }) => what)).toContain("proof");
    expect(gunzipSync(packed).toString().startsWith('{"format"')).toBe(true);
    for (const [i, text] of [
      "",
      "\n",
      "{}",
      "id,amount\n1,2",
      '{"wellspring":"backup"}\n',
      "\x1f\x8b",
    ].entries()) {
      const other = join(folder, `other-${i}`);
      writeFileSync(other, text, "latin1");
      await expect(checkExport(other), text).rejects.toThrow("This is no file of journals");
    }
    writeFileSync(join(folder, "long"), "x".repeat(9_000_000));
    await expect(checkExport(join(folder, "long"))).rejects.toThrow("This is no file of journals");
    await expect(checkExport(join(folder, "nowhere"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});
