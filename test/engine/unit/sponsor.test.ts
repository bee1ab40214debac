import { describe, expect, it } from "vitest";
import { brokenLaws, type Member } from "#engine";
import { standsWithin } from "../../../src/engine/tree.ts";
import { answer, booked, planJson, Scene, town } from "./scene.ts";

/** top over mid over low, alone beside them. */
function family(): Scene {
  const scene = new Scene();
  scene.join("top");
  scene.join("mid", "top");
  scene.join("low", "mid");
  scene.join("alone");
  return scene;
}

const bind = (scene: Scene, member: string, sponsor: string) => scene.ask("bind", { member, sponsor });
const correct = (scene: Scene, member: string, sponsor: string | null) =>
  scene.ask("correct_sponsor", { member, sponsor, case: "2026-7" });
const sponsorOf = (scene: Scene, member: string) => scene.book.member(member)?.sponsor?.id ?? null;
const rootOf = (scene: Scene, member: string) => scene.book.root(scene.book.member(member) as Member).id;

describe("the lock by a code", () => {
  it("gives a member without sponsor one, for good", () => {
    const scene = family();
    const journal = booked(bind(scene, "alone", "low"));
    expect(journal.entry).toMatchObject({ type: "bound", member: { id: "alone" }, sponsor: { id: "low" } });
    expect(journal.postings).toEqual([]);
    expect([sponsorOf(scene, "alone"), rootOf(scene, "alone")]).toEqual(["low", "top"]);
    expect(answer(bind(scene, "alone", "top"))).toBe("sponsor_fixed");
  });

  it("is refused in the order of the table", () => {
    const scene = family();
    expect(answer(bind(scene, "nobody", "nobody"))).toBe("member_unknown");
    expect(answer(bind(scene, "mid", "nobody"))).toBe("sponsor_unknown");
    expect(answer(bind(scene, "mid", "low"))).toBe("sponsor_fixed");
    expect(answer(bind(scene, "mid", "mid"))).toBe("sponsor_fixed");
    expect(answer(bind(scene, "top", "top"))).toBe("sponsor_below");
    expect(answer(bind(scene, "top", "mid"))).toBe("sponsor_below");
    expect(answer(bind(scene, "top", "low"))).toBe("sponsor_below");
    expect(answer(bind(scene, "top", "alone"))).toBe("booked");
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("comes before the first purchase: the store's owner no longer becomes the sponsor", () => {
    const scene = town();
    booked(bind(scene, "a", "b"));
    expect(booked(scene.buy("a", 100_000)).entry).toMatchObject({ locked: null });
    expect([scene.of("commission:b"), scene.of("commission:o")]).toEqual([300n, 0n]);
  });
});

describe("a corrected sponsor", () => {
  it("moves the member with all who stand below, and names what was before and the case", () => {
    const scene = family();
    const journal = booked(correct(scene, "mid", "alone"));
    expect(journal.entry).toMatchObject({
      type: "sponsor_corrected",
      member: { id: "mid" },
      sponsor: { id: "alone" },
      before: { id: "top" },
      case: "2026-7",
    });
    expect(journal.postings).toEqual([]);
    expect(["top", "mid", "low", "alone"].map((id) => rootOf(scene, id))).toEqual([
      "top",
      "alone",
      "alone",
      "alone",
    ]);
  });

  it("may leave nobody above, and the old sponsor may then stand below", () => {
    const scene = family();
    const journal = booked(correct(scene, "mid", null));
    expect(journal.entry).toMatchObject({ sponsor: null, before: { id: "top" } });
    expect([rootOf(scene, "low"), rootOf(scene, "top")]).toEqual(["mid", "top"]);
    booked(correct(scene, "top", "low"));
    expect(["top", "low", "mid"].map((id) => rootOf(scene, id))).toEqual(["mid", "mid", "mid"]);
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("is refused in the order of the table, and never makes a circle", () => {
    const scene = family();
    expect(answer(correct(scene, "nobody", "nobody"))).toBe("member_unknown");
    expect(answer(correct(scene, "top", "nobody"))).toBe("sponsor_unknown");
    expect(answer(correct(scene, "top", "top"))).toBe("sponsor_below");
    expect(answer(correct(scene, "top", "mid"))).toBe("sponsor_below");
    expect(answer(correct(scene, "top", "low"))).toBe("sponsor_below");
    expect(answer(correct(scene, "mid", "low"))).toBe("sponsor_below");
    expect(answer(correct(scene, "top", null))).toBe("sponsor_same");
    expect(answer(correct(scene, "mid", "top"))).toBe("sponsor_same");
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("forgets ways that were shortened past the member", () => {
    const scene = new Scene();
    for (let i = 0; i < 12; i++) scene.join(`m${i}`, i === 0 ? null : `m${i - 1}`);
    for (let i = 0; i < 12; i++) expect(rootOf(scene, "m11")).toBe("m0");
    expect(scene.book.member("m11")?.above?.id).toBe("m0");
    booked(correct(scene, "m6", null));
    for (let i = 0; i < 12; i++) expect(rootOf(scene, `m${i}`)).toBe(i < 6 ? "m0" : "m6");
  });

  it("leaves what has been cut: a refund takes it back from who got it, the next purchase pays the new one", () => {
    const scene = town();
    booked(scene.buy("a", 100_000)); // locked under o
    booked(correct(scene, "a", "b"));
    expect([scene.of("commission:o"), scene.of("commission:b")]).toEqual([300n, 0n]);
    booked(scene.buy("a", 100_000));
    expect([scene.of("commission:o"), scene.of("commission:b")]).toEqual([300n, 300n]);
    booked(scene.refund("o6", 100_000));
    expect([scene.of("commission:o"), scene.of("commission:b")]).toEqual([0n, 300n]);
  });

  it("counts for a purchase that still waits: who stands above when it settles", () => {
    const scene = town({ settle_after: "P7D" });
    booked(scene.buy("a", 100_000, { at: "2026-01-01T00:00Z" }));
    booked(bind(scene, "a", "b"));
    booked(correct(scene, "a", "c"));
    booked(scene.join("late", null, { at: "2026-01-08T00:00Z" }));
    expect([scene.of("commission:c"), scene.of("commission:b"), scene.of("commission:o")]).toEqual([
      300n,
      0n,
      0n,
    ]);
  });

  it("leaves a store's recruiter as he was when it opened", () => {
    const scene = family();
    booked(scene.store("s", "mid"));
    booked(correct(scene, "mid", "alone"));
    expect(scene.book.merchant("s")?.recruiter?.id).toBe("top");
  });

  it("asks the sponsors, whatever the shortened ways say", () => {
    const { book } = family();
    const [top, mid, low, alone] = ["top", "mid", "low", "alone"].map((id) => book.member(id) as Member);
    const within = [low, mid, top, alone, null].map((each) => standsWithin(each as Member, mid as Member));
    expect(within).toEqual([true, true, false, false, false]);
    expect([top, mid, low].map((each) => standsWithin(each as Member, top as Member))).toEqual([
      true,
      true,
      true,
    ]);
    expect(standsWithin(alone as Member, top as Member)).toBe(false);
  });
});

describe("the end of an agent's term", () => {
  it("counts for the very next purchase; the region may then be given again", () => {
    const scene = town();
    scene.ask("appoint", { member: "b", region: "440106" });
    booked(scene.buy("a", 100_000));
    expect(scene.of("commission:b")).toBe(100n); // 0.1% of 1000 yuan
    const journal = booked(scene.ask("dismiss", { region: "440106" }));
    expect(journal.entry).toMatchObject({ type: "dismissed", region: "440106", agent: { id: "b" } });
    booked(scene.buy("a", 100_000));
    expect(scene.of("commission:b")).toBe(100n);
    expect(answer(scene.ask("appoint", { member: "c", region: "440106" }))).toBe("booked");
    booked(scene.buy("a", 100_000));
    expect([scene.of("commission:b"), scene.of("commission:c")]).toEqual([100n, 100n]);
  });

  it("is refused where nobody holds the region, and takes no other region", () => {
    const scene = town();
    scene.ask("appoint", { member: "b", region: "440100" });
    expect(answer(scene.ask("dismiss", { region: "440106" }))).toBe("region_vacant");
    booked(scene.ask("dismiss", { region: "440100" }));
    expect(answer(scene.ask("dismiss", { region: "440100" }))).toBe("region_vacant");
  });

  it("takes nothing back, and a refund mirrors the agent of the purchase", () => {
    const scene = town();
    scene.ask("appoint", { member: "b", region: "440106" });
    const { order } = booked(scene.buy("a", 100_000));
    booked(scene.ask("dismiss", { region: "440106" }));
    expect(scene.of("commission:b")).toBe(100n);
    booked(scene.refund(order, 100_000));
    expect(scene.of("commission:b")).toBe(0n);
  });
});

it("the register stays open after the pool has closed", () => {
  const scene = town();
  scene.ask("appoint", { member: "b", region: "440106" });
  booked(scene.ask("wind_up"));
  expect(answer(bind(scene, "a", "b"))).toBe("booked");
  expect(answer(correct(scene, "a", "c"))).toBe("booked");
  expect(answer(scene.ask("dismiss", { region: "440106" }))).toBe("booked");
  expect(answer(scene.ask("publish", { plan: planJson({ version: 2 }) }))).toBe("pool_closed");
});

it("a plan is published from a line, for main or a feed of its own", () => {
  const scene = town();
  expect(answer(scene.ask("publish", { plan: planJson({ version: 1 }) }))).toBe("version_not_newer");
  expect(answer(scene.ask("publish", { plan: planJson({ version: 2, take: "30%" }) }))).toBe("booked");
  expect(answer(scene.ask("publish", { feed: "goods", plan: planJson() }))).toBe("booked");
  expect(scene.book.plan("main").take).toBe(300_000n);
  expect(scene.book.plan("goods").take).toBe(200_000n);
  expect(scene.ask("publish", { plan: planJson({ version: 3, take: "1%" }) })).toMatchObject({
    type: "malformed",
    field: "plan",
  });
  booked(scene.buy("a", 100_000));
  expect(scene.of("payable:s")).toBe(70_000n);
});
