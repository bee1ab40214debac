/**
 * A real house for a file of browser tests: the whole server on its own database, a small world made by real
 * orders, and a browser in which everybody may be signed in.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { Services } from "#api";
import { readPlan } from "#engine";
import { isRefused, SYSTEM } from "#people";
import { findBrowser } from "../../../scripts/browser.mjs";
import { provideFaces } from "../../../scripts/faces.mjs";
import { type House, openHouse } from "../../../src/main/serve/house.ts";
import { LOCAL } from "../../plans.ts";
import { freshDatabase } from "../../postgres.ts";

const BUILT = fileURLToPath(new URL("../../../dist/web/", import.meta.url));
export const browserPath = findBrowser();
if (browserPath === undefined) console.log("browser tests skipped: no browser found; set CHROMIUM_PATH");

export const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;
export type Size = keyof typeof SIZES;
export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
/** Every size with every language, for `test.each`. */
export const VIEWS = (Object.keys(SIZES) as Size[]).flatMap((size) =>
  LANGUAGES.map((language) => [size, language] as const),
);

export const PASSWORD = "correct horse battery 1";
export const OWNER_LOGIN = "owner";
/** Telephone numbers nobody has, the same range in every test. */
const phoneOf = (n: number) => `1990001${`${n}`.padStart(4, "0")}`;

export interface Person {
  readonly id: string;
  readonly phone: string;
  readonly member: string;
}

/** Who is in the world. Stores s1 and s2; everybody of `members` was locked by a purchase at s1. */
export interface Cast {
  readonly staff: string;
  /** Owners of s1, several so that each sign-in has a telephone of its own. */
  readonly owners: readonly Person[];
  readonly clerk: Person;
  readonly members: readonly Person[];
  /** A purchase of the first member. */
  readonly purchase: string;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: console errors and warnings, thrown errors. */
  readonly faults: string[];
  /** Turns to another page of the same face, as a link does, and waits until everything has come. */
  turn(to: string): Promise<void>;
}

export interface VisitOptions {
  readonly size: Size;
  readonly language: Language;
  readonly dark?: boolean;
  /** Id of a principal who is signed in already: a person of the cast, or `cast.staff`. */
  readonly as?: string;
  /** Where the house is reached, if not at its own address. */
  readonly at?: string;
}

export interface TestHouse {
  readonly url: string;
  readonly cast: Cast;
  readonly services: Services;
  readonly browser: Browser;
  visit(path: string, options: VisitOptions): Promise<Visit>;
  /** The newest code that was sent to a phone. */
  codeOf(phone: string): string;
  close(): Promise<void>;
}

export interface HouseSetting {
  /** In force from the beginning; by default the rates of `local-life`. */
  readonly plan?: object;
  /** Nobody has bought anything yet. */
  readonly isFresh?: boolean;
}

/** Opens it; once a file, in `beforeAll` with two minutes. */
export async function openTestHouse({
  plan = LOCAL,
  isFresh = false,
}: HouseSetting = {}): Promise<TestHouse> {
  if (!provideFaces()) throw new Error("the faces could not be built");
  const { url: databaseUrl } = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), "wellspring-faces-"));
  // A copy of its own: the faces may be built anew while this house still serves them.
  cpSync(BUILT, join(folder, "web"), { recursive: true });
  const sent = listenForCodes();
  let cast: Cast | undefined;
  const house = await openHouse(settingsOf(databaseUrl, folder), {
    plan: planOf(plan),
    version: "0.0.0",
    tell: () => {},
    demo: true,
    faces: join(folder, "web/"),
    prepare: async (services) => {
      cast = await populate(services, isFresh);
    },
  });
  const browser = await chromium.launch({ executablePath: browserPath ?? "", args: ["--no-sandbox"] });
  const made = cast as Cast | undefined;
  if (made === undefined) throw new Error("the world was not made");
  return {
    url: house.url,
    cast: made,
    services: house.services,
    browser,
    visit: (path, options) => visit(house, browser, made, path, options),
    codeOf: (phone) => sent.codeOf(phone),
    close: async () => {
      await browser.close();
      await house.close();
      sent.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settingsOf(databaseUrl: string, dataFolder: string) {
  return {
    host: "127.0.0.1",
    port: 0,
    dataFolder,
    databaseUrl,
    secret: "0123456789abcdef".repeat(4),
    operatorName: "测试运营方",
    secure: false,
    // Each visit comes from an address of its own, so that limits a minute are not reached.
    trustProxy: true,
    logLevel: "fatal" as const,
    privateWebhooks: true,
    url: undefined,
  };
}

function planOf(json: object) {
  const read = readPlan(json);
  if (!("plan" in read)) throw new Error("the plan is faulty");
  return read.plan;
}

/** In a demo codes are printed; here they are kept as well. */
function listenForCodes() {
  const before = console.info;
  const codes: { readonly tail: string; readonly code: string }[] = [];
  console.info = (line: unknown) => {
    const [, code, tail] = /code (\d+) for \d+\*+(\d{4})/.exec(`${line}`) ?? [];
    if (code !== undefined && tail !== undefined) codes.push({ tail, code });
  };
  return {
    codeOf(phone: string): string {
      const found = codes.filter(({ tail }) => phone.endsWith(tail)).at(-1);
      if (found === undefined) throw new Error(`no code was sent to ${phone}`);
      return found.code;
    },
    stop: () => {
      console.info = before;
    },
  };
}

const fine = <T>(answer: T): Exclude<T, { refused: unknown }> => {
  if (typeof answer === "object" && answer !== null && isRefused(answer)) throw new Error(answer.refused);
  return answer as Exclude<T, { refused: unknown }>;
};

const OWNERS = 6;
const MEMBERS = 8;

async function populate(services: Services, isFresh: boolean): Promise<Cast> {
  const { people, desk, trade, cell } = services;
  const order = async (json: object) => {
    const [answer] = await desk.submit(cell, [{ json }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify(answer));
  };
  const person = async (n: number, name: string): Promise<Person> => {
    const phone = phoneOf(n);
    const { id, member } = fine(await people.persons.create(SYSTEM, { phone, name }));
    if (member === null) throw new Error(`${phone} is no member`);
    await order({ id: `join:${member}`, kind: "join", member });
    return { id, phone, member };
  };
  const owners: Person[] = [];
  for (let n = 0; n < OWNERS; n++) owners.push(await person(n, `陈店主${n}`));
  const [first, second] = owners as [Person, Person];
  for (const [merchant, owner, name] of [
    ["s1", first, "木棉茶楼"],
    ["s2", second, "青禾面包房"],
  ] as const) {
    const words = { nameZh: name, nameEn: merchant === "s1" ? "Kapok Tea House" : "Green Bakery" };
    const place = { region: "440304", address: "演示路 1 号", by: "test" };
    fine(await trade.stores.open(cell, { merchant, owner: owner.member, ...words, ...place }));
  }
  for (const { id } of owners) fine(await people.persons.grant(SYSTEM, id, "merchant", "s1"));
  const clerk = await person(50, "王店员");
  fine(await people.persons.grant(SYSTEM, clerk.id, "clerk", "s1"));
  const members: Person[] = [];
  for (let n = 0; n < MEMBERS; n++) members.push(await person(100 + n, `李会员${n}`));
  for (const [n, { member }] of isFresh ? [] : members.entries()) {
    const amount_fen = 10_000 + 1_234 * n;
    await order({ id: `buy-${n}`, kind: "purchase", member, merchant: "s1", amount_fen });
  }
  const staff = {
    login: OWNER_LOGIN,
    password: PASSWORD,
    name: "测试负责人",
    roles: ["owner"],
    totp: false,
  } as const;
  const { id } = fine(await people.staff.create(SYSTEM, staff));
  return { staff: id, owners, clerk, members, purchase: "buy-0" };
}

let visits = 0;

async function visit(
  house: House,
  browser: Browser,
  cast: Cast,
  path: string,
  { size, language, as, at = house.url, dark = false }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    ...SIZES[size],
    locale: language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    colorScheme: dark ? "dark" : "light",
    extraHTTPHeaders: { "x-forwarded-for": `10.9.${visits >> 8}.${visits++ & 255}` },
  });
  if (as !== undefined) {
    const { people, desk } = house.services;
    const kind = as === cast.staff ? ("staff" as const) : ("person" as const);
    const { token } = await desk.database.transaction((tx) =>
      people.sessions.open(tx, { id: as, kind }, { ip: null, agent: null }),
    );
    await context.addCookies([{ name: "wellspring", value: token, url: house.url }]);
  }
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  const under = new Set<unknown>();
  page.on("request", (request) => under.add(request));
  page.on("requestfinished", (request) => under.delete(request));
  page.on("requestfailed", (request) => under.delete(request));
  await page.goto(at + path, { waitUntil: "networkidle" });
  return { page, context, faults, turn: (to) => turn(page, to, under) };
}

const QUIET_MS = 100;

/** Turns to another page of the same face, as a link does, and waits until everything has come. */
async function turn(page: Page, to: string, under: ReadonlySet<unknown>): Promise<void> {
  await page.evaluate(`history.pushState({}, "", ${JSON.stringify(to)});
    dispatchEvent(new PopStateEvent("popstate", { state: {} }))`);
  for (let quiet = 0; quiet < 3; ) {
    await page.waitForTimeout(QUIET_MS / 2);
    const waits = under.size > 0 || (await page.locator(".ws-bone").count()) > 0;
    quiet = waits ? 0 : quiet + 1;
  }
}
