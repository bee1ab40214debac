import { describe, expect, it } from "vitest";
import { levelsOf, Member, REFUSALS, type RefusalCode, refuse } from "#engine";
import { agentsFor } from "../../../src/engine/region.ts";
import { lockUnder, rootOf } from "../../../src/engine/tree.ts";
import { answer, booked, Scene, town } from "./scene.ts";

const member = (id: string, sponsor: Member | null = null) => new Member(id, sponsor);

describe("joining", () => {
  it("puts a member under a sponsor who is there, with accounts of their own", () => {
    const scene = new Scene();
    const journal = booked(scene.join("a"));
    booked(scene.join("b", "a"));
    const [a, b] = [scene.book.members.get("a"), scene.book.members.get("b")];
    expect(journal).toMatchObject({
      order: "o1",
      kind: "join",
      entry: { type: "joined", member: { id: "a" } },
    });
    expect(journal.postings).toEqual([]);
    expect([a?.sponsor, a?.above, b?.sponsor, b?.above]).toEqual([null, null, a, a]);
    const names = [b?.wallet, b?.commission, b?.frozen, b?.points].map((entry) => entry?.name);
    expect(names).toEqual(["wallet:b", "commission:b", "commission_frozen:b", "points:b"]);
    expect([b?.firstLot, b?.lastLot]).toEqual([null, null]);
  });

  it("is refused to who is there, before the sponsor is looked for, and under nobody", () => {
    const scene = new Scene();
    scene.join("a");
    expect(answer(scene.join("a", "nobody"))).toBe("member_exists");
    expect(answer(scene.join("b", "nobody"))).toBe("sponsor_unknown");
    expect(answer(scene.join("b", "b"))).toBe("sponsor_unknown");
    expect([...scene.book.members.keys()]).toEqual(["a"]);
  });
});

describe("opening a store", () => {
  it("keeps its terms, and takes the owner's sponsor of now for its recruiter", () => {
    const scene = new Scene();
    scene.join("r");
    scene.join("o", "r");
    scene.join("x");
    const { members, merchants } = scene.book;
    booked(scene.store("s1", "o"));
    booked(scene.store("s2", "o", { take: "5%", recruiter: "x", goods: true, region: "110105" }));
    booked(scene.store("s3", "x"));
    expect(merchants.get("s1")).toMatchObject({ region: "440106", take: null, goods: false, feed: "main" });
    expect(merchants.get("s1")?.owner).toBe(members.get("o"));
    expect(merchants.get("s1")?.recruiter).toBe(members.get("r"));
    expect(merchants.get("s1")?.payable.name).toBe("payable:s1");
    expect(merchants.get("s2")).toMatchObject({ region: "110105", take: 50_000n, goods: true });
    expect(merchants.get("s2")?.recruiter).toBe(members.get("x"));
    expect(merchants.get("s3")?.recruiter).toBeNull();
    // x is locked under o later: the store's recruiter stays nobody.
    booked(scene.ask("purchase", { member: "x", merchant: "s1", amount_fen: 100 }));
    expect([members.get("x")?.sponsor?.id, merchants.get("s3")?.recruiter]).toEqual(["o", null]);
  });

  it("is refused in the order of the table", () => {
    const scene = new Scene();
    scene.join("o");
    scene.store("s", "o");
    expect(answer(scene.store("s", "nobody", { recruiter: "nobody", feed: "none" }))).toBe("merchant_exists");
    expect(answer(scene.store("t", "nobody", { feed: "none" }))).toBe("member_unknown");
    expect(answer(scene.store("t", "o", { recruiter: "nobody", feed: "none" }))).toBe("member_unknown");
    expect(answer(scene.store("t", "o", { feed: "none" }))).toBe("feed_unknown");
    expect([...scene.book.merchants.keys()]).toEqual(["s"]);
  });
});

describe("appointing", () => {
  it("gives a territory nobody holds to a member, who may hold several", () => {
    const scene = town();
    booked(scene.ask("appoint", { member: "a", region: "440106" }));
    booked(scene.ask("appoint", { member: "a", region: "440100" }));
    expect([...scene.book.regions].map(([code, { id }]) => [code, id])).toEqual([
      ["440106", "a"],
      ["440100", "a"],
    ]);
    expect(answer(scene.ask("appoint", { member: "nobody", region: "440106" }))).toBe("member_unknown");
    expect(answer(scene.ask("appoint", { member: "b", region: "440106" }))).toBe("region_taken");
    expect(answer(scene.ask("appoint", { member: "a", region: "440106" }))).toBe("region_taken");
    expect(scene.book.regions.get("440106")?.id).toBe("a");
  });

  it("counts for the very next purchase of a store that has sold before", () => {
    const scene = town();
    scene.buy("a", 100_000);
    expect(scene.book.merchants.get("s")?.agents).toEqual({ district: null, city: null, province: null });
    scene.ask("appoint", { member: "b", region: "440106" });
    scene.buy("a", 100_000);
    expect(scene.of("commission:b")).toBe(100n); // 0.1% of 1000 yuan
  });
});

describe("the levels of a region", () => {
  it.each([
    ["440106", "440106", "440100", "440000"],
    ["441900", null, "441900", "440000"],
    ["440000", null, null, "440000"],
    ["440001", "440001", null, "440000"],
    ["000000", null, null, "000000"],
    ["110105", "110105", "110100", "110000"],
  ])("of %s are %s, %s and %s", (code, district, city, province) => {
    expect(levelsOf(code)).toEqual({ district, city, province });
  });

  it("bring the agents who are there", () => {
    const [d, c, p] = [member("d"), member("c"), member("p")];
    const all = new Map([
      ["440106", d],
      ["440100", c],
      ["440000", p],
    ]);
    const asked: string[] = [];
    const agent = (code: string) => {
      asked.push(code);
      return all.get(code);
    };
    expect(agentsFor("440106", agent)).toEqual({ district: d, city: c, province: p });
    expect(agentsFor("440100", agent)).toEqual({ district: null, city: c, province: p });
    expect(agentsFor("440000", agent)).toEqual({ district: null, city: null, province: p });
    // A level that is skipped is not even asked for.
    expect(asked).toEqual(["440106", "440100", "440000", "440100", "440000", "440000"]);
    expect(agentsFor("440199", agent)).toEqual({ district: null, city: c, province: p });
    expect(agentsFor("449999", agent)).toEqual({ district: null, city: null, province: p });
    expect(agentsFor("110105", agent)).toEqual({ district: null, city: null, province: null });
    expect(agentsFor("440106", () => undefined)).toEqual({ district: null, city: null, province: null });
  });
});

describe("the tree", () => {
  it("finds the root from any depth and shortens the way without touching a sponsor", () => {
    const line = [member("m0")];
    for (let i = 1; i < 40; i++) line.push(member(`m${i}`, line[i - 1] as Member));
    const [root, last] = [line[0] as Member, line[39] as Member];
    expect(rootOf(root)).toBe(root);
    expect(rootOf(line[1] as Member)).toBe(root);
    expect(rootOf(last)).toBe(root);
    expect(line.slice(1).every((entry, i) => entry.sponsor === line[i])).toBe(true);
    let steps = 0;
    for (let here = last; here.above !== null; here = here.above) steps += 1;
    expect(steps).toBe(20);
    expect(line.every((entry) => rootOf(entry) === root)).toBe(true);
  });

  it("locks a buyer without sponsor under the owner, unless he is the owner or stands above him", () => {
    const { book } = new Scene();
    const [root, other] = [member("root"), member("other")];
    const child = member("child", root);
    const grandchild = member("grandchild", child);
    expect(lockUnder(book, other, root)).toBe(root);
    expect(lockUnder(book, other, grandchild)).toBe(grandchild);
    expect(lockUnder(book, root, root)).toBeNull();
    expect(lockUnder(book, root, child)).toBeNull();
    expect(lockUnder(book, root, grandchild)).toBeNull();
    expect(lockUnder(book, child, other)).toBeNull();
  });

  it("is locked by a purchase before its rewards are cut, and never again", () => {
    const scene = town();
    scene.store("t", "b");
    const journal = booked(scene.buy("a", 100_000));
    expect(journal.entry).toMatchObject({ type: "purchased", locked: { id: "o" } });
    expect(scene.of("commission:o")).toBe(300n);
    const again = booked(scene.ask("purchase", { member: "a", merchant: "t", amount_fen: 100_000 }));
    expect(again.entry).toMatchObject({ locked: null });
    expect(scene.book.members.get("a")?.sponsor?.id).toBe("o");
    // b, the root of nobody yet, sells to o: o goes under b, and a's root is b now.
    scene.ask("purchase", { member: "o", merchant: "t", amount_fen: 100_000 });
    expect(rootOf(scene.book.members.get("a") as Member).id).toBe("b");
    // b buys at s: its owner o stands below b, so nobody is locked.
    expect(booked(scene.buy("b", 100_000)).entry).toMatchObject({ locked: null });
    expect(scene.book.members.get("b")?.sponsor).toBeNull();
  });
});

/** Every refusal by hand: the field it speaks of, and whether the same order may be accepted later. */
const TABLE: Readonly<Record<RefusalCode, readonly [field: string, retry: boolean]>> = {
  member_exists: ["member", false],
  sponsor_unknown: ["sponsor", true],
  merchant_exists: ["merchant", false],
  member_unknown: ["member", true],
  merchant_unknown: ["merchant", true],
  region_taken: ["region", false],
  amount_must_be_positive: ["amount_fen", false],
  amount_too_small: ["amount_fen", false],
  cost_not_allowed: ["cost_fen", false],
  cost_out_of_range: ["cost_fen", false],
  margin_too_small: ["amount_fen", false],
  points_must_be_positive: ["points", false],
  points_insufficient: ["points", true],
  remainder_insufficient: ["amount_fen", true],
  pool_empty: ["amount_fen", true],
  purchase_unknown: ["purchase", true],
  refund_exceeds_purchase: ["amount_fen", false],
  refunds_exhausted: ["purchase", false],
  pool_closed: ["kind", false],
  purchases_pending: ["kind", true],
  time_reversed: ["at", false],
  at_required: ["at", false],
  id_conflict: ["id", false],
  feed_unknown: ["feed", true],
  version_not_newer: ["plan.version", false],
  pool_terms_differ: ["plan.pool", false],
  exit_load_raised: ["plan.pool.exit_load", false],
  sponsor_fixed: ["sponsor", false],
  sponsor_below: ["sponsor", false],
  sponsor_same: ["sponsor", false],
  region_vacant: ["region", false],
  balance_insufficient: ["amount_fen", true],
  withdrawal_unknown: ["withdrawal", true],
  withdrawal_closed: ["withdrawal", false],
  proceeds_below_minimum: ["min_proceeds_fen", true],
  amount_too_large: ["amount_fen", false],
};

describe("refusals", () => {
  it("are all in the table", () => {
    expect(Object.keys(REFUSALS).sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(Object.entries(TABLE))(
    "%s speaks of its field and says whether a retry may cure it",
    (code, row) => {
      const [field, retry] = row;
      expect(refuse(code as RefusalCode)).toStrictEqual({ refused: code, field, retry });
    },
  );
});
