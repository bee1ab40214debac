import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { areaList } from "@vant/area-data";

/**
 * `node scripts/division.mjs`: the division codes 行政区划 of src/connect/division from the package
 * @vant/area-data, whose list has more than there is. What is left out, and why, stands in that folder's
 * README.
 */

/** Cities without districts 直筒子市: what the package lists below them are towns under codes of its own. */
const WITHOUT_DISTRICTS = new Set(["4419", "4420", "4604", "6202"]);
/** Taiwan, Hong Kong, Macao: the standard has one code each and nothing below. */
const WITHOUT_CITIES = new Set(["71", "81", "82"]);
const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);

/** Management zones under codes that look official, and three that were abolished (2020, 2021, 2020). */
const NO_DIVISIONS = new Set([
  "232761", // 加格达奇区
  "232762", // 松岭区
  "232763", // 新林区
  "232764", // 呼中区
  "320112", // 江北新区
  "321150", // 镇江新区
  "632857", // 大柴旦行政委员会
  "320611", // 港闸区, now 崇川区
  "350402", // 梅列区, now 三元区
  "370634", // 长岛县, now 蓬莱区
]);

/**
 * County-level cities have codes from 81 to 89; development zones were given what lies around them.
 * @param {string} code
 * @param {string} name
 */
function isCounty(code, name) {
  const last = Number(code.slice(4));
  const inRange = last < 71 || (last >= 81 && last <= 89 && name.endsWith("市"));
  return inRange && !NO_DIVISIONS.has(code) && !WITHOUT_DISTRICTS.has(code.slice(0, 4));
}

/** @param {string} code */
function isBelow(code) {
  return !WITHOUT_CITIES.has(code.slice(0, 2));
}

/** @param {string} code @param {string} name */
function cityName(code, name) {
  if (!MUNICIPALITIES.has(code.slice(0, 2))) return name;
  return code.slice(2, 4) === "01" ? "市辖区" : "县";
}

/** @param {Record<string, string>} list */
const inOrder = (list) => Object.entries(list).sort(([one], [other]) => (one < other ? -1 : 1));

/** @returns {{ provinces: Record<string, string>, cities: Record<string, string> }} a line a city */
export function divisions() {
  const provinces = inOrder(areaList.province_list).map(([code, name]) => [code.slice(0, 2), name]);
  const counties = inOrder(areaList.county_list).filter(
    ([code, name]) => isBelow(code) && isCounty(code, name),
  );
  const cities = inOrder(areaList.city_list)
    .filter(([code]) => isBelow(code))
    .map(([code, name]) => {
      const below = counties.filter(([county]) => county.startsWith(code.slice(0, 4)));
      const names = below.map(([county, its]) => county.slice(4) + its);
      return [code.slice(0, 4), [cityName(code, name), ...names].join(" ")];
    });
  return { provinces: Object.fromEntries(provinces), cities: Object.fromEntries(cities) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL("../src/connect/division/divisions.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(divisions(), null, 2)}\n`);
  console.log(`written ${fileURLToPath(file)}`);
}
