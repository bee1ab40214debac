import { describe, expect, it } from "vitest";
import { brokenLaws, type Purchase } from "#engine";
import { answer, BASE, booked, type Json, leaving, moves, planOf, Scene, town, withPool } from "./scene.ts";

const POINT = 10n ** 8n;
const purchaseOf = (scene: Scene, id: string) => scene.book.purchases.get(id) as Purchase;
const version = (n: number, changes: Json = {}) => planOf({ version: n, ...changes });

describe("publishing a plan", () => {
  it("puts a newer version in force for its feed", () => {
    const scene = town();
    const plan = version(2, { take: "30%" });
    const journal = booked(scene.publish(plan));
    expect(journal.entry).toEqual({ type: "published", feed: "main", plan, exitLoad: 200_000n });
    expect([journal.kind, journal.postings]).toEqual(["publish", []]);
    expect(scene.book.plan("main")).toBe(plan);
    expect(moves(booked(scene.buy("a", 100_000)))[0]).toBe("due outside→payable:s 70000");
  });

  it.each([
    ["the version in force", 3, "version_not_newer"],
    ["a version before it", 2, "version_not_newer"],
    ["the next version", 4, "booked"],
    ["a later version", 9, "booked"],
  ])("with %s: %s is %s", (_, n, became) => {
    const scene = new Scene({ version: 3 });
    expect(answer(scene.publish(version(n)))).toBe(became);
    expect(scene.book.plan("main").version).toBe(became === "booked" ? n : 3);
  });

  it("opens a feed with any version, for stores of that feed alone", () => {
    const scene = town({ version: 5 });
    expect(answer(scene.store("g", "o", { feed: "goods" }))).toBe("feed_unknown");
    booked(scene.publish(version(1, { take: "50%" }), "goods"));
    booked(scene.store("g", "o", { feed: "goods" }));
    expect(answer(scene.publish(version(1), "goods"))).toBe("version_not_newer");
    expect(answer(scene.publish(version(2), "goods"))).toBe("booked");
    booked(scene.publish(version(3, { take: "50%" }), "goods"));
    const atGoods = scene.ask("purchase", { member: "a", merchant: "g", amount_fen: 100_000 });
    expect(moves(booked(atGoods))[0]).toBe("due outside→payable:g 50000");
    expect(moves(booked(scene.buy("a", 100_000)))[0]).toBe("due outside→payable:s 80000");
  });

  it.each([
    ["opening price", { opening_price_fen: 101 }],
    ["cap by purchase", { cap: { per: "purchase" } }],
    ["wider step", { max_step: "1000.0001%" }],
    ["narrower step", { max_step: "50%" }],
  ])("is refused another %s: that is the pool's", (_, pool) => {
    const scene = new Scene();
    expect(answer(scene.publish(version(2, { pool })))).toBe("pool_terms_differ");
    expect(answer(scene.publish(version(1, { pool }), "other"))).toBe("pool_terms_differ");
    expect(scene.book.hasFeed("other")).toBe(false);
    // Checked in this order: version, terms, exit load.
    expect(answer(scene.publish(version(1, { pool })))).toBe("version_not_newer");
    const dearer = version(2, { pool: { ...(pool as Json), exit_load: "21%" } });
    expect(answer(scene.publish(dearer))).toBe("pool_terms_differ");
  });

  it("may change mint and multiple, and lower the exit load, for good", () => {
    const scene = new Scene();
    expect(answer(scene.publish(version(2, { pool: { exit_load: "20.0001%" } })))).toBe("exit_load_raised");
    expect(answer(scene.publish(version(2, { pool: { mint: "60%", cap: { multiple: "3" } } })))).toBe(
      "booked",
    );
    expect(answer(scene.publish(version(3, { pool: { exit_load: "19.9999%" } })))).toBe("booked");
    expect(scene.book.pool.exitLoad).toBe(199_999n);
    expect(answer(scene.publish(version(4)))).toBe("exit_load_raised");
    expect(answer(scene.publish(version(1, { pool: { exit_load: "20%" } }), "other"))).toBe(
      "exit_load_raised",
    );
    expect(scene.book.plan("main").version).toBe(3);
  });

  it("leaves the account of a portion that both versions name as it stands", () => {
    const portions = [{ to: "charity", rate: "0.5%" }, ...(BASE["portions"] as readonly Json[])];
    const scene = town({ portions });
    scene.buy("a", 100_000);
    booked(scene.publish(version(2, { portions })));
    expect(scene.of("charity")).toBe(500n);
    scene.buy("a", 100_000);
    expect(scene.of("charity")).toBe(1_000n);
  });

  it("lets the lower exit load hold for redemptions and exits from then on", () => {
    const scene = town();
    scene.buy("a", 100_000);
    expect(moves(booked(scene.redeem("a", "56"))).at(-1)).toBe("redeem pool→wallet:a 6400"); // 80% of 8000
    booked(scene.publish(version(2, { pool: { exit_load: "10%" } })));
    expect(scene.pool()).toEqual([9_600n, 56n * POINT, 0n]);
    expect(moves(booked(scene.redeem("a", "28"))).at(-1)).toBe("redeem pool→wallet:a 4320"); // 90% of 4800
    // 28 of 112 points are capped at 30000 fen: 90% of it.
    expect(leaving(booked(scene.ask("inject", { amount_fen: 25_000 })))).toEqual([
      "cap a 2800000000 30000→27000",
    ]);
  });

  it("leaves a purchase that is paid its own plan for its refund", () => {
    const scene = town();
    scene.buy("a", 100_000);
    const other = version(2, {
      take: "40%",
      portions: [
        { to: "operator", rate: "5%" },
        { to: "commissions", rate: "10%" },
        { to: "charity", rate: "1%" },
        { to: "pool", rest: true },
      ],
      commissions: { upline: ["3%", "2%"] },
      pool: { mint: "30%", cap: { multiple: "9" } },
    });
    booked(scene.publish(other));
    expect(moves(booked(scene.refund("o6", 100_000)))).toEqual([
      "refund_due payable:s→outside 80000",
      "refund_upline_1 commission:o→outside 300",
      "refund_unclaimed unclaimed→outside 1700",
      "refund_operator operator→outside 2000",
      "refund_pool pool→outside 16000",
      "burn points:a→points_issued 11200000000",
    ]);
    expect(scene.balances()).toEqual({});
  });

  it("leaves a purchase that is pending its own plan for its settlement, and its own window", () => {
    const scene = town({ settle_after: "P7D" });
    scene.buy("a", 100_000, { at: "2026-01-01T00:00:00Z" });
    booked(scene.publish(version(2, { take: "40%", settle_after: "P1D", pool: { cap: { multiple: "2" } } })));
    scene.buy("a", 100_000, { at: "2026-01-02T00:00:00Z" });
    scene.join("x", null, { at: "2026-01-08T00:00:00Z" });
    const settled = scene.journals.filter(({ kind }) => kind === "settle");
    expect(settled.map(({ order }) => order)).toEqual(["o8", "o6"]);
    expect(settled.map((journal) => moves(journal).slice(0, 2))).toEqual([
      ["due pending→payable:s 60000", "operator pending→operator 2000"],
      ["due pending→payable:s 80000", "operator pending→operator 2000"],
    ]);
    expect(purchaseOf(scene, "o8").plan.version).toBe(2);
    expect(purchaseOf(scene, "o6").plan.version).toBe(1);
    expect(purchaseOf(scene, "o6").cap).toBe(120_000n);
    expect(purchaseOf(scene, "o8").cap).toBe(200_000n);
  });
});

describe("winding up", () => {
  /** 500 fen in the remainder, a with 112 points and b with 78.4, 320 yuan in the pool. */
  function full(changes: Json = {}): Scene {
    const scene = town(changes);
    scene.ask("inject", { amount_fen: 500 });
    scene.buy("a", 100_000);
    scene.buy("b", 100_000);
    return scene;
  }

  it("pays the remainder and all the cash to the holders, without load, the fen left to the operator", () => {
    const scene = full();
    const operator = scene.of("operator");
    const journal = booked(scene.ask("wind_up"));
    // ⌊32500 · 112/190.4⌋ = 19117, ⌊32500 · 78.4/190.4⌋ = 13382.
    expect(moves(journal)).toEqual([
      "wind_up_remainder pool_remainder→pool 500",
      "burn points:a→points_issued 11200000000",
      "wind_up pool→wallet:a 19117",
      "burn points:b→points_issued 7840000000",
      "wind_up pool→wallet:b 13382",
      "wind_up_rest pool→operator 1",
    ]);
    expect(journal.exits).toEqual([]);
    expect(scene.pool()).toEqual([0n, 0n, 0n]);
    expect(scene.of("operator") - operator).toBe(1n);
    expect(scene.book.pool.last).toEqual({ cash: 32_000n, points: 19_040_000_000n });
    expect([scene.book.pool.closed, scene.book.lots.size]).toEqual([true, 0]);
    expect([purchaseOf(scene, "o7").got, purchaseOf(scene, "o8").got]).toEqual([19_117n, 13_382n]);
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("pays lot by lot, oldest opening first, each rounded down", () => {
    const scene = town(withPool({ cap: { per: "purchase" } }));
    for (const member of ["b", "a", "b"]) scene.buy(member, 100_000);
    // 48000 over 257.04: ⌊20915.03⌋, ⌊14640.52⌋, ⌊12444.44⌋ and a fen.
    expect(moves(booked(scene.ask("wind_up"))).filter((line) => !line.startsWith("burn"))).toEqual([
      "wind_up pool→wallet:b 20915",
      "wind_up pool→wallet:a 14640",
      "wind_up pool→wallet:b 12444",
      "wind_up_rest pool→operator 1",
    ]);
  });

  it("gives the operator what an empty pool has, and nothing where there is nothing", () => {
    const scene = new Scene();
    scene.ask("inject", { amount_fen: 500 });
    expect(moves(booked(scene.ask("wind_up")))).toEqual([
      "wind_up_remainder pool_remainder→pool 500",
      "wind_up_rest pool→operator 500",
    ]);
    expect(scene.book.pool.last).toEqual({ cash: 100n, points: POINT });
    const bare = new Scene();
    expect(moves(booked(bare.ask("wind_up")))).toEqual([]);
    expect(bare.book.pool.closed).toBe(true);
  });

  it("closes the pool to all orders but the register's", () => {
    const scene = full();
    booked(scene.ask("wind_up"));
    const before = scene.balances();
    expect([
      answer(scene.buy("a", 100_000)),
      answer(scene.redeem("a", "1")),
      answer(scene.ask("inject", { amount_fen: 1 })),
      answer(scene.ask("release", { amount_fen: 1 })),
      answer(scene.refund("o7", 1)),
      answer(scene.ask("wind_up")),
      answer(scene.publish(version(2))),
    ]).toEqual(Array(7).fill("pool_closed"));
    expect([
      answer(scene.join("x", "a")),
      answer(scene.store("y", "x")),
      answer(scene.ask("appoint", { member: "x", region: "440106" })),
    ]).toEqual(["booked", "booked", "booked"]);
    expect(scene.balances()).toEqual(before);
    expect([scene.book.members.has("x"), scene.book.regions.has("440106")]).toEqual([true, true]);
    expect(scene.book.pool.closed).toBe(true);
  });

  it("waits for pending purchases: settled, or refunded in whole", () => {
    const scene = town({ settle_after: "P7D" });
    scene.buy("a", 100_000, { at: "2026-01-01T00:00Z" });
    scene.buy("b", 100_000, { at: "2026-01-02T00:00Z" });
    expect(answer(scene.ask("wind_up"))).toBe("purchases_pending");
    scene.refund("o7", 99_999);
    scene.join("x", null, { at: "2026-01-08T00:00Z" });
    expect([scene.book.waiting, answer(scene.ask("wind_up"))]).toEqual([1, "purchases_pending"]);
    scene.refund("o7", 1);
    expect([scene.book.waiting, answer(scene.ask("wind_up"))]).toEqual([0, "booked"]);
    expect(scene.of("wallet:a")).toBe(16_000n);
  });

  it("lets frozen commissions thaw afterwards", () => {
    const scene = town({ commission_freeze: "P7D" });
    scene.buy("a", 100_000, { at: "2026-01-01T00:00Z" });
    booked(scene.ask("wind_up"));
    scene.join("x", null, { at: "2026-01-08T00:00Z" });
    expect([scene.of("commission_frozen:o"), scene.of("commission:o")]).toEqual([0n, 300n]);
    expect(answer(scene.ask("wind_up", { at: "2026-01-07T00:00Z" }))).toBe("time_reversed");
    expect(answer(scene.ask("wind_up", { at: "2026-01-08T00:00Z" }))).toBe("pool_closed");
  });
});
