/** Four eyes, the operation log, and consents. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { isRefused } from "../../src/people/answer.ts";
import { SYSTEM } from "../../src/people/audit.ts";
import { canonical } from "../../src/people/canonical.ts";
import { NOWHERE, sha256 } from "../../src/people/ground.ts";
import type { Principal } from "../../src/people/role.ts";
import { fifty, must, refusedAs, type Scene, scene } from "./scene.ts";

let s: Scene;
let owner: Principal;
let finance: Principal;
let service: Principal;
beforeAll(async () => {
  s = await scene();
  owner = await s.officer("owner");
  finance = await s.officer("finance");
  service = await s.officer("service");
});
afterAll(() => s.store.drop());

const ask = (asker = finance) =>
  s.people.approvals.ask(
    asker,
    { kind: "injection", subject: "pool", payload: { amount_fen: 100_000, days: 7, a: ["万", null] } },
    { ip: "10.0.0.1", agent: null },
  );

test("what is approved is what was asked, by somebody else who may", async () => {
  const { approvals } = s.people;
  const asked = await ask();
  expect(asked.payloadHash).toBe(sha256('{"a":["万",null],"amount_fen":100000,"days":7}').toString("hex"));
  const decision = { id: asked.id, payloadHash: asked.payloadHash, reason: "核对无误" };
  expect(refusedAs(await approvals.approve(finance, decision, NOWHERE))).toBe("approval_own");
  expect(refusedAs(await approvals.reject(finance, decision, NOWHERE))).toBe("approval_own");
  expect(refusedAs(await approvals.approve(service, decision, NOWHERE))).toBe("approver_not_allowed");
  const auditor = await s.officer("auditor");
  expect(refusedAs(await approvals.approve(auditor, decision, NOWHERE))).toBe("approver_not_allowed");
  const differs = { ...decision, payloadHash: sha256("other").toString("hex") };
  expect(refusedAs(await approvals.approve(owner, differs, NOWHERE))).toBe("approval_differs");
  expect(refusedAs(await approvals.approve(owner, { ...decision, id: "none" }, NOWHERE))).toBe(
    "approval_unknown",
  );
  const approved = must(await approvals.approve(owner, decision, NOWHERE));
  expect(approved).toMatchObject({ state: "approved", decidedBy: owner.id, reason: "核对无误" });
  expect(approved.payload).toEqual({ amount_fen: 100_000, days: 7, a: ["万", null] });
  expect(refusedAs(await approvals.reject(owner, decision, NOWHERE))).toBe("approval_closed");
  expect((await approvals.undone()).map(({ id }) => id)).toEqual([asked.id]);
  expect(await approvals.done(asked.id)).toBe(true);
  expect(await approvals.done(asked.id)).toBe(false);
  expect(await approvals.undone()).toEqual([]);
  expect(await approvals.find(asked.id)).toMatchObject({ state: "done" });
});

test("a payload changed behind the back is not approved; the table itself refuses the asker", async () => {
  const asked = await ask();
  await s.store.database.query(
    "UPDATE approval SET payload = replace(payload, '100000', '900000') WHERE cell_id = 1 AND id = $1",
    [asked.id],
  );
  const decision = { id: asked.id, payloadHash: asked.payloadHash };
  expect(refusedAs(await s.people.approvals.approve(owner, decision, NOWHERE))).toBe("approval_differs");
  await expect(
    s.store.database.query(
      "UPDATE approval SET state = 'approved', decided_by = asked_by WHERE cell_id = 1 AND id = $1",
      [asked.id],
    ),
  ).rejects.toThrow();
});

test("fifty decisions at once: one winner, whose work is done once; an old request expires", async () => {
  const asked = await ask();
  const decision = { id: asked.id, payloadHash: asked.payloadHash };
  let ran = 0;
  const answers = await fifty((at) =>
    at % 2 === 0
      ? s.people.approvals.approve(owner, decision, NOWHERE, () => {
          ran++;
          return Promise.resolve();
        })
      : s.people.approvals.reject(owner, decision, NOWHERE),
  );
  const won = answers.filter((answer) => !isRefused(answer));
  expect(won).toHaveLength(1);
  expect(ran).toBe(won[0] !== undefined && "state" in won[0] && won[0].state === "approved" ? 1 : 0);
  const late = await ask();
  s.pass(72 * 3600);
  const refused = await s.people.approvals.approve(owner, { ...decision, id: late.id }, NOWHERE);
  expect(refusedAs(refused)).toBe("approval_closed");
  expect(await s.people.approvals.list(1, { state: "expired" })).toMatchObject([{ id: late.id }]);
  expect(await s.people.approvals.list(10, { askedBy: service.id })).toEqual([]);
});

test("when the work of an approval fails, nothing was approved", async () => {
  const asked = await ask();
  const decision = { id: asked.id, payloadHash: asked.payloadHash };
  const failing = s.people.approvals.approve(owner, decision, NOWHERE, () =>
    Promise.reject(new Error("full")),
  );
  await expect(failing).rejects.toThrow("full");
  expect(await s.people.approvals.find(asked.id)).toMatchObject({ state: "asked" });
});

test("the operation log chains under a race and shows every change of it", async () => {
  const { audit } = s.people;
  const start = (await audit.head()).seq;
  await fifty((at) =>
    s.store.database.transaction((tx) =>
      audit.append(tx, SYSTEM, { action: "test.race", target: `row:${at}`, after: { at } }),
    ),
  );
  await s.store.database.transaction((tx) =>
    audit.append(tx, SYSTEM, { action: "test.last", target: "row" }),
  );
  expect(await audit.verify()).toMatchObject({ ok: true, rows: start + 51n });
  const [row] = await audit.list(1, { target: "row:7" });
  const seq = row?.seq ?? 0n;
  const tamper = async (change: string, undo: string, why: string, at: bigint): Promise<void> => {
    await s.store.database.query(change, [seq]);
    expect(await audit.verify(), change).toEqual({ ok: false, seq: at, why });
    await s.store.database.query(undo, [seq]);
    expect((await audit.verify()).ok).toBe(true);
  };
  const set = (text: string): string => `UPDATE audit SET ${text} WHERE cell_id = 1 AND seq = $1`;
  await tamper(set("who = 'mallory'"), set("who = 'system'"), "changed", seq);
  await tamper(set("after = NULL"), set(`after = '{"at":7}'`), "changed", seq);
  await tamper(set("at = at + interval '1 second'"), set("at = at - interval '1 second'"), "changed", seq);
  // Who also forges the head of the row he changed is found at the next one; the head is worked out here by hand.
  const [before] = await audit.list(1, { before: seq });
  const forged = canonical({
    cell: "1",
    seq: `${seq}`,
    at: row?.at.toISOString() ?? "",
    who: "mallory",
    role: "system",
    action: "test.race",
    target: "row:7",
    before: null,
    after: '{"at":7}',
    ip: null,
  });
  const head = sha256(before?.head ?? "", sha256(forged)).toString("hex");
  const forge = set(`who = 'mallory', head = decode('${head}', 'hex')`);
  const honest = set(`who = 'system', head = decode('${row?.head.toString("hex")}', 'hex')`);
  await tamper(forge, honest, "changed", seq + 1n);
  const copy = "CREATE TABLE cut AS SELECT * FROM audit WHERE cell_id = 1 AND";
  await s.store.database.query(`${copy} seq = ${seq}`);
  const back = "INSERT INTO audit SELECT * FROM cut WHERE cell_id = 1 AND $1::bigint > 0";
  await tamper("DELETE FROM audit WHERE cell_id = 1 AND seq = $1", back, "missing", seq);
  const end = (await audit.head()).seq;
  await s.store.database.query(`DELETE FROM audit WHERE cell_id = 1 AND seq = ${end}`);
  expect(await audit.verify()).toEqual({ ok: false, seq: end, why: "cut" });
});

test("what a rolled-back transaction did is not in the log, and every deed above is", async () => {
  const before = await s.people.audit.head();
  const failing = s.store.database.transaction(async (tx) => {
    await s.people.audit.append(tx, SYSTEM, { action: "test.undone", target: "row:0" });
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect(await s.people.audit.head()).toEqual(before);
  const actions = new Set((await s.people.audit.list(1000)).map(({ action }) => action));
  for (const action of ["staff.create", "approval.ask", "approval.approve"])
    expect(actions).toContain(action);
  const [ask1] = (await s.people.audit.list(1000)).filter(({ action }) => action === "approval.ask");
  expect(ask1).toMatchObject({ who: finance.id, role: "finance", ip: "10.0.0.1" });
});

test("a risk is acknowledged by an officer for exactly one text", async () => {
  const { consents } = s.people;
  const text = { textId: "second_level:local-life@1", text: "第二层奖励的风险……" };
  expect(refusedAs(await consents.riskAcknowledged(text))).toBe("risk_not_acknowledged");
  expect(refusedAs(await consents.acknowledgeRisk(service, text, NOWHERE))).toBe("role_not_allowed");
  must(await consents.acknowledgeRisk(owner, text, NOWHERE));
  expect(await consents.riskAcknowledged(text)).toMatchObject({ principal: owner.id, at: s.now });
  expect(refusedAs(await consents.riskAcknowledged({ ...text, text: "另一份" }))).toBe(
    "risk_not_acknowledged",
  );
  const [row] = await s.people.audit.list(1, { target: `text:${text.textId}` });
  expect(row?.after).toContain(sha256(text.text).toString("hex"));
});

test("canonical JSON: one text for one value", () => {
  expect(canonical({ b: 1, a: [true, null, "é\n"], "€": 1e21, c: undefined })).toBe(
    '{"a":[true,null,"é\\n"],"b":1,"€":1e+21}',
  );
  expect(canonical({ "\u{1f600}": 1, "\ufb33": 2, "1": 3 })).toBe('{"1":3,"\u{1f600}":1,"\ufb33":2}');
  expect(() => canonical(Number.NaN)).toThrow();
});
