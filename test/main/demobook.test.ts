/** A demo is opened on a demo's book alone, and a house of real money never on one. */
import { expect, test } from "vitest";
import { begunByDemo } from "../../src/main/serve/coalition.ts";
import { world } from "../api/world.ts";

const join = (id: string) => ({ json: { id, kind: "join", member: id.slice(-2) } });

test("a book is told by its first journal, an empty one by whether anybody is employed there", async () => {
  const demo = await world();
  expect(await begunByDemo(demo)).toBeNull();
  await demo.desk.submit(1n, [join("demo:join-p1"), join("x2")]);
  await demo.staff("owner");
  expect(await begunByDemo(demo)).toBe(true);

  const house = await world();
  await house.staff("owner");
  expect(await begunByDemo(house)).toBe(false);
  await house.desk.submit(1n, [join("x1"), join("demo:join-p2")]);
  expect(await begunByDemo(house)).toBe(false);
});
