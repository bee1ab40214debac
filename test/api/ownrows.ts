/** For every route on which somebody reaches own rows alone: a row that is his, and one that is not. */
import { Readable } from "node:stream";
import { SYSTEM } from "#people";
import { registerExports } from "../../src/api/index.ts";
import { askTrial } from "../../src/api/trial/trials.ts";
import { type Asker, cast, freshPhone, PASSWORD } from "./cast.ts";
import { type Town, town } from "./town.ts";
import type { Values } from "./valid.ts";
import { PLAN } from "./world.ts";

export interface OwnCase {
  readonly own: Values;
  /** Null where there is nothing foreign to name, as with one's own sign-ins. */
  readonly foreign: Values | null;
  /** What a list must show, and must not. */
  readonly shows?: string;
  readonly hides?: string;
}

export type CaseMaker = (who: Asker) => OwnCase | Promise<OwnCase>;

export interface Stage {
  readonly town: Town;
  readonly askers: Map<string, Asker>;
  readonly cases: Readonly<Record<string, CaseMaker>>;
  /** Values that exist, for whoever reaches every row; by the route's first word and by parameter. */
  generic(path: string): Promise<Values>;
}

const yuan = 100;

/** A town with something of everything in it, each in one that is somebody's own and in one that is not. */
export async function stage(): Promise<Stage> {
  const place = await town();
  const askers = await cast(place);
  const { services, member1, member3, ask } = place;
  const { trade, people, desk, jobs, delivery, cell } = services;
  registerExports(services, services.jobs);
  const idOf = (who: string) => askers.get(who)?.id ?? "";
  const submit = async (order: object) => {
    const [answer] = await desk.submit(cell, [{ json: order }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify(answer));
  };
  let count = 0;
  const next = (what: string) => `${what}-${++count}`;
  const money = { kind: "purchase", amount_fen: 50_000 * yuan };
  await submit({ id: "big-1", ...money, member: member1.member, merchant: "s1" });
  await submit({ id: "big-3", ...money, member: member3.member, merchant: "s2" });
  for (const { member } of [member1, member3]) {
    await submit({ id: next("redeem"), kind: "redeem", member, points: "1000" });
  }
  await trade.settings.put(cell, "withdraw_per_day", 1_000, "test");
  await trade.settings.put(cell, "clerk_refund_fen", 100_000_000, "test");

  const taken = async () => {
    const clerk = await (askers.get("clerk") as Asker).header();
    const body = { member: member1.member, merchant: "s1", amount_fen: 100 * yuan };
    const reply = await ask(clerk, "POST", "/v1/purchases", body);
    if (reply.status !== 201) throw new Error(reply.text);
    return reply.body.id as string;
  };
  const purchase = await taken();
  const payment = async (member: string, merchant: string, by: string) => {
    const wanted = { member, merchant, amountFen: 1_000n, costFen: null, channel: "demo", by };
    const made = await trade.payments.create(cell, { request: next("payment"), ...wanted });
    if ("refused" in made) throw new Error(made.refused);
    return made.id;
  };
  const withdrawal = async (member: string) => {
    const payee = { way: "demo", hint: "demo", sameName: true };
    const wanted = { member, source: "wallet" as const, amountFen: 1_000n, payee, by: member };
    const made = await trade.withdrawals.apply(cell, { request: next("withdrawal"), ...wanted });
    if ("refused" in made) throw new Error(made.refused);
    return made.id;
  };
  const appoint = async (region: string, member: string) => {
    const paper = { filingNumber: "备 1", disclosedOn: "2025-01-01", coolingOffUntil: "2025-02-01" };
    const made = await trade.agencies.appoint(cell, { region, member, ...paper, by: "test" });
    if ("refused" in made) throw new Error(made.refused);
  };
  await appoint("440305", member1.member);
  await appoint("440304", member3.member);
  const approval = async (who: string) => {
    const principal = await people.persons.find(idOf(who));
    if (principal === undefined) throw new Error(who);
    const payload = { member: member3.member, sponsor: null, case: next("case") };
    const asked = { kind: "sponsor_correction", subject: next("member:x"), payload } as const;
    return await people.approvals.ask(principal, asked, { ip: null, agent: null });
  };
  const job = async (by: string) =>
    (
      await desk.database.transaction((tx) =>
        jobs.enqueue(tx, { cell, kind: "test.never", payload: { by }, key: next("job") }),
      )
    ).job;
  const upload = async (by: string) => {
    const text = `会员,金额\nm1,${++count}.00\n`;
    return (await services.uploads.take(Readable.from([Buffer.from(text)]), next("file"), by)).id;
  };
  const trial = async (by: string) => {
    const task = { kind: "simulate", plan: PLAN, world: "town", seed: 1, runs: 1, adversary: null } as const;
    const id = await askTrial(services, { task, title: next("trial"), by });
    await desk.database.query(
      "UPDATE trial SET figures = '{}', report = '<!doctype html>', finished_at = now() " +
        "WHERE cell_id = 1 AND trial_id = $1",
      [id],
    );
    return id;
  };
  const exported = async (by: string) => {
    const lens = { stores: ["s1"], owners: [], sight: "little" };
    const asked = {
      list: "purchases",
      format: "csv",
      language: "zh",
      columns: null,
      filter: {},
      name: "x.csv",
    };
    const { job } = await desk.database.transaction((tx) =>
      jobs.enqueue(tx, { cell, kind: "export.file", payload: { by, ...asked, lens }, key: next("export") }),
    );
    await jobs.work(cell);
    return job;
  };
  const storeKey = async (store: string) => {
    const made = await people.keys.create(SYSTEM, { name: "k", scopes: ["books:read"], store });
    if ("refused" in made) throw new Error(made.refused);
    return made.id;
  };
  const spareClerk = async (store: string) => {
    const made = await people.persons.create(SYSTEM, { phone: freshPhone(), member: null });
    if ("refused" in made) throw new Error(made.refused);
    await people.persons.grant(SYSTEM, made.id, "clerk", store);
    return made.id;
  };
  const codeOf = async (store: string) => {
    const found = await trade.codes.of(cell, "store", store);
    if ("refused" in found) throw new Error(found.refused);
    return found.code;
  };
  const counter = async (merchant: string) => {
    const made = await trade.requests.create(cell, {
      request: next("counter"),
      merchant,
      amountFen: 1_000n,
      by: idOf("clerk"),
    });
    if ("refused" in made) throw new Error(made.refused);
    return made.code;
  };
  const foreignPayment = await payment(member3.member, "s2", "somebody");
  const foreignWithdrawal = await withdrawal(member3.member);
  const mine = await approval("service");
  const theirs = await approval("owner");
  const hook = await delivery.createWebhook(cell, { url: "http://127.0.0.1:9/x", fromSeq: 1n });
  if ("fault" in hook) throw new Error(hook.fault);
  await delivery.work(cell);
  const [sent] = (await delivery.listDeliveries(cell, { webhook: hook.id })).items;

  const alone: CaseMaker = () => ({ own: {}, foreign: null });
  const member: CaseMaker = () => ({ own: { id: member1.member }, foreign: { id: member3.member } });
  const store: CaseMaker = () => ({ own: { id: "s1" }, foreign: { id: "s2" } });
  const bought: CaseMaker = () => ({ own: { id: purchase }, foreign: { id: "big-3" } });
  const sale = (member: string, merchant: string) => ({ member, merchant, amount_fen: 2_000 });
  const order = (member: string, merchant: string) => ({
    body: { id: next("quote"), kind: "purchase", ...sale(member, merchant) },
  });
  const paid: CaseMaker = async () => ({
    own: { id: await payment(member1.member, "s1", idOf("clerk")) },
    foreign: { id: foreignPayment },
  });
  const ownJob: CaseMaker = async ({ id }) => ({
    own: { id: await job(id ?? "") },
    foreign: { id: await job("somebody") },
  });
  const ownExport: CaseMaker = async ({ id }) => ({
    own: { id: await exported(id ?? "") },
    foreign: { id: await exported("somebody") },
  });
  const cases: Readonly<Record<string, CaseMaker>> = {
    "POST /v1/session/password": () => ({ own: { old: PASSWORD, new: PASSWORD }, foreign: null }),
    "GET /v1/session/logins": alone,
    "GET /v1/session/devices": alone,
    "DELETE /v1/session/devices": alone,
    "GET /v1/session/preferences": alone,
    "PUT /v1/session/preferences": alone,
    "GET /v1/session/consents": alone,
    "POST /v1/session/consents": alone,
    "GET /v1/members": () => ({ own: {}, foreign: null, shows: member1.member, hides: member3.member }),
    "POST /v1/members": () => ({
      own: { phone: freshPhone(), store: "s1" },
      foreign: { phone: freshPhone(), store: "s2" },
    }),
    "GET /v1/members/{id}": member,
    "PATCH /v1/members/{id}": member,
    "GET /v1/members/{id}/balances": member,
    "GET /v1/members/{id}/lots": member,
    "GET /v1/members/{id}/history": member,
    "GET /v1/members/{id}/commissions": member,
    "GET /v1/members/{id}/standing": member,
    "GET /v1/members/{id}/messages": member,
    "GET /v1/members/{id}/team": member,
    "GET /v1/members/{id}/code": member,
    "GET /v1/members/{id}/locks": member,
    "GET /v1/members/{id}/export": member,
    "DELETE /v1/members/{id}": member,
    "POST /v1/members/{id}/bind": async () => ({
      own: { id: member1.member, code: await codeOf("s1") },
      foreign: { id: member3.member, code: await codeOf("s1") },
    }),
    "GET /v1/stores": () => ({ own: {}, foreign: null, shows: '"id":"s1"', hides: '"id":"s2"' }),
    "GET /v1/stores/{id}": store,
    "PATCH /v1/stores/{id}": store,
    "GET /v1/stores/{id}/history": store,
    "GET /v1/stores/{id}/statement": store,
    "GET /v1/stores/{id}/today": store,
    "GET /v1/stores/{id}/shifts": store,
    "POST /v1/stores/{id}/shifts": store,
    "POST /v1/stores/{id}/shifts/{n}/close": () => ({
      own: { id: "s1", n: 1 },
      foreign: { id: "s2", n: 1 },
    }),
    "GET /v1/stores/{id}/members": store,
    "GET /v1/stores/{id}/cross-earnings": store,
    "GET /v1/stores/{id}/code": store,
    "GET /v1/stores/{id}/clerks": store,
    "POST /v1/stores/{id}/clerks": () => ({
      own: { id: "s1", phone: freshPhone() },
      foreign: { id: "s2", phone: freshPhone() },
    }),
    "DELETE /v1/stores/{id}/clerks/{clerk}": async () => ({
      own: { id: "s1", clerk: await spareClerk("s1") },
      foreign: { id: "s2", clerk: await spareClerk("s2") },
    }),
    "GET /v1/stores/{id}/keys": store,
    "POST /v1/stores/{id}/keys": () => ({
      own: { id: "s1", scopes: ["books:read"] },
      foreign: { id: "s2", scopes: ["books:read"] },
    }),
    "DELETE /v1/keys/{id}": async () => ({
      own: { id: await storeKey("s1") },
      foreign: { id: await storeKey("s2") },
    }),
    "POST /v1/quotes": () => ({
      own: order(member1.member, "s1"),
      foreign: order(member3.member, "s2"),
    }),
    "POST /v1/payments": () => ({
      own: { ...sale(member1.member, "s1"), channel: "demo" },
      foreign: { ...sale(member3.member, "s2"), channel: "demo" },
    }),
    "GET /v1/members/{id}/pay-code": member,
    "POST /v1/payments/requests": () => ({
      own: { merchant: "s1", amount_fen: 2_000 },
      foreign: { merchant: "s2", amount_fen: 2_000 },
    }),
    // A member scans what is shown to him: it is there to be paid by whoever comes.
    "GET /v1/payments/requests/{code}": async ({ who }) => ({
      own: { code: await counter("s1") },
      foreign: who === "member" ? null : { code: await counter("s2") },
    }),
    "POST /v1/payments/requests/{code}/pay": async () => ({
      own: { code: await counter("s2"), channel: "demo" },
      foreign: null,
    }),
    "POST /v1/payments/requests/{code}/cancel": async () => ({
      own: { code: await counter("s1") },
      foreign: { code: await counter("s2") },
    }),
    "GET /v1/payments": async ({ who, id }) => ({
      own: who === "member" ? {} : { merchant: "s1" },
      foreign: who === "member" ? { member: member3.member } : { merchant: "s2" },
      shows: who === "till" ? '"items":[' : await payment(member1.member, "s1", id ?? ""),
      hides: foreignPayment,
    }),
    "GET /v1/payments/{id}": paid,
    "POST /v1/payments/{id}/cancel": paid,
    "GET /v1/purchases": ({ who }) => ({
      own: who === "member" ? {} : { merchant: "s1" },
      foreign: who === "member" ? { member: member3.member } : { merchant: "s2" },
      shows: purchase,
      hides: "big-3",
    }),
    "GET /v1/purchase-totals": ({ who }) => ({
      own: who === "member" ? {} : { merchant: "s1" },
      foreign: who === "member" ? { member: member3.member } : { merchant: "s2" },
    }),
    "POST /v1/purchases": () => ({ own: sale(member1.member, "s1"), foreign: sale(member1.member, "s2") }),
    "GET /v1/purchases/{id}": bought,
    "GET /v1/purchases/{id}/receipt": bought,
    "POST /v1/purchases/{id}/refunds": async () => ({
      own: { id: await taken(), amount_fen: 100 },
      foreign: { id: "big-3", amount_fen: 100 },
    }),
    "POST /v1/redemptions": () => ({ own: { points: "1", min_proceeds_fen: 0 }, foreign: null }),
    "GET /v1/withdrawals": async () => ({
      own: {},
      foreign: { member: member3.member },
      shows: await withdrawal(member1.member),
      hides: foreignWithdrawal,
    }),
    "GET /v1/withdrawal-totals": () => ({ own: {}, foreign: { member: member3.member } }),
    "POST /v1/withdrawals": () => ({
      own: { source: "wallet", amount_fen: 1_000, way: "demo" },
      foreign: null,
    }),
    "GET /v1/withdrawals/{id}": async () => ({
      own: { id: await withdrawal(member1.member) },
      foreign: { id: foreignWithdrawal },
    }),
    "POST /v1/withdrawals/{id}/cancel": async () => ({
      own: { id: await withdrawal(member1.member) },
      foreign: { id: foreignWithdrawal },
    }),
    "GET /v1/agents": () => ({ own: {}, foreign: null, shows: "440305", hides: "440304" }),
    "GET /v1/approvals": () => ({ own: {}, foreign: null, shows: mine.id, hides: theirs.id }),
    "GET /v1/uploads": async ({ id }) => ({
      own: {},
      foreign: null,
      shows: await upload(id ?? ""),
      hides: await upload("somebody"),
    }),
    "GET /v1/uploads/{id}/preview": async ({ id }) => ({
      own: { id: await upload(id ?? "") },
      foreign: { id: await upload("somebody") },
    }),
    "POST /v1/simulations": async ({ id }) => ({
      own: {
        body: { kind: "backtest", plan: { name: "local", version: 1 }, upload: await upload(id ?? "") },
      },
      foreign: {
        body: { kind: "backtest", plan: { name: "local", version: 1 }, upload: await upload("somebody") },
      },
    }),
    "GET /v1/simulations": async ({ id }) => ({
      own: {},
      foreign: null,
      shows: await trial(id ?? ""),
      hides: await trial("somebody"),
    }),
    "GET /v1/simulations/{id}": async ({ id }) => ({
      own: { id: await trial(id ?? "") },
      foreign: { id: await trial("somebody") },
    }),
    "GET /v1/simulations/{id}/report": async ({ id }) => ({
      own: { id: await trial(id ?? "") },
      foreign: { id: await trial("somebody") },
    }),
    "POST /v1/exports": () => ({
      own: { body: { list: "purchases", filter: { merchant: "s1" } } },
      foreign: { body: { list: "purchases", filter: { merchant: "s2" } } },
    }),
    "GET /v1/exports": alone,
    "GET /v1/exports/{id}": ownExport,
    "GET /v1/exports/{id}/file": ownExport,
    "POST /v1/exports/{id}/cancel": ownExport,
    "GET /v1/jobs/{id}": ownJob,
    "POST /v1/jobs/{id}/cancel": ownJob,
  };

  const ids: Readonly<Record<string, () => string | Promise<string>>> = {
    members: () => member1.member,
    stores: () => "s1",
    purchases: () => purchase,
    payments: () => foreignPayment,
    withdrawals: () => foreignWithdrawal,
    approvals: () => theirs.id,
    orders: () => "town-1",
    keys: () => storeKey("s2"),
    staff: () => idOf("auditor"),
    webhooks: () => hook.id,
    deliveries: () => sent?.id ?? "",
    jobs: () => job("somebody"),
    exports: () => exported("somebody"),
    uploads: () => upload("somebody"),
    simulations: () => trial("somebody"),
  };
  return {
    town: place,
    askers,
    cases,
    generic: async (path) => ({
      id: (await ids[path.split("/")[2] ?? ""]?.()) ?? "none",
      cell: "1",
      seq: 1,
      ...(path.startsWith("/v1/accounts") ? { account: "pool" } : {}),
      code: path.startsWith("/v1/codes") || path.endsWith("/bind") ? await codeOf("s1") : "000000",
      name: "local",
      version: 1,
      clerk: await spareClerk("s1"),
      phone: freshPhone(),
      member: member1.member,
      owner: member1.member,
      merchant: "s1",
    }),
  };
}
