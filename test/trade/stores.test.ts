/** Codes, arrivals, stores and settings on a real book. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SETTINGS } from "#desk";
import { CELL, code, journals, ok, type TradeStage, tradeStage } from "./stage.ts";

let stage: TradeStage;
beforeAll(async () => {
  stage = await tradeStage();
});
afterAll(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const sponsor = (id: string) => stage.desk.read(CELL, (book) => book.member(id)?.sponsor?.id ?? null);

describe("codes", () => {
  test("one a target, however many ask at once; eight characters nobody takes for others", async () => {
    const { codes } = stage.trade;
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (i % 2 ? stage.another() : stage.trade).codes.of(CELL, "member", "mei"),
      ),
    );
    expect(new Set(all.map((each) => ok(each).code)).size).toBe(1);
    const { code: text } = ok(all[0] as object) as { code: string };
    expect(text).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const spaced = `${text.slice(0, 4).toLowerCase()} ${text.slice(4)}`;
    expect(await codes.resolve(CELL, spaced)).toMatchObject({
      kind: "member",
      target: "mei",
      sponsor: "mei",
    });
  });

  test("a store's leads to its owner; revoked it is gone, and there is another", async () => {
    const { codes } = stage.trade;
    const first = ok(await codes.of(CELL, "store", "tea"));
    expect(await codes.resolve(CELL, first.code)).toMatchObject({ kind: "store", sponsor: "owner" });
    ok(await codes.revoke(CELL, first.code));
    expect(code(await codes.revoke(CELL, first.code))).toBe("code_unknown");
    expect(code(await codes.resolve(CELL, first.code))).toBe("code_unknown");
    expect(ok(await codes.of(CELL, "store", "tea")).code).not.toBe(first.code);
    expect(code(await codes.of(CELL, "store", "none"))).toBe("target_unknown");
    expect(code(await codes.of(CELL, "member", "none"))).toBe("target_unknown");
  });
});

describe("arrivals", () => {
  const arrive = async (member: string, fresh: boolean, by: "tea" | "mei" | null) => {
    const kind = by === "tea" ? "store" : "member";
    const text = by === null ? null : ok(await stage.trade.codes.of(CELL, kind, by)).code;
    return stage.trade.arrivals.arrive(CELL, { member, fresh, code: text, channel: "poster", by: member });
  };

  test.each([
    ["a new one joins under the store's owner", "an", true, "tea", "joined", "owner"],
    ["a new one by nobody's code", "bo", true, null, "joined", null],
    ["one without sponsor is bound", "bo", false, "mei", "bound", "mei"],
    ["one with a sponsor keeps it", "an", false, "mei", "kept", "owner"],
    ["one who is there already is bound, not joined", "mei", true, "tea", "bound", "owner"],
    ["who is there already and comes by no code stays as he is", "an", true, null, "kept", "owner"],
    ["nobody is his own sponsor", "owner", false, "tea", "refused", null],
    ["nor stands under those below him", "owner", false, "mei", "refused", null],
    ["one who is not there is not bound", "nobody", false, "tea", "refused", null],
  ] as const)("%s", async (_, member, fresh, by, state, above) => {
    expect(ok(await arrive(member, fresh, by))).toMatchObject({ state, channel: "poster" });
    expect(await sponsor(member)).toBe(above);
  });

  test("a code that is none; the same request; another content", async () => {
    const { arrivals } = stage.trade;
    const asked = {
      member: "cy",
      fresh: true,
      code: null,
      channel: "link",
      by: "cy",
      request: "a-1",
    } as const;
    expect(code(await arrivals.arrive(CELL, { ...asked, code: "ZZZZZZZZ" }))).toBe("code_unknown");
    const all = await Promise.all(Array.from({ length: 20 }, () => arrivals.arrive(CELL, asked)));
    expect(new Set(all.map((each) => ok(each).id)).size).toBe(1);
    expect(await stage.trade.arrivals.list(CELL, "cy")).toHaveLength(1);
    expect(code(await arrivals.arrive(CELL, { ...asked, fresh: false }))).toBe("request_conflict");
  });

  test("one who comes by 50 codes at once is locked once", async () => {
    ok(await arrive("dan", true, null));
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => arrive("dan", false, i % 2 ? "tea" : "mei")),
    );
    const states = all.map((each) => ok(each).state);
    expect(states.filter((state) => state === "bound")).toHaveLength(1);
    expect(states.filter((state) => state === "kept")).toHaveLength(49);
  });
});

describe("stores", () => {
  const noodles = {
    merchant: "noodles",
    nameZh: "老街面馆",
    address: "人民路 8 号",
    owner: "owner",
    region: "330106",
    take: "15%",
    by: "service",
  };

  test("opened 20 times at once it is one; its contract is the book's", async () => {
    const { stores } = stage.trade;
    const all = await Promise.all(Array.from({ length: 20 }, () => stores.open(CELL, noodles)));
    for (const each of all) expect(ok(each)).toMatchObject({ state: "open" });
    expect(await journals(stage, "store:noodles")).toBe(1);
    const [row] = await stores.list(CELL, { region: "330000" });
    expect(row).toMatchObject({
      merchant: "noodles",
      regionPath: ["浙江省", "杭州市", "西湖区"],
      take: "15%",
    });
    expect(await stores.list(CELL, { region: "310000" })).toEqual([]);
    expect(code(await stores.open(CELL, { ...noodles, take: "16%" }))).toBe("store_exists");
  });

  test("no place a store can stand in, no name; refused by the book it may be asked anew", async () => {
    const { stores } = stage.trade;
    const other = { ...noodles, merchant: "rice" };
    expect(code(await stores.open(CELL, { ...other, region: "330100" }))).toBe("region_unknown");
    expect(code(await stores.open(CELL, { ...other, nameZh: " " }))).toBe("name_required");
    expect(code(await stores.open(CELL, { ...other, owner: "nobody" }))).toBe("member_unknown");
    expect(await stores.find(CELL, "rice")).toMatchObject({ state: "refused", reason: "member_unknown" });
    expect(ok(await stores.open(CELL, other))).toMatchObject({ state: "open" });
    expect(code(await stores.open(CELL, { ...other, merchant: "tea" }))).toBe("merchant_exists");
  });

  test("words can be changed; nothing else", async () => {
    const { stores } = stage.trade;
    const phoneCipher = Buffer.from([1, 2, 3]);
    const patched = ok(await stores.patch(CELL, "noodles", { nameEn: "Old Street Noodles", phoneCipher }));
    expect(patched).toMatchObject({ nameZh: "老街面馆", nameEn: "Old Street Noodles", phoneCipher });
    expect(ok(await stores.patch(CELL, "noodles", { nameEn: null }))).toMatchObject({
      nameEn: null,
      phoneCipher,
    });
    expect(code(await stores.patch(CELL, "none", { address: "x" }))).toBe("store_unknown");
    expect(code(await stores.patch(CELL, "noodles", { nameZh: "" }))).toBe("name_required");
  });
});

test("settings: defaults, bounds, who set them; a value out of bounds in the table is not believed", async () => {
  const { settings } = stage.trade;
  expect(await settings.values(CELL)).toMatchObject({ withdraw_large_fen: 100_000, plan_notice_days: 7 });
  for (const [key, [, least, most]] of Object.entries(SETTINGS)) {
    for (const value of [least - 1, most + 1, 1.5, "5", null, Number.NaN])
      expect(code(await settings.put(CELL, key, value, "owner"))).toBe("setting_out_of_range");
    expect(ok(await settings.put(CELL, key, most, "owner"))).toMatchObject({ value: most });
  }
  expect(code(await settings.put(CELL, "no_such", 1, "owner"))).toBe("setting_unknown");
  expect(code(await settings.put(CELL, "constructor", 1, "owner"))).toBe("setting_unknown");
  await stage.database.query("UPDATE setting SET value = '-5' WHERE cell_id = $1 AND key = $2", [
    CELL,
    "withdraw_per_day",
  ]);
  expect(await settings.values(CELL)).toMatchObject({ withdraw_per_day: 3 });
  const row = (await settings.list(CELL)).find(({ key }) => key === "plan_notice_days");
  expect(row).toMatchObject({ value: 365, standard: 7, updatedBy: "owner" });
});
