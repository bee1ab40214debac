/** The reader of order files, fed with spoilt bytes: nothing is thrown, nothing is lost, and the book stays lawful. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenLaw, brokenLaws, type Outcome, type Plan, Replay, readPlan, resultOf } from "#engine";
import { LineReader } from "#main";

function localLife(): Plan {
  const read = readPlan(
    JSON.parse(readFileSync(new URL("../../plans/local-life.json", import.meta.url), "utf8")),
  );
  if ("plan" in read) return read.plan;
  throw new Error("local-life is faulty");
}

const plan = localLife();
const long = process.env["WELLSPRING_LONG"] === "1";

/** Lines that are orders or nearly so: few names, so that they meet. */
const name = fc.constantFrom("a", "b", "c", "店", "0");
const amount = fc.oneof(
  fc.integer({ min: -5, max: 200_000 }),
  fc.constantFrom(0, 1e3, 0.5, 1e21, 9_007_199_254_740_991, null, "5"),
);
const order = fc.oneof(
  fc.record({ id: name, kind: fc.constant("join"), member: name, sponsor: fc.option(name) }),
  fc.record({
    id: name,
    kind: fc.constant("open_store"),
    merchant: name,
    owner: name,
    region: fc.constantFrom("440106", "1"),
  }),
  fc.record({
    id: fc.nat({ max: 500 }).map(String),
    kind: fc.constant("purchase"),
    member: name,
    merchant: name,
    amount_fen: amount,
  }),
  fc.record({
    id: name,
    kind: fc.constant("redeem"),
    member: name,
    points: fc.constantFrom("all", "0.5", "-1", "1e3", 7),
  }),
  fc.record({
    id: fc.string({ maxLength: 3 }),
    kind: fc.constantFrom("refund", "inject", "release", "wind", "__proto__"),
    purchase: name,
    amount_fen: amount,
  }),
);
const spoil = fc.record({ at: fc.nat(), bytes: fc.uint8Array({ maxLength: 3 }), cut: fc.nat({ max: 4 }) });
const line = fc.oneof(
  { weight: 8, arbitrary: order.map((json) => Buffer.from(JSON.stringify(json))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "  ", "\r", "\ufeff", "{}", "[[[[").map((text) => Buffer.from(text)),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(order, spoil).map(([json, { at, bytes, cut }]) => {
      const whole = Buffer.from(JSON.stringify(json));
      const place = at % (whole.length + 1);
      return Buffer.concat([whole.subarray(0, place), bytes, whole.subarray(place + cut)]);
    }),
  },
);

/** Somebody to buy, and somewhere to buy it. */
const HISTORY = [
  { id: "j1", kind: "join", member: "a", sponsor: null },
  { id: "j2", kind: "join", member: "b", sponsor: "a" },
  { id: "s1", kind: "open_store", merchant: "店", owner: "a", region: "440106" },
].map((json) => Buffer.from(JSON.stringify(json)));

function play(file: Buffer, piece: number): { replay: Replay; outcomes: Outcome[]; lines: number } {
  const replay = new Replay(plan);
  const reader = new LineReader();
  const outcomes: Outcome[] = [];
  let lines = 0;
  const take = (texts: readonly (string | null)[]) => {
    for (const text of texts) outcomes.push(replay.line(text ?? "\0", ++lines));
  };
  for (let at = 0; at < file.length; at += piece) take(reader.push(file.subarray(at, at + piece)));
  take(reader.end());
  return { replay, outcomes, lines };
}

/** The result; or why there is none: totals beyond 2^53 − 1 fen are told, never written wrong. */
function told(replay: Replay): unknown {
  try {
    return resultOf(replay);
  } catch (broken) {
    if (broken instanceof BrokenLaw && broken.law === "safe_range") return broken.message;
    throw broken;
  }
}

test("spoilt files of orders", () => {
  const reached: Record<string, number> = {};
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 1, max: 100 }), (lines, piece) => {
      // Some lines come twice, as they do when a file is sent again.
      const all = [...HISTORY, ...lines, ...lines.slice(0, 5)];
      const file = Buffer.concat(all.flatMap((bytes) => [bytes, Buffer.from("\n")]));
      const { replay, outcomes, lines: count } = play(file, piece);
      const newlines = file.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
      expect(count).toBe(newlines);
      for (const { type } of outcomes) reached[type] = (reached[type] ?? 0) + 1;
      const listed = outcomes.filter(({ type }) => type === "refused" || type === "malformed").length;
      expect(replay.refused).toHaveLength(listed);
      expect(brokenLaws(replay.book)).toEqual([]);
      const whole = play(file, file.length + 1);
      expect(whole.outcomes.map(({ type }) => type)).toEqual(outcomes.map(({ type }) => type));
      expect(told(whole.replay)).toEqual(told(replay));
    }),
    { numRuns: long ? 50_000 : 600, seed: 20_260_101 },
  );
  expect(Object.keys(reached).sort(), JSON.stringify(reached)).toEqual([
    "answered",
    "blank",
    "booked",
    "malformed",
    "refused",
  ]);
  for (const [type, count] of Object.entries(reached)) expect([type, count > 50]).toEqual([type, true]);
});
