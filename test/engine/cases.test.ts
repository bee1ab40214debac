import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { brokenLaws, priceOf, Replay, readPlan, resultOf } from "#engine";

const folder = new URL("../cases/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), "utf8");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".plan.json"))
  .map((name) => name.replace(".plan.json", ""));

describe("the worked replays", () => {
  it("are all there", () => expect(names).toHaveLength(17));

  it.each(names)("%s matches to the fen and to the grain, and every law holds after every line", (name) => {
    const read = readPlan(JSON.parse(text(`${name}.plan.json`)));
    if (!("plan" in read)) throw new Error(JSON.stringify(read.faults));
    const replay = new Replay(read.plan);
    text(`${name}.orders.jsonl`)
      .split("\n")
      .forEach((line, i) => {
        const before = priceOf(replay.book);
        replay.line(line, i + 1);
        expect(brokenLaws(replay.book, before), `line ${i + 1}`).toEqual([]);
      });
    expect(JSON.parse(JSON.stringify(resultOf(replay)))).toEqual(JSON.parse(text(`${name}.result.json`)));
  });
});
