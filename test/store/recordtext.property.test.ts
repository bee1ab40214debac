/** The record written straight out is the canonical JSON of the record, to the byte, whatever the ids are. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, type Journal, parseLine, Replay } from "#engine";
import { journalRecord, planRecord, recordText } from "#store";
import { planOf } from "../desk/stage.ts";
import { seeded } from "./verify-world.ts";

const SEED = 20_260_712;
const RUNS = process.env["WELLSPRING_LONG"] === "1" ? 2_000 : 60;

/** Names that JSON, a terminal or a database might stumble over, by the name in the world. */
const strange = fc.constantFrom(
  (name: string) => name,
  (name: string) => `会员·${name}`,
  (name: string) => `"${name}"`,
  (name: string) => `\\${name}\\"`,
  (name: string) => `${name} 😀🐉`,
  (name: string) => `${name}\u2028\u00e9e\u0301`,
  (name: string) => `__proto__${name}`,
  (name: string) => `${name}</script>&'`,
);
const NAMES = new Set([
  "id",
  "member",
  "sponsor",
  "merchant",
  "owner",
  "recruiter",
  "purchase",
  "withdrawal",
  "feed",
  "case",
]);

test("recordText is canonical(journalRecord) over random worlds with strange ids", () => {
  const worlds = seeded(SEED, RUNS, 120);
  const names = fc.sample(strange, { numRuns: RUNS, seed: SEED });
  const kinds = new Set<string>();
  let strangers = 0;
  for (const [i, { plan, lines }] of worlds.entries()) {
    const rename = names[i % names.length] as (name: string) => string;
    const seen = (journal: Journal) => {
      kinds.add(`${journal.kind} ${journal.entry.type}`);
      const text = recordText(journal);
      if (text.includes('\\"') || /[^ -~]/.test(text)) strangers += 1;
      if (text !== canonical(journalRecord(journal)))
        expect(text, `seed ${SEED}, world ${i}`).toBe(canonical(journalRecord(journal)));
    };
    const named = planOf({ ...(plan as object), name: rename("plan") });
    expect(planOf(JSON.parse(canonical(planRecord(named)))), `world ${i}`).toEqual(named);
    const replay = new Replay(named, seen);
    lines.forEach((line, n) => {
      replay.line(renamed(line, rename), n + 1);
    });
  }
  for (const kind of [
    "purchase purchased",
    "purchase pended",
    "settle purchased",
    "thaw thawed",
    "refund moved",
  ])
    expect(kinds).toContain(kind);
  for (const kind of ["bind bound", "withdraw withdrawn", "pay_out withdrawal_closed", "publish published"])
    expect(kinds).toContain(kind);
  expect(strangers).toBeGreaterThan(100);
});

function renamed(line: string, rename: (name: string) => string): string {
  const json = parseLine(line);
  if (typeof json !== "object" || json === null) return line;
  const named = (key: string, value: unknown) =>
    NAMES.has(key) && typeof value === "string" && value !== "" ? rename(value) : value;
  return JSON.stringify(
    Object.fromEntries(Object.entries(json).map(([key, value]) => [key, named(key, value)])),
  );
}
