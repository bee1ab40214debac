/** A shop's own orders tried out over HTTP: uploaded, looked at, backtested; a plan simulated; each sees his own. */
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runTrial, TRIAL_JOB } from "../../src/api/index.ts";
import { LARGEST } from "../../src/api/trial/uploads.ts";
import { type Header, type TradeWorld, tradeWorld } from "./tradeworld.ts";

let w: TradeWorld;
let staff: Record<"owner" | "finance" | "marketing" | "auditor", Header>;
beforeAll(async () => {
  w = await tradeWorld();
  const of = (role: keyof typeof staff) => w.services.staff(role);
  staff = {
    owner: await of("owner"),
    finance: await of("finance"),
    marketing: await of("marketing"),
    auditor: await of("auditor"),
  };
  w.services.jobs.handle(TRIAL_JOB, (run) => runTrial(w.services, run));
});
afterAll(() => w.app.close());

const CSV = [
  "订单号,会员,门店,金额,下单时间,备注",
  ...Array.from({ length: 40 }, (_, i) => {
    const day = `2026-03-${String(1 + (i % 28)).padStart(2, "0")}`;
    return `o${i},m${i % 7},茶馆,${100 + i}.00,${day} 10:00:00,"第${i}单"`;
  }),
  "o40,m1,茶馆,1e3,2026-03-29 10:00:00,",
].join("\r\n");
const PLAN = { name: "local-life", version: 1 };

async function upload(who: Header, text: string | Buffer, name = "三月.csv", type = "text/csv") {
  const url = `/v1/uploads?name=${encodeURIComponent(name)}`;
  const headers = { ...who, "content-type": type };
  const reply = await w.app.inject({ method: "POST", url, headers, payload: text });
  return { status: reply.statusCode, body: reply.json() };
}
const done = async () => await w.services.jobs.work(w.services.cell);

describe("a file of orders", () => {
  test("is kept as it is, once, for its maker alone", async () => {
    const first = await upload(staff.finance, CSV);
    expect(first).toMatchObject({ status: 201, body: { name: "三月.csv", bytes: Buffer.byteLength(CSV) } });
    expect((await upload(staff.finance, CSV, "again.csv")).body.id).toBe(first.body.id);
    const other = await upload(staff.marketing, CSV);
    expect(other.body.id).not.toBe(first.body.id);
    const seen = async (who: Header) => (await w.get("/v1/uploads", who)).body.items.length;
    expect([await seen(staff.finance), await seen(staff.marketing), await seen(staff.auditor)]).toEqual([
      1, 1, 2,
    ]);
    const url = `/v1/uploads/${first.body.id}/preview`;
    expect((await w.get(url, staff.marketing)).status).toBe(404);
    expect((await upload(w.mei.header, CSV)).status).toBe(403);
  });

  test("is shown as it would be read; what is not certain is said, with the rows all the same", async () => {
    const { id } = (await upload(staff.finance, CSV)).body;
    const { body } = await w.get(`/v1/uploads/${id}/preview`, staff.finance);
    expect(body).toMatchObject({
      encoding: "utf-8",
      delimiter: ",",
      columns: { id: "订单号", member: "会员", merchant: "门店", amount: "金额", at: "下单时间" },
      problem: null,
    });
    expect(body.rows).toHaveLength(20);
    expect(body.rows[0]).toEqual(["o0", "m0", "茶馆", "100.00", "2026-03-01 10:00:00", "第0单"]);
    const odd = (await upload(staff.finance, "谁;多少\nm1;12.00\nm2;13.00\n", "odd.csv")).body;
    const seen = (await w.get(`/v1/uploads/${odd.id}/preview`, staff.finance)).body;
    expect(seen).toMatchObject({
      headers: ["谁", "多少"],
      rows: [
        ["m1", "12.00"],
        ["m2", "13.00"],
      ],
      problem: { code: "column_missing" },
    });
    const gbk = Buffer.from("bbe1d4b12cbdf0b6ee0d0a6d312c31322e30300d0a", "hex");
    const { id: chinese } = (await upload(staff.finance, gbk, "gbk.csv")).body;
    expect((await w.get(`/v1/uploads/${chinese}/preview`, staff.finance)).body).toMatchObject({
      encoding: "gb18030",
      columns: { member: "会员", amount: "金额" },
    });
  });

  test("is refused empty, too large or of another kind, and nothing of it is left", async () => {
    expect(await upload(staff.finance, "")).toMatchObject({ status: 422, body: { code: "upload_empty" } });
    expect((await upload(staff.finance, "{}", "x", "application/json")).status).toBe(415);
    const headers = { ...staff.finance, "content-type": "text/csv", "content-length": `${LARGEST + 1}` };
    const large = await w.app.inject({ method: "POST", url: "/v1/uploads", headers, payload: "x" });
    expect(large.statusCode).toBe(413);
    const zip = (await upload(staff.finance, Buffer.from("504b030400000000", "hex"), "x.xlsx")).body;
    const seen = (await w.get(`/v1/uploads/${zip.id}/preview`, staff.finance)).body;
    expect(seen.problem).toMatchObject({ code: "not_text" });
  });

  test("has its week, and then is gone from row and disk", async () => {
    const { id } = (await upload(staff.marketing, CSV)).body;
    const path = w.services.uploads.pathOf(id);
    expect(existsSync(path)).toBe(true);
    w.pass(7 * 86_400_000);
    expect((await w.get(`/v1/uploads/${id}/preview`, staff.marketing)).status).toBe(404);
    // What a server that died was taking in; and what comes in at this moment.
    const [cutOff, coming] = ["cut-off.part", "coming.part"].map((name) => w.services.uploads.pathOf(name));
    for (const part of [cutOff, coming]) writeFileSync(`${part}`, CSV);
    utimesSync(`${cutOff}`, 0, 0);
    expect((await w.services.uploads.sweep()).dropped).toBeGreaterThan(0);
    expect([path, `${cutOff}`, `${coming}`].map((one) => existsSync(one))).toEqual([false, false, true]);
  });
});

describe("a trial", () => {
  const ask = (who: Header, body: object, key?: string) => w.post("/v1/simulations", who, body, key);

  test("of a file is booked by the code of the command line; figures, page and bad rows are kept", async () => {
    const { id: file } = (await upload(staff.finance, CSV)).body;
    const body = { kind: "backtest", plan: PLAN, upload: file, title: "三月回测" };
    const asked = await ask(staff.finance, body, "t-1");
    expect(asked).toMatchObject({ status: 202, body: { state: "queued", title: "三月回测", figures: null } });
    expect((await ask(staff.finance, body, "t-1")).body).toEqual(asked.body);
    expect((await ask(staff.marketing, body)).status).toBe(404);
    await done();
    const url = `/v1/simulations/${asked.body.id}`;
    const { body: found } = await w.get(url, staff.finance);
    expect(found).toMatchObject({
      state: "done",
      progress: null,
      figures: { rows: { read: 41, booked: 40, refused: 0, bad: 1 }, findings: { counted: 7 } },
    });
    expect(JSON.stringify(found)).not.toContain(w.services.uploads.pathOf(file));
    const report = await w.app.inject({ url: `${url}/report`, headers: staff.finance });
    expect(report.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(report.headers["content-security-policy"]).toContain("sandbox allow-scripts; default-src 'none'");
    expect(report.body).toMatch(/^<!doctype html>/i);
    expect(report.body).toContain("三月.csv");
    expect((await w.get(url, staff.marketing)).status).toBe(404);
    expect((await w.get("/v1/simulations", staff.marketing)).body.items).toEqual([]);
    expect((await w.get("/v1/simulations", staff.auditor)).body.items).toHaveLength(1);
  }, 60_000);

  test("whose file cannot be read for certain is refused with the reader's sentence", async () => {
    const { id: file } = (await upload(staff.finance, "谁;多少\nm1;12.00\n", "odd.csv")).body;
    const { body } = await ask(staff.finance, { kind: "backtest", plan: PLAN, upload: file });
    await done();
    expect((await w.get(`/v1/simulations/${body.id}`, staff.finance)).body).toMatchObject({
      state: "refused",
      refused: { code: "column_missing", zh: expect.stringContaining("会员") },
    });
    const mapping = { member: "谁", amount: "多少" };
    const untimed = await ask(staff.finance, { kind: "backtest", plan: PLAN, upload: file, mapping });
    const plan = { name: "local-life-2x", version: 1 };
    const again = await ask(staff.finance, { kind: "backtest", plan, upload: file, mapping });
    await done();
    // Its plan freezes commissions; the sentence speaks of the file by its name.
    expect((await w.get(`/v1/simulations/${untimed.body.id}`, staff.finance)).body.refused).toMatchObject({
      code: "backtest.no_time",
      zh: expect.stringContaining("odd.csv"),
    });
    expect((await w.get(`/v1/simulations/${again.body.id}`, staff.finance)).body).toMatchObject({
      state: "done",
      refused: null,
      figures: { rows: { booked: 1 } },
    });
    expect((await w.get(`/v1/simulations/${body.id}/report`, staff.finance)).status).toBe(404);
  }, 60_000);

  test("of a world is played with an adversary, by a draft that is not kept", async () => {
    const draft = { ...(await w.get("/v1/plans/presets", staff.owner)).body.items[1].plan, version: 9 };
    const body = {
      kind: "simulate",
      plan: { draft },
      world: "constant",
      runs: 2,
      seed: 5,
      adversary: "bank_run",
    };
    const asked = await ask(staff.owner, body);
    await done();
    const { body: found } = await w.get(`/v1/simulations/${asked.body.id}`, staff.owner);
    expect(found).toMatchObject({ state: "done", plan: { version: 9 }, figures: { runs: 2, seed: "5" } });
    expect(found.figures.verdicts).toHaveLength(1);
    expect(found.figures.bands.price.p50.length).toBeGreaterThan(1);
    const { items } = (await w.get("/v1/simulations/worlds", staff.marketing)).body;
    expect(items.map(({ name }: { name: string }) => name)).toContain("panic");
  }, 120_000);

  test("waits, is given up, and what cannot be asked for is refused at once", async () => {
    const { body } = await ask(staff.finance, { kind: "simulate", plan: PLAN, world: "town", runs: 500 });
    const running = done();
    const cancelled = await w.post(`/v1/jobs/${body.job}/cancel`, staff.finance);
    expect(cancelled.body.state).toBe("cancelled");
    await running;
    expect((await w.get(`/v1/simulations/${body.id}`, staff.finance)).body.state).toBe("cancelled");
    const refused = async (more: object) =>
      (await ask(staff.finance, { kind: "simulate", plan: PLAN, ...more })).body;
    expect((await refused({ world: "nowhere" })).field).toBe("world");
    expect((await refused({ plan: { name: "none", version: 1 } })).code).toBe("plan_unknown");
    expect((await refused({ plan: { draft: { name: "x" } } })).code).toBe("plan_faulty");
    expect((await refused({ kind: "backtest" })).field).toBe("upload");
    expect((await refused({ kind: "backtest", upload: "none" })).code).toBe("not_found");
  }, 60_000);

  test("ten of one person's may wait, and no more", async () => {
    const one = { kind: "simulate", plan: PLAN, world: "constant", runs: 1 };
    const waiting: string[] = [];
    for (let n = 0; n < 10; n++) {
      const { status, body } = await ask(staff.marketing, one);
      expect(status).toBe(202);
      waiting.push(body.job);
    }
    expect(await ask(staff.marketing, one)).toMatchObject({
      status: 429,
      body: { code: "simulations_too_many", retry: true },
    });
    const other = await ask(staff.finance, one);
    expect(other.status).toBe(202);
    await w.post(`/v1/jobs/${waiting[0]}/cancel`, staff.marketing);
    const again = await ask(staff.marketing, one);
    expect(again.status).toBe(202);
    for (const job of [...waiting.slice(1), other.body.job, again.body.job]) {
      await w.post(`/v1/jobs/${job}/cancel`, staff.owner);
    }
  }, 60_000);
});
