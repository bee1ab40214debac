/** Exports: files of lists, right to the fen, masked, one's own, safe to open, given up, forgotten. */
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "#people";
import { registerExports } from "../../src/api/index.ts";
import { fillMany } from "../statement/many.ts";
import { type Header, type Town, town } from "./town.ts";
import { world } from "./world.ts";

let place: Town;
let owner: Header;
beforeAll(async () => {
  place = await town();
  const { services, member1, member3, clerk1 } = place;
  registerExports(services, services.jobs);
  owner = await services.staff("owner");
  const person = await services.people.persons.findByMember(member1.member);
  await services.people.persons.rename(SYSTEM, person?.id ?? "", "=王小明");
  const body = { member: member1.member, merchant: "s1", amount_fen: 12_345 };
  await place.ask(clerk1.header, "POST", "/v1/purchases", body);
  const big = { id: "big", kind: "purchase", member: member3.member, merchant: "s2", amount_fen: 99_999_999 };
  await services.desk.submit(1n, [{ json: big }]);
  await services.desk.submit(1n, [{ json: { id: "r1", kind: "refund", purchase: "big", amount_fen: 1 } }]);
}, 60_000);
afterAll(() => place.app.close());

const get = async (url: string, who = owner) => await place.ask(who, "GET", url);
const post = async (url: string, body: object, who = owner) => await place.ask(who, "POST", url, body);

/** An export asked for, made, and its file. */
async function made(body: object, who = owner) {
  const asked = await post("/v1/exports", body, who);
  expect(asked.status, asked.text).toBe(202);
  await place.services.jobs.work(1n);
  const { id } = asked.body;
  const view = (await get(`/v1/exports/${id}`, who)).body;
  expect(view, JSON.stringify(view)).toMatchObject({ state: "done" });
  const reply = await place.app.inject({ url: `/v1/exports/${id}/file`, headers: who });
  expect(reply.statusCode).toBe(200);
  return { id, view, bytes: reply.rawPayload, headers: reply.headers };
}

async function sheetOf(bytes: Buffer) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets[0] as exceljs.Worksheet;
}

const rowsOf = (sheet: exceljs.Worksheet) =>
  Array.from({ length: sheet.rowCount }, (_, n) => (sheet.getRow(n + 1).values as unknown[]).slice(1));

test("purchases as xlsx: numbers to the fen, times by the country's clock, a name a person finds again", async () => {
  const { view, bytes, headers } = await made({
    list: "purchases",
    filter: { from: "2020-01-01T00:00:00Z" },
  });
  expect(view).toMatchObject({
    rows: 3,
    done: 3,
    total: 3,
    bytes: bytes.length,
    name: "消费_2020-01-01.xlsx",
  });
  expect(headers["content-disposition"]).toContain(
    `filename*=UTF-8''${encodeURIComponent("消费_2020-01-01.xlsx")}`,
  );
  expect(headers["content-type"]).toContain("spreadsheetml");
  expect(headers["cache-control"]).toBe("no-store");
  const sheet = await sheetOf(bytes);
  expect(sheet.name).toBe("消费");
  const [head, ...rows] = rowsOf(sheet);
  expect(head?.slice(0, 8)).toEqual([
    ...["消费编号", "凭证号", "时间", "会员", "门店", "状态", "消费额（元）", "已退（元）"],
  ]);
  expect(rows.map((row) => row[6]).sort()).toEqual([100, 123.45, 999_999.99].sort());
  expect(rows.find((row) => row[0] === "big")?.[7]).toBe(0.01);
  expect(sheet.getRow(2).getCell(7).numFmt).toBe("#,##0.00");
  const at = rows[0]?.[2] as Date;
  expect(Math.abs(at.getTime() - 8 * 3_600_000 - Date.now())).toBeLessThan(120_000);
});

test("the days of its name are the country's, the last one included", async () => {
  const filter = { from: "2020-01-01T16:00:00Z", to: "2020-01-31T16:00:00Z" };
  const { body } = await post("/v1/exports", { list: "purchases", filter });
  expect(body.name).toBe("消费_2020-01-02_2020-01-31.xlsx");
  await place.services.jobs.work(1n);
});

test("members as CSV: a mark of byte order, masked, and no formula in a cell", async () => {
  const { bytes } = await made({ list: "members", format: "csv", columns: ["name", "phone", "spend", "id"] });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString("utf8").slice(1).trimEnd().split("\r\n");
  expect(lines[0]).toBe("姓名,手机号,消费额（元）,会员编号");
  expect(lines).toHaveLength(9);
  const { member1 } = place;
  const line = lines.find((one) => one.endsWith(member1.member));
  expect(line).toBe(`'=*,137****0003,223.45,${member1.member}`);
});

test("a settlement bill by day and by month adds up", async () => {
  const today = (await get("/v1/overview")).body.from as string;
  const filter = { store: "s2", from: today, to: today };
  const [head, day, total] = rowsOf(await sheetOf((await made({ list: "store-statement", filter })).bytes));
  expect(head?.[0]).toBe("日期");
  expect(day?.[0]).toBe(today);
  expect(total?.[0]).toBe("合计");
  const statement = (await get(`/v1/stores/s2/statement?from=${today}&to=${today}`)).body;
  expect(Math.round(Number(day?.[11]) * 100)).toBe(statement.closing_fen);
  expect(total?.slice(1)).toEqual(day?.slice(1));
  const monthly = await made({ list: "store-statement", filter: { ...filter, by: "month" }, language: "en" });
  const rows = rowsOf(await sheetOf(monthly.bytes));
  expect(rows[1]?.[0]).toBe(today.slice(0, 7));
  expect(rows[2]?.[0]).toBe("total");
  expect(monthly.view.name).toBe(`settlement_s2_${today}_${today}.xlsx`);
});

test("every list is made, in both languages, with the columns it was asked for alone", async () => {
  const today = (await get("/v1/overview")).body.from as string;
  const needs: Record<string, object> = { "store-statement": { store: "s1", from: today, to: today } };
  for (const list of [
    ...["members", "stores", "purchases", "withdrawals", "commissions", "journals"],
    ...["store-statement", "trial-balance"],
  ]) {
    for (const language of ["zh", "en"]) {
      const { bytes } = await made({ list, language, format: "csv", filter: needs[list] ?? {} });
      const [head = ""] = bytes.toString("utf8").slice(1).split("\r\n");
      expect(/[一-鿿]/.test(head), `${list} ${language}: ${head}`).toBe(language === "zh");
    }
  }
  const journals = await made({ list: "journals", format: "csv", columns: ["seq", "amount", "points"] });
  const all = (await get("/v1/journals?limit=200")).body.items;
  const postings = all.reduce((sum: number, { journal }: { journal: { postings: unknown[] } }) => {
    return sum + journal.postings.length;
  }, 0);
  expect(journals.view.rows).toBe(postings);
});

test("who may not read a list may not export it, and a store exports what is its own", async () => {
  const { owner1, owner2, member1 } = place;
  const marketing = await place.services.staff("marketing");
  expect((await post("/v1/exports", { list: "purchases" }, marketing)).status).toBe(403);
  expect((await post("/v1/exports", { list: "withdrawals" }, owner1.header)).status).toBe(403);
  expect((await post("/v1/exports", { list: "members" }, member1.header)).status).toBe(403);
  expect((await post("/v1/exports", { list: "members" }, await place.services.staff("auditor"))).status).toBe(
    403,
  );
  for (const filter of [{ arrears: "true" }, { sort: "points" }, { sort: "spend" }]) {
    const asked = await post("/v1/exports", { list: "members", filter }, owner1.header);
    expect(asked, JSON.stringify(filter)).toMatchObject({ status: 403 });
  }
  for (const filter of [{ arrears: "true" }, { sort: "points" }]) {
    expect((await post("/v1/exports", { list: "members", filter }, marketing)).status).toBe(403);
  }
  const foreign = { list: "store-statement", filter: { store: "s2", from: "2026-01-01", to: "2026-01-02" } };
  expect((await post("/v1/exports", foreign, owner1.header)).status).toBe(404);
  const own = await made({ list: "purchases", format: "csv" }, owner1.header);
  const text = own.bytes.toString("utf8");
  expect(text).toContain("123.45");
  expect(text).not.toContain("big");
  const people = await made({ list: "members", format: "csv" }, owner1.header);
  expect(people.bytes.toString("utf8").split("\r\n")[0]).not.toContain("消费额");
  expect(people.view.rows).toBe(1);
  for (const path of [`/v1/exports/${own.id}`, `/v1/exports/${own.id}/file`]) {
    expect((await get(path, owner2.header)).status).toBe(404);
    expect((await get(path, await place.services.staff("finance"))).status).toBe(404);
    expect((await get(path)).status).toBe(200);
  }
  const listed = (await get("/v1/exports", owner1.header)).body.items;
  expect(listed.map(({ id }: { id: string }) => id).sort()).toEqual([own.id, people.id].sort());
});

test("filters and columns that are none are refused at once", async () => {
  const field = async (body: object) => {
    const { status, body: problem } = await post("/v1/exports", body);
    expect(status).toBe(400);
    return problem.field;
  };
  expect(await field({ list: "purchases", filter: { colour: "red" } })).toContain("filter");
  expect(await field({ list: "members", filter: { phone: "13700000003" } })).toContain("filter");
  expect(await field({ list: "purchases", columns: ["password"] })).toBe("columns");
  expect(await field({ list: "secrets" })).toBe("list");
});

test("given up, it leaves no file; five at once are enough; what is old is forgotten", async () => {
  const { services } = place;
  const asked = await post("/v1/exports", { list: "members" });
  const cancelled = await post(`/v1/exports/${asked.body.id}/cancel`, {});
  expect(cancelled.body.state).toBe("cancelled");
  await services.jobs.work(1n);
  expect((await get(`/v1/exports/${asked.body.id}/file`)).status).toBe(404);
  for (let n = 0; n < 5; n++) expect((await post("/v1/exports", { list: "stores" })).status).toBe(202);
  expect((await post("/v1/exports", { list: "stores" })).body.code).toBe("busy");
  await services.jobs.work(1n);
  const { id } = await made({ list: "stores" });
  await services.jobs.files.forget(1n, new Date(Date.now() + 1_000));
  const { rows } = await services.desk.database.query("SELECT 1 FROM export_part WHERE cell_id = 1");
  expect(rows).toEqual([]);
  expect((await get(`/v1/exports/${id}`)).body.expires_at).not.toBeNull();
});

/** A hundred thousand take half a minute on a busy machine: with WELLSPRING_LARGE=1. */
const MANY = process.env["WELLSPRING_LARGE"] === "1" ? 100_000 : 15_000;

describe(`${MANY} members`, () => {
  test("are written in little memory, and giving up half-way stops it", async () => {
    const services = await world();
    const { database } = services.desk;
    await fillMany(database, 1n, { members: MANY, stores: 50, purchases: MANY, days: 30 });
    registerExports(services, services.jobs);
    const lens = { stores: null, owners: null, sight: "all" };
    const ask = async (format: string) => {
      const payload = { by: "me", list: "members", format, language: "zh", columns: null, filter: {}, lens };
      const { job } = await database.transaction((tx) =>
        services.jobs.enqueue(tx, { cell: 1n, kind: "export.file", payload: { ...payload, name: "x" } }),
      );
      return job;
    };
    for (const format of ["csv", "xlsx"]) {
      const id = await ask(format);
      let most = 0;
      const before = process.memoryUsage().rss;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss - before);
      }, 50);
      const start = performance.now();
      await services.jobs.work(1n);
      clearInterval(watch);
      const view = await services.jobs.get(1n, id);
      expect(view).toMatchObject({ state: "done", result: { rows: MANY } });
      const { bytes } = (view as { result: { bytes: number } }).result;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(
        `${format}: ${MANY} rows, ${bytes} bytes, ${seconds} s, ${Math.round(most / 2 ** 20)} MB more`,
      );
      expect(most).toBeLessThan(600 * 2 ** 20);
      let read = 0;
      for await (const part of services.jobs.files.read(1n, id)) read += part.length;
      expect(read).toBe(bytes);
    }
    const id = await ask("xlsx");
    const work = services.jobs.work(1n);
    await new Promise((done) => setTimeout(done, 500));
    expect(await services.jobs.cancel(1n, id)).toBe(true);
    await work;
    const { rows } = await database.query("SELECT 1 FROM export_part WHERE cell_id = 1 AND job_id = $1", [
      id,
    ]);
    expect(rows).toEqual([]);
  }, 180_000);
});
