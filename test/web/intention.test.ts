/** One intention, one key: kept until the answer is certain, dropped when it is, taken over by nobody. */
import { expect, test } from "vitest";
import { begin, forgetAll, isOpen, pending, settle, unanswered } from "../../src/web/ui/api/intention.ts";
import { goneProblem, problemOf } from "../../src/web/ui/api/problem.ts";

/** A session's storage of a browser. */
class Storage {
  private readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  key = (at: number) => [...this.kept.keys()][at] ?? null;
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem = (name: string, value: string) => void this.kept.set(name, value);
  removeItem = (name: string) => void this.kept.delete(name);
}

test("keeps key and body until it is settled; the next has another key", () => {
  const shelf = new Storage();
  const first = begin(shelf, "redeem", { points: "1.5" });
  expect(pending(shelf, "redeem")).toEqual(first);
  expect(pending(shelf, "withdraw")).toBeNull();
  settle(shelf, "redeem");
  expect(pending(shelf, "redeem")).toBeNull();
  expect(begin(shelf, "redeem", { points: "1.5" }).key).not.toBe(first.key);
});

test("whoever signs in takes over nobody's intention, and nothing else is touched", () => {
  const shelf = new Storage();
  shelf.setItem("other", "stays");
  begin(shelf, "a", 1);
  begin(shelf, "b", 2);
  forgetAll(shelf);
  expect([pending(shelf, "a"), pending(shelf, "b"), shelf.getItem("other")]).toEqual([null, null, "stays"]);
});

const answer = (status: number, code: string) =>
  problemOf(Response.json({ code, detail_zh: "无", detail_en: "no" }, { status }));

test.each([
  [409, "id_conflict", false],
  [409, "in_progress", true],
  [422, "points_insufficient", false],
  [401, "unauthenticated", false],
  [429, "rate_limited", true],
  [500, "internal", true],
  [503, "busy", true],
])("%i %s: open is %s", async (status, code, open) => {
  expect(isOpen(await answer(status, code))).toBe(open);
});

test("no answer at all leaves it open; an answer of something between is told by its status", async () => {
  expect([isOpen(goneProblem(true)), isOpen(goneProblem(false))]).toEqual([true, true]);
  const between = new Response("<html>", { status: 502, headers: { "retry-after": "3" } });
  const problem = await problemOf(between);
  expect(problem).toMatchObject({ kind: "server", code: "http_502", retryAfter: 3_000 });
});

test("answers that did not come are counted with the intention, so that a reload knows of them", () => {
  const shelf = new Storage();
  const { key } = begin(shelf, "pay", 1);
  expect([unanswered(shelf, "pay"), unanswered(shelf, "pay")]).toEqual([1, 2]);
  expect(pending(shelf, "pay")).toEqual({ key, body: 1, unanswered: 2 });
  settle(shelf, "pay");
  expect(unanswered(shelf, "pay")).toBe(0);
  expect(pending(shelf, "pay")).toBeNull();
});
