import { describe, expect, it } from "vitest";
import { Account, KIND, type Merchant, type Plan } from "#engine";
import { dueTo, margin, parts, poolPortion } from "../../../src/engine/split.ts";
import { answer, booked, type Json, moves, planOf, Scene, town } from "./scene.ts";

const separate: Json = { commissions: { region: { mode: "separate" } } };
const merchantOf = (scene: Scene, id = "s") => scene.book.merchants.get(id) as Merchant;

/** Sponsors g over u over o, recruiter u; agents d, c, p of district, city and province where `agents` names them. */
function street(changes: Json = {}, agents = "dcp"): Scene {
  const scene = new Scene(changes);
  scene.join("g");
  scene.join("u", "g");
  scene.join("o", "u");
  scene.store("s", "o");
  for (const id of ["a", "d", "c", "p"]) scene.join(id);
  const territory = { d: "440106", c: "440100", p: "440000" };
  for (const [id, region] of Object.entries(territory)) {
    if (agents.includes(id)) scene.ask("appoint", { member: id, region });
  }
  return scene;
}

describe("what is due to the supplier", () => {
  it("is the amount less the take, the contract's before the plan's, and the cost before both", () => {
    const scene = street();
    scene.store("cheap", "o", { take: "5%" });
    scene.store("free", "o", { take: "0%" });
    const plan = planOf();
    expect(dueTo(plan, merchantOf(scene), 999n, null)).toBe(800n); // 999 − ⌊199.8⌋
    expect(dueTo(plan, merchantOf(scene, "cheap"), 999n, null)).toBe(950n); // 999 − ⌊49.95⌋
    expect(dueTo(plan, merchantOf(scene, "free"), 999n, null)).toBe(999n);
    expect(dueTo(plan, merchantOf(scene), 999n, 300n)).toBe(300n);
    expect(dueTo(plan, merchantOf(scene), 999n, 0n)).toBe(0n);
  });
});

describe("the margin", () => {
  const portions = [
    { to: "operator", rate: "2%" },
    { to: "commissions", rate: "2%" },
    { to: "charity", rate: "0.5%" },
    { to: "town", rate: "1%" },
    { to: "pool", rest: true },
  ];

  it("is what due and every rated portion, each rounded down, leave", () => {
    const plan = planOf({ portions });
    expect(margin(plan, 100_000n, 80_000n)).toBe(14_500n); // 20000 − 2000 − 2000 − 500 − 1000
    expect(margin(plan, 999n, 800n)).toBe(148n); // 199 − 19 − 19 − 4 − 9
    expect(margin(plan, 100_000n, 94_500n)).toBe(0n);
    expect(margin(plan, 100_000n, 94_501n)).toBe(-1n);
  });

  it("lets a purchase pass at nought and refuses it below", () => {
    const scene = new Scene({ portions });
    scene.join("o");
    scene.store("s", "o", { goods: true });
    expect(answer(scene.buy("o", 100_000, { cost_fen: 94_501 }))).toBe("margin_too_small");
    const journal = booked(scene.buy("o", 100_000, { cost_fen: 94_500 }));
    expect(moves(journal)).toEqual([
      "due outside→payable:s 94500",
      "operator outside→operator 2000",
      "portion outside→charity 500",
      "portion outside→town 1000",
      "unclaimed outside→unclaimed 2000",
    ]);
  });
});

const bought = (scene: Scene, amount = 100_000) => moves(booked(scene.buy("a", amount)));

describe("the parts of a purchase", () => {
  it("are everybody's, by difference going up", () => {
    expect(bought(street())).toEqual([
      "due outside→payable:s 80000",
      "operator outside→operator 2000",
      "upline_1 outside→commission:o 300",
      "upline_2 outside→commission:u 200",
      "recruiter outside→commission:u 500",
      "region_district outside→commission:d 100",
      "region_city outside→commission:c 100",
      "region_province outside→commission:p 100",
      "unclaimed outside→unclaimed 700",
      "subscribe outside→pool 16000",
      "issue points_issued→points:a 11200000000",
    ]);
  });

  it("are everybody's own rate where the agents are paid separately", () => {
    const commissions = { region: { mode: "separate", district: "0.1%", city: "0.05%", province: "0.01%" } };
    expect(bought(street({ commissions })).slice(5, 9)).toEqual([
      "region_district outside→commission:d 100",
      "region_city outside→commission:c 50",
      "region_province outside→commission:p 10",
      "unclaimed outside→unclaimed 840",
    ]);
  });

  it.each([
    ["dcp", ["district d 100", "city c 100", "province p 100"], 700],
    ["cp", ["city c 200", "province p 100"], 700],
    ["dp", ["district d 100", "province p 200"], 700],
    ["dc", ["district d 100", "city c 100"], 800],
    ["p", ["province p 300"], 700],
    ["c", ["city c 200"], 800],
    ["d", ["district d 100"], 900],
    ["", [], 1_000],
  ])("go by difference to the agents present: %j", (agents, rewards, unclaimed) => {
    expect(bought(street({}, agents)).slice(5, -2)).toEqual([
      ...rewards.map((reward) => {
        const [level, who, amount] = reward.split(" ");
        return `region_${level} outside→commission:${who} ${amount}`;
      }),
      `unclaimed outside→unclaimed ${unclaimed}`,
    ]);
  });

  it.each([
    // A level that is not above the highest below it earns nothing, and does not lower what was seen.
    [{ district: "0.3%", city: "0.2%", province: "0.3%" }, ["district d 300"]],
    [{ district: "0.1%", city: "0.3%", province: "0.2%" }, ["district d 100", "city c 200"]],
    [{ district: "0.2%", city: "0.1%", province: "0.3%" }, ["district d 200", "province p 100"]],
    [{ district: "0%", city: "0%", province: "0.1%" }, ["province p 100"]],
    [{ district: "0.2%", city: "0.2%", province: "0.2001%" }, ["district d 200"]], // ⌊0.1⌋ fen is nothing
  ])("by difference at the rates %j", (region, rewards) => {
    const journal = bought(street({ commissions: { region } }));
    expect(journal.filter((line) => line.startsWith("region_"))).toEqual(
      rewards.map((reward) => {
        const [level, who, amount] = reward.split(" ");
        return `region_${level} outside→commission:${who} ${amount}`;
      }),
    );
  });

  it("are separate rates whatever the agents below earn", () => {
    const commissions = { region: { mode: "separate", district: "0.3%", city: "0.2%", province: "0.2%" } };
    const lines = bought(street({ commissions })).filter((line) => line.startsWith("region_"));
    expect(lines.map((line) => line.split(" ")[2])).toEqual(["300", "200", "200"]);
    expect(bought(street(separate, "cp")).filter((line) => line.startsWith("region_"))).toEqual([
      "region_city outside→commission:c 200",
      "region_province outside→commission:p 300",
    ]);
  });

  it("are for the levels the plan has and the sponsors there are", () => {
    const uplines = (scene: Scene) => bought(scene).filter((line) => line.startsWith("upline"));
    expect(uplines(street({ commissions: { upline: [] } }))).toEqual([]);
    expect(uplines(street({ commissions: { upline: ["0.3%"] } }))).toEqual([
      "upline_1 outside→commission:o 300",
    ]);
    expect(uplines(street({ commissions: { upline: ["0%", "0.2%"] } }))).toEqual([
      "upline_2 outside→commission:u 200",
    ]);
    expect(uplines(town())).toEqual(["upline_1 outside→commission:o 300"]);
    const alone = town();
    expect(moves(booked(alone.buy("o", 100_000)))).toEqual([
      "due outside→payable:s 80000",
      "operator outside→operator 2000",
      "unclaimed outside→unclaimed 2000",
      "subscribe outside→pool 16000",
      "issue points_issued→points:o 11200000000",
    ]);
  });

  it("leave to the pool what nobody earned where the plan says so", () => {
    const commissions = { unclaimed: "pool" };
    expect(bought(street({ commissions })).slice(-3)).toEqual([
      "region_province outside→commission:p 100",
      "subscribe outside→pool 16700", // 16000 + 700 unclaimed
      "issue points_issued→points:a 11690000000", // ⌊16700 · 70%⌋ fen at a fen a million grains
    ]);
  });

  it("stand in the frozen accounts while the plan freezes them", () => {
    const scene = street({ commission_freeze: "P7D" });
    const journal = booked(scene.buy("a", 100_000, { at: "2026-01-01T00:00Z" }));
    expect(
      moves(journal)
        .slice(2, 8)
        .map((line) => line.split("→")[1]),
    ).toEqual([
      "commission_frozen:o 300",
      "commission_frozen:u 200",
      "commission_frozen:u 500",
      "commission_frozen:d 100",
      "commission_frozen:c 100",
      "commission_frozen:p 100",
    ]);
  });

  it("are rounded down one by one, and a part of nothing is not written", () => {
    // 199 fen: due 199 − ⌊39.8⌋, operator and commissions ⌊3.98⌋, no reward reaches a fen, pool 199 − 166 = 33;
    // ⌊33 · 70%⌋ = 23 fen at a fen a million grains.
    expect(bought(street(), 199)).toEqual([
      "due outside→payable:s 160",
      "operator outside→operator 3",
      "unclaimed outside→unclaimed 3",
      "subscribe outside→pool 33",
      "issue points_issued→points:a 23000000",
    ]);
  });

  it("come again the same for a booked purchase, appended to a list where one is given", () => {
    const scene = street();
    const journal = booked(scene.buy("a", 100_000));
    const purchase = scene.book.purchases.get(journal.order);
    if (purchase === undefined || !("agents" in purchase)) throw new Error("no purchase");
    const again = parts(scene.book, purchase, scene.book.outside);
    expect(moves({ postings: again })).toEqual(moves(journal).slice(0, 9));
    expect(poolPortion(100_000n, again)).toBe(16_000n);
    expect(poolPortion(100_000n, [])).toBe(100_000n);
    const plan: Plan = planOf({ commissions: { unclaimed: "pool" } });
    const list = [...again];
    expect(parts(scene.book, { ...purchase, plan }, scene.book.pending, list)).toBe(list);
    expect(list).toHaveLength(17);
    expect(list.slice(9).every(({ from }) => from === scene.book.pending)).toBe(true);
  });

  it("count what stands in the list before as no commission of this purchase", () => {
    const scene = street();
    const journal = booked(scene.buy("a", 100_000));
    const purchase = scene.book.purchases.get(journal.order);
    if (purchase === undefined || !("agents" in purchase)) throw new Error("no purchase");
    const list = parts(scene.book, purchase, scene.book.outside, [...journal.postings]);
    expect(moves({ postings: list }).at(-1)).toBe("unclaimed outside→unclaimed 700");
  });

  it("go to an account of the portion's name, one for all purchases", () => {
    const { book } = new Scene({
      portions: [
        { to: "charity", rate: "1%" },
        { to: "town", rate: "1%" },
        { to: "commissions", rate: "2%" },
        { to: "pool", rest: true },
      ],
    });
    const account = book.portion("charity");
    expect([account.name, account.kind]).toEqual(["charity", KIND.portion]);
    expect(account).toBeInstanceOf(Account);
    expect(book.portion("charity")).toBe(account);
    expect(book.portion("town")).not.toBe(account);
  });
});
