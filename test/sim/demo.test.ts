/** The demo coalition: every order of it is booked, its figures are the engine's, its people are invented. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { divisionOf } from "#connect/division";
import { readSheet, type SheetRow } from "#connect/sheet";
import { brokenLaws, levelsOf, parseInstant, Replay } from "#engine";
import { checkPlan, type Demo, type DemoOrder, demoOrders } from "#sim";
import { findForbiddenWords } from "../../src/sim/facts/guard.ts";
import { planOf, textOf } from "./replayed.ts";

const UNTIL = "2026-11-25T15:30:00+08:00";
let rows: SheetRow[];
let demo: Demo;
let replay: Replay;

function playedThrough(orders: readonly DemoOrder[]): Replay {
  const played = new Replay(planOf(demo.plan));
  const outcomes = orders.map((order, i) => played.line(JSON.stringify(order), i + 1).type);
  expect(orders.filter((_, i) => outcomes[i] !== "booked")).toEqual([]);
  return played;
}

beforeAll(async () => {
  const bytes = readFileSync(new URL("../../examples/cdnow-sample.txt", import.meta.url));
  const sheet = await readSheet(bytes, { format: "cdnow" });
  rows = sheet.rows;
  demo = demoOrders({ until: UNTIL, rows });
  replay = playedThrough(demo.orders);
});

const ofKind = (kind: string) => demo.orders.filter((order) => order.kind === kind);
const field = (orders: readonly DemoOrder[], name: string) => orders.map((order) => order[name]);

describe("演示联盟 demo coalition", () => {
  test("no order is refused, no law broken, so many of each kind", () => {
    expect(replay.refused).toEqual([]);
    expect(brokenLaws(replay.book)).toEqual([]);
    const counts = Object.fromEntries(
      [...new Set(field(demo.orders, "kind"))].map((kind) => [kind, ofKind(kind as string).length]),
    );
    expect(counts).toMatchObject({ purchase: 6911, open_store: 13, appoint: 4, inject: 2 });
    expect(counts["join"]).toBe(demo.people.length);
    expect(counts["refund"]).toBeGreaterThan(6911 * 0.015);
    expect(counts["refund"]).toBeLessThan(6911 * 0.04);
    expect(counts["redeem"]).toBeGreaterThan(100);
    expect(counts["withdraw"]).toBeGreaterThan(50);
    expect(counts["return_withdrawal"]).toBeGreaterThan(0);
  });

  test("the purchases are those of the sample: amounts, customers, order of days and gaps", () => {
    const line = (id: unknown) => Number(/p(\d+)$/.exec(id as string)?.[1]);
    const byLine = new Map(rows.map((row) => [row.line, row]));
    const bought = ofKind("purchase");
    const day = (text: unknown) => Date.parse(`${(text as string).slice(0, 10)}T00:00:00Z`) / 86_400_000;
    const shifts = new Set<number>();
    const members = new Map<string, unknown>();
    for (const { id, amount_fen, member, at } of bought) {
      const row = byLine.get(line(id)) as SheetRow;
      expect(amount_fen).toBe(Number(row.amount_fen));
      shifts.add(day(at) - day(row.at));
      expect(members.get(row.member) ?? member).toBe(member);
      members.set(row.member, member);
    }
    expect(bought).toHaveLength(rows.length);
    expect(shifts.size).toBe(1);
    expect(new Set(members.values()).size).toBe(members.size);
    expect(bought.at(-1)?.at.slice(0, 10)).toBe(UNTIL.slice(0, 10));
  });

  test("ids are unique, times never go back, all in China's offset, none after until", () => {
    expect(new Set(field(demo.orders, "id")).size).toBe(demo.orders.length);
    expect(demo.orders.filter(({ at }) => !/T\d\d:\d\d:\d\d\+08:00$/.test(at))).toEqual([]);
    const times = demo.orders.map(({ at }) => parseInstant(at) as number);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(parseInstant(UNTIL) as number);
  });

  test("what is bought is bought in the hours of an open store", () => {
    const stores = new Map(demo.stores.map((store) => [store.merchant, store]));
    for (const { merchant, at } of ofKind("purchase")) {
      const store = stores.get(merchant as string) as (typeof demo.stores)[number];
      const [from = "", to = ""] = store.hours.split("-");
      const clock = at.slice(11, 16);
      expect(clock >= from && clock < to, `${merchant} ${at}`).toBe(true);
      expect(at.slice(0, 10) > store.opened_on).toBe(true);
    }
    for (const { merchant, take } of demo.stores) {
      expect(ofKind("purchase").filter((order) => order["merchant"] === merchant).length).toBeGreaterThan(60);
      expect(take === null || Number.parseInt(take, 10) >= 4).toBe(true);
    }
  });
});

describe("the coalition's people and places", () => {
  test("every region is a real one, where a store may stand or an agent be appointed", () => {
    for (const { region, address_zh } of demo.stores) {
      const division = divisionOf(region);
      expect(division?.leaf, region).toBe(true);
      const [, city = ""] = division?.path ?? [];
      expect(address_zh.startsWith(city)).toBe(true);
      expect(address_zh).toContain(division?.level === "district" ? division.name_zh : city);
    }
    for (const { region } of demo.agents) expect(divisionOf(region)?.groups, region).toBe(false);
    const held = new Set(demo.agents.map(({ region }) => region));
    const whole = demo.stores.filter(({ region }) =>
      Object.values(levelsOf(region)).every((code) => held.has(code)),
    );
    expect(whole.map(({ merchant }) => merchant)).toEqual(["s02", "s06", "s08"]);
    for (const { member } of demo.agents) {
      expect(replay.book.member(member)?.commission.balance).toBeGreaterThan(0n);
    }
  });

  test("telephones are of the invented range, one each; owners and agents are members", () => {
    const phones = demo.people.map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.filter((phone) => !/^1990000\d{4}$/.test(phone))).toEqual([]);
    const role = (member: string) => demo.people.find((person) => person.member === member)?.role;
    for (const { owner } of demo.stores) expect(role(owner)).toBe("owner");
    for (const { member } of demo.agents) expect(role(member)).toBe("agent");
    expect(demo.people.filter(({ name }) => !/^\p{Script=Han}{2,5}$/u.test(name))).toEqual([]);
  });

  test("some came by invitation, the others are locked by the store of their first purchase", () => {
    const members = demo.people.filter((person) => person.role === "member");
    const invited = ofKind("join").filter(
      ({ member, sponsor }) => sponsor !== null && /^m/.test(String(member)),
    );
    expect(invited.length / members.length).toBeGreaterThan(0.15);
    expect(invited.length / members.length).toBeLessThan(0.3);
    expect(members.filter(({ member }) => replay.book.member(member)?.sponsor === null)).toEqual([]);
  });

  test("at the end some commissions are frozen, some withdrawals wait, nobody is in arrears", () => {
    const all = [...replay.book.members.values()];
    expect(all.some(({ frozen }) => frozen.balance > 0n)).toBe(true);
    expect([...replay.book.withdrawals.values()].some(({ state }) => state === "held")).toBe(true);
    expect(all.filter(({ wallet }) => wallet.balance < 0n)).toEqual([]);
  });

  test("no text of it says what the word guard forbids", () => {
    const texts = demo.stores.flatMap(({ name_zh, name_en, trade_zh, trade_en, address_zh }) => [
      name_zh,
      name_en,
      trade_zh,
      trade_en,
      address_zh,
    ]);
    expect(texts.flatMap((text) => findForbiddenWords(text))).toEqual([]);
  });
});

describe("the demo is a function of its input", () => {
  test("same input, same orders; another seed, another history", () => {
    expect(demoOrders({ until: parseInstant(UNTIL) as number, rows })).toEqual(demo);
    const few = rows.slice(0, 800);
    const one = demoOrders({ until: UNTIL, rows: few, seed: 2n });
    expect(one.orders).not.toEqual(demoOrders({ until: UNTIL, rows: few, seed: 3n }).orders);
    expect(playedThrough(one.orders).refused).toEqual([]);
  });

  test("a later hour of the same day only adds orders", () => {
    const few = rows.slice(-900);
    const morning = demoOrders({ until: "2026-11-25T08:30:00+08:00", rows: few }).orders;
    const night = demoOrders({ until: "2026-11-25T23:59:59+08:00", rows: few }).orders;
    expect(night.length).toBeGreaterThan(morning.length);
    expect(night.slice(0, morning.length)).toEqual(morning);
  });

  test.each(["2024-02-29T12:00:00+08:00", "2026-01-01T00:00:00Z", "2031-12-31T23:00:00+08:00"])(
    "no order is refused when the present is %s",
    (until) => {
      const { orders } = demoOrders({ until, rows: rows.slice(0, 1500) });
      expect(playedThrough(orders).refused).toEqual([]);
    },
  );

  test("a present that is no instant is told", () => {
    expect(() => demoOrders({ until: "2026-11-25", rows })).toThrow(RangeError);
  });
});

describe("the demo's plan", () => {
  test("the file of plans/ says the same and may be published, with conditions", () => {
    const json = JSON.parse(textOf("plans/demo-coalition.json"));
    expect(json).toEqual(demo.plan);
    expect(checkPlan(json).verdict).toBe("publishable_with_conditions");
  });

  test("it is local-life but for its name and the freeze of commissions", () => {
    const { commission_freeze, ...rest } = JSON.parse(textOf("plans/demo-coalition.json"));
    expect(commission_freeze).toBe("P7D");
    expect({ ...rest, name: "local-life" }).toEqual(JSON.parse(textOf("plans/local-life.json")));
  });
});
