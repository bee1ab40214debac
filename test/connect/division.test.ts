/** The division codes: what is there, what must not be, and that the stored file is what the script makes. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { divisionOf, divisionRows, divisions } from "#connect/division";
import { divisions as built } from "../../scripts/division.mjs";

const FILE = new URL("../../src/connect/division/divisions.json", import.meta.url);
const pathOf = (code: string) => divisionOf(code)?.path.join("");
const below = (code: string) => divisions(undefined, code).map((one) => one.code);

describe("行政区划 division codes", () => {
  test("as many as the statistics of the end of 2024 count", () => {
    expect(divisions("province")).toHaveLength(34);
    const cities = divisions("city");
    expect(cities.filter(({ groups }) => !groups)).toHaveLength(333);
    // Four cities without districts are no counties; those a province runs itself are.
    expect(divisions("district")).toHaveLength(2846);
    const ending = (end: string) => divisions("district").filter(({ name_zh }) => name_zh.endsWith(end));
    expect(ending("市")).toHaveLength(397);
    expect(ending("自治县")).toHaveLength(117);
    expect(ending("县").length - ending("自治县").length).toBe(1301);
    expect(ending("自治旗")).toHaveLength(3);
    expect(ending("旗").length - ending("自治旗").length).toBe(49);
    // 977 districts, a special one (六枝特区) and a forest one (神农架林区).
    expect(ending("区")).toHaveLength(979);
  });

  test("every parent is there, one level up, and stands before what is below it", () => {
    const seen = new Set<string>();
    for (const { code, level, parent } of divisionRows()) {
      expect(code).toMatch(/^\d{6}$/);
      const above = { province: null, city: `${code.slice(0, 2)}0000`, district: `${code.slice(0, 4)}00` };
      expect(parent).toBe(above[level]);
      if (parent !== null) expect(seen).toContain(parent);
      seen.add(code);
    }
    expect(seen.size).toBe(divisions().length);
  });

  test("names in full, groups left out of the path", () => {
    expect(divisionOf("440106")).toEqual({
      code: "440106",
      level: "district",
      name_zh: "天河区",
      name_en: null,
      parent: "440100",
      path: ["广东省", "广州市", "天河区"],
      groups: false,
      leaf: true,
    });
    expect(pathOf("110105")).toBe("北京市朝阳区");
    expect(pathOf("500229")).toBe("重庆市城口县");
    expect(pathOf("429004")).toBe("湖北省仙桃市");
    expect(pathOf("659012")).toBe("新疆维吾尔自治区白杨市");
    expect(pathOf("320583")).toBe("江苏省苏州市昆山市");
    expect(pathOf("653228")).toBe("新疆维吾尔自治区和田地区和康县");
    expect(pathOf("653229")).toBe("新疆维吾尔自治区和田地区和安县");
  });

  test("groups are marked and are no place for a store", () => {
    const groups = divisions("city").filter((one) => one.groups);
    expect(groups.map(({ code }) => code)).toEqual([
      "110100",
      "120100",
      "310100",
      "419000",
      "429000",
      "469000",
      "500100",
      "500200",
      "659000",
    ]);
    expect(groups.every(({ leaf, code }) => !leaf && below(code).length > 0)).toBe(true);
  });

  test("cities without districts are leaves: 东莞, 中山, 儋州, 嘉峪关", () => {
    for (const [code, name] of Object.entries({
      "441900": "东莞市",
      "442000": "中山市",
      "460400": "儋州市",
      "620200": "嘉峪关市",
    })) {
      expect(divisionOf(code)).toMatchObject({ name_zh: name, level: "city", leaf: true, groups: false });
      expect(below(code)).toEqual([]);
    }
    const leaves = divisions("city").filter(({ leaf }) => leaf);
    expect(leaves).toHaveLength(4);
  });

  test.each([
    ["441904", "a town of 东莞"],
    ["620201", "an invented 市辖区 of 嘉峪关"],
    ["320571", "苏州工业园区"],
    ["320590", "the same under another code"],
    ["320112", "江北新区"],
    ["330103", "下城区, abolished 2021"],
    ["350402", "梅列区, abolished 2021"],
    ["710101", "below Taiwan"],
    ["810101", "below Hong Kong"],
    ["440999", "nothing"],
    ["440", "nothing"],
    ["__proto__", "nothing"],
  ])("%s is no division (%s)", (code) => {
    expect(divisionOf(code)).toBeUndefined();
  });

  test("a list by parent", () => {
    expect(below("440300")).toHaveLength(9);
    expect(divisions("district", "440000")).toEqual([]);
    expect(divisions("city", "460000").map(({ name_zh }) => name_zh)).toEqual([
      "海口市",
      "三亚市",
      "三沙市",
      "儋州市",
      "省直辖县",
    ]);
    expect(divisionOf("810000")).toMatchObject({ leaf: true, level: "province" });
  });

  test("the stored file is what the script makes of the package", () => {
    expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(built());
  });
});
