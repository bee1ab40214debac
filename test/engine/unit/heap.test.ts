import { describe, expect, it } from "vitest";
import { Changes } from "../../../src/engine/changes.ts";
import { Heap, type Slotted } from "../../../src/engine/heap.ts";

class Entry implements Slotted {
  slot = -1;
  constructor(
    public key: number,
    readonly name: number,
  ) {}
}

const before = (a: Entry, b: Entry) => a.key < b.key || (a.key === b.key && a.name < b.name);
const sorted = (entries: readonly Entry[]) => [...entries].sort((a, b) => (before(a, b) ? -1 : 1));
const names = (entries: Iterable<Entry>) => [...entries].map(({ name }) => name);

function heapOf(...keys: number[]): { heap: Heap<Entry>; entries: Entry[] } {
  const heap = new Heap<Entry>(before);
  const entries = keys.map((key, name) => new Entry(key, name));
  for (const entry of entries) heap.push(entry);
  return { heap, entries };
}

/** Every place is known to its entry, and nobody stands above one that comes before. */
function checkPlaces(heap: Heap<Entry>): void {
  heap.all().forEach((entry, i) => {
    expect(entry.slot).toBe(i);
    if (i > 0) expect(before(entry, heap.all()[Math.floor((i - 1) / 2)] as Entry)).toBe(false);
  });
}

describe("a heap", () => {
  it("has nothing at first", () => {
    const { heap } = heapOf();
    expect([heap.size, heap.top(), heap.all(), [...heap.ascending()]]).toEqual([0, undefined, [], []]);
  });

  it("gives the lowest, and all in order, unchanged by the reading", () => {
    const { heap, entries } = heapOf(5, 3, 8, 1, 9, 2, 7, 3);
    const standing = names(heap.all());
    expect(heap.size).toBe(8);
    expect(heap.top()).toBe(entries[3]);
    expect(names(heap.ascending())).toEqual([3, 5, 1, 7, 0, 6, 2, 4]);
    expect(names(heap.all())).toEqual(standing);
    checkPlaces(heap);
  });

  it("can be read in part: the first three of many", () => {
    const { heap } = heapOf(...Array.from({ length: 40 }, (_, i) => (i * 17) % 41));
    const walk = heap.ascending();
    expect([walk.next(), walk.next(), walk.next()].map(({ value }) => value?.key)).toEqual([0, 1, 2]);
    expect(heap.size).toBe(40);
  });

  it("ends its reading with undefined", () => {
    const { heap } = heapOf(1);
    const walk = heap.ascending();
    expect(walk.next().done).toBe(false);
    expect(walk.next()).toEqual({ value: undefined, done: true });
  });

  it("lets go of the top, of the last and of the only entry", () => {
    const { heap, entries } = heapOf(1, 2, 3, 4);
    const last = heap.all()[3] as Entry;
    heap.remove(last);
    expect([last.slot, heap.size]).toEqual([-1, 3]);
    heap.remove(entries[0] as Entry);
    expect([entries[0]?.slot, heap.size]).toEqual([-1, 2]);
    expect(names(heap.ascending())).toEqual([1, 2]);
    heap.remove(entries[1] as Entry);
    heap.remove(entries[2] as Entry);
    expect([heap.size, heap.top()]).toEqual([0, undefined]);
  });

  it("lets an entry rise that takes a removed one's place", () => {
    // 0 over (10, 1), 10 over (11, 12), 1 over (2, 3): the last, 3, replaces 11 and has to rise above 10.
    const { heap, entries } = heapOf(0, 10, 1, 11, 12, 2, 3);
    heap.remove(entries[3] as Entry);
    checkPlaces(heap);
    expect(heap.all()[1]).toBe(entries[6]);
    expect(names(heap.ascending())).toEqual([0, 2, 5, 6, 1, 4]);
  });

  it("moves an entry either way, and back only where it may only stand later", () => {
    const { heap, entries } = heapOf(1, 2, 3, 4, 5, 6, 7);
    const [first, , , fourth] = entries as [Entry, Entry, Entry, Entry];
    fourth.key = 0;
    heap.moved(fourth);
    expect(heap.top()).toBe(fourth);
    checkPlaces(heap);
    fourth.key = 9;
    heap.moved(fourth);
    expect(heap.top()).toBe(first);
    checkPlaces(heap);
    first.key = 8;
    heap.movedBack(first);
    checkPlaces(heap);
    expect(names(heap.ascending())).toEqual([1, 2, 4, 5, 6, 0, 3]);
  });

  it("stands still at equal keys", () => {
    const heap = new Heap<Entry>((a, b) => a.key < b.key);
    const entries = [0, 1, 2, 3, 4].map((name) => new Entry(7, name));
    for (const entry of entries) heap.push(entry);
    expect(names(heap.all())).toEqual([0, 1, 2, 3, 4]);
    for (const entry of entries) heap.moved(entry);
    expect(names(heap.all())).toEqual([0, 1, 2, 3, 4]);
  });
});

/** Numerical Recipes' generator: the seed is in the test's name. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const SEED = Number(process.env["WELLSPRING_SEED"] ?? 20_261_121);

describe(`a heap against a sorted list (WELLSPRING_SEED=${SEED})`, () => {
  it("agrees after every push, removal and move", () => {
    const throwDice = dice(SEED);
    const done = { push: 0, remove: 0, moved: 0, movedBack: 0 };
    for (let round = 0; round < 30; round++) {
      const { heap } = heapOf();
      const model: Entry[] = [];
      for (let step = 0; step < 40; step++) {
        const one = model[throwDice(model.length)];
        const what = throwDice(10);
        if (one === undefined || what < 4) {
          const entry = new Entry(throwDice(12), step);
          heap.push(entry);
          model.push(entry);
          done.push += 1;
        } else if (what < 6) {
          heap.remove(one);
          model.splice(model.indexOf(one), 1);
          expect(one.slot).toBe(-1);
          done.remove += 1;
        } else if (what < 8) {
          one.key = throwDice(12);
          heap.moved(one);
          done.moved += 1;
        } else {
          one.key += throwDice(4);
          heap.movedBack(one);
          done.movedBack += 1;
        }
        const order = sorted(model);
        const all = heap.all();
        const agrees =
          heap.size === order.length &&
          heap.top() === order[0] &&
          `${names(heap.ascending())}` === `${names(order)}` &&
          all.every((entry, i) => entry.slot === i);
        if (!agrees)
          throw new Error(`round ${round}, step ${step}: ${names(all)} is no heap of ${names(order)}`);
      }
    }
    expect(Math.min(...Object.values(done))).toBeGreaterThan(100);
  });
});

describe("changes", () => {
  const [a, b, c] = [{ name: "a" }, { name: "b" }, { name: "c" }];

  it("are none at first", () => {
    const changes = new Changes<object, number>();
    expect([changes.size, changes.get(a), changes.has(a), [...changes]]).toEqual([0, undefined, false, []]);
    expect([changes.firstKey, changes.firstValue, changes.rest]).toEqual([null, null, null]);
  });

  it("keep one in place, and a later word of it instead", () => {
    const changes = new Changes<object, number>();
    changes.set(a, 1);
    changes.set(a, 2);
    expect([changes.size, changes.get(a), changes.has(a), changes.has(b)]).toEqual([1, 2, true, false]);
    expect([changes.firstKey, changes.firstValue, changes.rest]).toEqual([a, 2, null]);
    expect(changes.get(b)).toBeUndefined();
    expect([...changes]).toEqual([[a, 2]]);
  });

  it("keep more in the order of their first change", () => {
    const changes = new Changes<object, number>();
    changes.set(a, 1);
    changes.set(b, 2);
    changes.set(c, 3);
    changes.set(a, 4);
    changes.set(b, 5);
    expect(changes.size).toBe(3);
    expect([changes.get(a), changes.get(b), changes.get(c)]).toEqual([4, 5, 3]);
    expect([changes.has(a), changes.has(b), changes.has(c), changes.has({})]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([...changes]).toEqual([
      [a, 4],
      [b, 5],
      [c, 3],
    ]);
    const walk = changes[Symbol.iterator]();
    for (let i = 0; i < 3; i++) walk.next();
    expect(walk.next()).toEqual({ value: undefined, done: true });
  });
});
