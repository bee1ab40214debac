/** Members over HTTP: made, bound, moved, shown, exported and erased, each within whose reach it is. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NotNow } from "#desk";
import { finishApproved } from "../../src/api/index.ts";
import { type Header, type Town, town } from "./town.ts";

let t: Town;
let ask: Town["ask"];
let staff: Record<"owner" | "risk" | "finance" | "service" | "marketing" | "auditor", Header>;

beforeAll(async () => {
  t = await town();
  ask = t.ask;
  const of = async (role: keyof typeof staff) => [role, await t.services.staff(role)] as const;
  const roles = ["owner", "risk", "finance", "service", "marketing", "auditor"] as const;
  staff = Object.fromEntries(await Promise.all(roles.map(of))) as typeof staff;
});
afterAll(() => t.app.close());

const memberUrl = (id: string, rest = "") => `/v1/members/${encodeURIComponent(id)}${rest}`;

describe("who sees whom", () => {
  test("the operator sees everybody, masked; a store those locked to its owner, without their spending", async () => {
    const all = await ask(staff.owner, "GET", "/v1/members?limit=3");
    expect(all.status, all.text).toBe(200);
    expect(all.body.items).toHaveLength(3);
    expect(all.body.next_cursor).toEqual(expect.any(String));
    const rest = await ask(staff.owner, "GET", `/v1/members?cursor=${all.body.next_cursor}`);
    expect(rest.body.items).toHaveLength(5);
    expect(all.text + rest.text).not.toContain("13700000003");
    expect(rest.text).toContain("137****0003");

    const own = await ask(t.owner1.header, "GET", "/v1/members");
    expect(own.body.items.map(({ id }: { id: string }) => id)).toEqual([t.member1.member]);
    expect(own.body.items[0]).toMatchObject({ phone: "137****0003", spend_fen: null, purchases: null });
    const byPhone = await ask(staff.service, "GET", "/v1/members?phone=13700000004");
    expect(byPhone.body.items.map(({ id }: { id: string }) => id)).toEqual([t.member2.member]);
    expect((await ask(t.owner1.header, "GET", "/v1/members?phone=13700000004")).body.items).toEqual([]);
    expect((await ask(t.member1.header, "GET", "/v1/members")).status).toBe(403);
    expect((await ask(staff.owner, "GET", "/v1/members?cursor=eA")).body).toMatchObject({
      code: "validation",
    });
  });

  test("one member: plain to himself, owner, risk and service, masked to others, not there for a foreign store", async () => {
    const url = memberUrl(t.member1.member);
    for (const who of [t.member1.header, staff.owner, staff.risk, staff.service]) {
      expect((await ask(who, "GET", url)).body["phone"]).toBe("13700000003");
    }
    for (const who of [staff.finance, staff.auditor, t.owner1.header, t.clerk1.header]) {
      expect((await ask(who, "GET", url)).body["phone"]).toBe("137****0003");
    }
    expect((await ask(t.owner1.header, "GET", url)).body).toMatchObject({ sponsors: null, identity: null });
    for (const who of [t.owner2.header, t.clerk2.header, t.member2.header]) {
      expect((await ask(who, "GET", url)).status).toBe(404);
    }
    expect((await ask(staff.owner, "GET", memberUrl("nobody"))).status).toBe(404);
  });

  test("what stands in the book: the member's own, to the fen", async () => {
    const { member, header } = t.member1;
    const held = await ask(header, "GET", memberUrl(member, "/balances"));
    expect(held.status, held.text).toBe(200);
    expect(held.body).toMatchObject({ member, wallet_fen: 0, points: expect.stringMatching(/^\d+\.\d{8}$/) });
    const lots = await ask(header, "GET", memberUrl(member, "/lots"));
    expect(lots.body.items).toHaveLength(1);
    expect(lots.body.items[0]).toMatchObject({ cost_fen: 10_000, points: held.body["points"] });
    const flow = await ask(header, "GET", memberUrl(member, "/history?account=points"));
    expect(flow.body.items[0]).toMatchObject({ order: "town-1", balance: held.body["points"] });
    const team = await ask(t.owner1.header, "GET", memberUrl(t.owner1.member, "/team"));
    expect(team.body).toMatchObject({ counts: { level1: 1, level2: 0 } });
    expect(team.body.items[0]).toMatchObject({ id: member, phone: "137****0003" });
    for (const rest of ["/balances", "/lots", "/history", "/team", "/code", "/export"]) {
      expect((await ask(t.member2.header, "GET", memberUrl(member, rest))).status, rest).toBe(404);
      expect([403, 404], rest).toContain((await ask(t.owner1.header, "GET", memberUrl(member, rest))).status);
    }
    const { headers } = held;
    const again = await ask(
      { ...header, "if-none-match": String(headers["etag"]) },
      "GET",
      memberUrl(member, "/balances"),
    );
    expect([again.status, again.text]).toEqual([304, ""]);
  });
});

describe("coming", () => {
  test("a clerk registers a phone: locked to the store's owner; again it is the same member", async () => {
    const body = { phone: "13711110001", name: "王小明" };
    const made = await ask(t.clerk1.header, "POST", "/v1/members", body);
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ joined: true, state: "joined", sponsor: t.owner1.member });
    const again = await ask(t.clerk2.header, "POST", "/v1/members", body);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ member: made.body["member"], joined: false, state: "known" });
    expect((await ask(staff.owner, "GET", memberUrl(made.body["member"]))).body).toMatchObject({
      sponsor: t.owner1.member,
      name: "王小明",
    });
    const foreign = await ask(t.clerk1.header, "POST", "/v1/members", { ...body, store: "s2" });
    expect(foreign.status).toBe(404);
  });

  test("the same key gives the same answer, another body a conflict, a refusal may be asked anew", async () => {
    const body = { phone: "13711110002" };
    const first = await ask(staff.service, "POST", "/v1/members", body, "k1");
    expect(first.status, first.text).toBe(201);
    const twice = await ask(staff.service, "POST", "/v1/members", body, "k1");
    expect([twice.status, twice.body]).toEqual([201, first.body]);
    const other = await ask(staff.service, "POST", "/v1/members", { phone: "13711110003" }, "k1");
    expect([other.status, other.body["code"]]).toEqual([409, "idempotency_conflict"]);
    const bad = { phone: "12" };
    expect((await ask(staff.service, "POST", "/v1/members", bad, "k2")).body["code"]).toBe("phone_malformed");
    expect((await ask(staff.service, "POST", "/v1/members", body, "k2")).status).toBe(200);
    const none = await t.app.inject({
      method: "POST",
      url: "/v1/members",
      headers: staff.service,
      payload: body,
    });
    expect(none.json()).toMatchObject({ status: 400, code: "idempotency_key_required" });
  });

  test("fifty requests at once with one key make one answer", async () => {
    const body = { phone: "13711110009" };
    const all = await Promise.all(
      Array.from({ length: 50 }, () => ask(staff.service, "POST", "/v1/members", body, "race")),
    );
    const made = all.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    for (const { status, body } of all) if (status !== 201) expect(body["code"]).toBe("in_progress");
    const { rows } = await t.services.desk.database.query(
      "SELECT 1 FROM arrival WHERE cell_id = 1 AND member = $1",
      [made[0]?.body["member"]],
    );
    expect(rows).toHaveLength(1);
  });

  async function signIn(phone: string, referral?: string) {
    await ask({}, "POST", "/v1/session/code", { phone });
    const code = t.services.sent.at(-1)?.code;
    const body = { phone, code, carry: "token", ...(referral === undefined ? {} : { referral }) };
    return await ask({}, "POST", "/v1/session/member", body);
  }

  test("by the poster of a store: locked before the answer; a referral that is none costs no code", async () => {
    const { body } = await ask(t.owner1.header, "GET", "/v1/stores/s1/code");
    const bad = await signIn("13711110004", "NOSUCH22");
    expect([bad.status, bad.body["code"]]).toEqual([404, "code_unknown"]);
    const code = t.services.sent.at(-1)?.code;
    const good = await ask({}, "POST", "/v1/session/member", {
      phone: "13711110004",
      code,
      carry: "token",
      referral: body["code"],
    });
    expect(good.status, good.text).toBe(200);
    const { member } = good.body["who"];
    const seen = await ask(staff.owner, "GET", memberUrl(member));
    expect(seen.body).toMatchObject({ sponsor: t.owner1.member });
    expect(seen.body["sponsors"]).toMatchObject([{ kind: "join", to: t.owner1.member }]);
  });

  test("cut off by a busy desk: signed in, and taken up by itself afterwards", async () => {
    const { body } = await ask(t.member1.header, "GET", memberUrl(t.member1.member, "/code"));
    t.services.desk.fails = new NotNow("busy", 10);
    const reply = await signIn("13711110005", body["code"]);
    t.services.desk.fails = null;
    expect(reply.status, reply.text).toBe(200);
    const { member } = reply.body["who"];
    expect((await ask(staff.owner, "GET", memberUrl(member))).body["joined_at"]).toBeNull();
    await t.services.trade.resume(1n);
    expect((await ask(staff.owner, "GET", memberUrl(member))).body).toMatchObject({
      sponsor: t.member1.member,
    });
  });
});

describe("sponsors", () => {
  test("a member without one binds himself by a code, once, and nobody else", async () => {
    const { code } = (await ask(t.owner2.header, "GET", "/v1/stores/s2/code")).body;
    const url = memberUrl(t.member2.member, "/bind");
    expect((await ask(t.member1.header, "POST", url, { code })).status).toBe(404);
    const bound = await ask(t.member2.header, "POST", url, { code }, "bind-1");
    expect(bound.body, bound.text).toMatchObject({ sponsor: t.owner2.member, seq: expect.any(Number) });
    expect((await ask(t.member2.header, "POST", url, { code }, "bind-1")).body).toEqual(bound.body);
    expect((await ask(t.member2.header, "POST", url, { code })).body["code"]).toBe("sponsor_fixed");
  });

  test("a correction takes a case and four eyes, and is booked to the letter", async () => {
    const url = memberUrl(t.member3.member, "/sponsor-corrections");
    const wrong = { sponsor: t.owner1.member, case: "2026-0042", reason: "抢扫" };
    expect((await ask(staff.service, "POST", url, { ...wrong, case: "" })).status).toBe(400);
    expect((await ask(staff.service, "POST", url, { ...wrong, sponsor: "nobody" })).body["code"]).toBe(
      "sponsor_unknown",
    );
    const asked = await ask(staff.service, "POST", url, wrong);
    expect(asked.status, asked.text).toBe(202);
    const { id, payload_hash } = asked.body;
    const approve = `/v1/approvals/${id}/approve`;
    expect((await ask(staff.service, "POST", approve, { payload_hash })).status).toBe(403);
    expect((await ask(staff.finance, "POST", approve, { payload_hash })).body["code"]).toBe(
      "approver_not_allowed",
    );
    const other = { payload_hash: "0".repeat(64) };
    expect((await ask(staff.risk, "POST", approve, other)).body["code"]).toBe("approval_differs");
    const done = await ask(staff.risk, "POST", approve, { payload_hash }, "four");
    expect(done.body, done.text).toMatchObject({ state: "done", outcome: null });
    expect((await ask(staff.risk, "POST", approve, { payload_hash }, "four")).body).toEqual(done.body);
    expect((await ask(staff.owner, "POST", approve, { payload_hash })).body["code"]).toBe("approval_closed");
    const seen = await ask(staff.owner, "GET", memberUrl(t.member3.member));
    expect(seen.body).toMatchObject({ sponsor: t.owner1.member });
    expect(seen.body["sponsors"][0]).toMatchObject({ kind: "correct_sponsor", case: "2026-0042" });
  });

  test("one's own request is nobody's to approve; approved and cut off it is finished; stale it says so", async () => {
    const url = memberUrl(t.member3.member, "/sponsor-corrections");
    const wrong = { sponsor: t.owner2.member, case: "2026-0043", reason: "复核" };
    const first = (await ask(staff.risk, "POST", url, wrong)).body;
    const second = (await ask(staff.risk, "POST", url, { ...wrong, case: "2026-0044" })).body;
    const { payload_hash } = first;
    const approve = `/v1/approvals/${first["id"]}/approve`;
    expect((await ask(staff.risk, "POST", approve, { payload_hash })).body["code"]).toBe("approval_own");
    t.services.desk.fails = new NotNow("busy", 10);
    const cut = await ask(staff.owner, "POST", approve, { payload_hash });
    t.services.desk.fails = null;
    expect(cut.body, cut.text).toMatchObject({ state: "approved" });
    await finishApproved(t.services);
    const list = await ask(staff.auditor, "GET", "/v1/approvals?state=done");
    expect(list.body.items.map((row: { id: string }) => row.id)).toContain(first["id"]);
    const late = { payload_hash: second["payload_hash"] };
    const stale = await ask(staff.owner, "POST", `/v1/approvals/${second["id"]}/approve`, late);
    expect(stale.body, stale.text).toMatchObject({
      state: "done",
      outcome: { code: "sponsor_same", zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
    });
    const mine = await ask(staff.service, "GET", "/v1/approvals");
    expect(mine.body.items).toHaveLength(1);
    const rejected = (await ask(staff.service, "POST", url, { ...wrong, sponsor: null })).body;
    const no = await ask(staff.owner, "POST", `/v1/approvals/${rejected["id"]}/reject`, {
      payload_hash: rejected["payload_hash"],
      reason: "证据不足",
    });
    expect(no.body).toMatchObject({ state: "rejected", reason: "证据不足" });
  });
});

describe("personal data", () => {
  test("identity is sealed and shown as a mask; what is malformed is refused", async () => {
    const url = memberUrl(t.member1.member);
    const bad = await ask(t.member1.header, "PATCH", url, { id_number: "110101199003070000" });
    expect(bad.body).toMatchObject({ status: 422, code: "id_number_malformed" });
    const named = await ask(t.member1.header, "PATCH", url, { real_name: "张三", name: "三儿" });
    expect(named.body, named.text).toMatchObject({ name: "三儿", identity: { real_name: "张*" } });
    expect((await ask(t.member2.header, "PATCH", url, { name: "x" })).status).toBe(404);
  });

  test("an export tells all, masked for the auditor", async () => {
    const url = memberUrl(t.member1.member, "/export");
    const own = await ask(t.member1.header, "GET", url);
    expect(own.status, own.text).toBe(200);
    expect(own.body).toMatchObject({
      complete: true,
      person: { phone: "13700000003", identity: { real_name: "张三" } },
      purchases: [{ id: "town-1", amount_fen: 10_000 }],
    });
    expect(own.body["accounts"].points).toHaveLength(1);
    const masked = await ask(staff.auditor, "GET", url);
    expect(masked.text).not.toMatch(/13700000003|张三/);
  });

  test("erasure: not while anything is left; afterwards a tombstone, and the session is over", async () => {
    const left = await ask(t.member1.header, "DELETE", memberUrl(t.member1.member));
    expect(left.body).toMatchObject({ status: 409, code: "balance_left" });
    expect((await ask(staff.owner, "DELETE", memberUrl(t.owner1.member))).body["code"]).toBe("duties_left");
    expect((await ask(t.member1.header, "DELETE", memberUrl(t.member2.member))).status).toBe(404);
    const gone = await ask(t.member2.header, "DELETE", memberUrl(t.member2.member));
    expect(gone.status, gone.text).toBe(204);
    expect((await ask(t.member2.header, "GET", memberUrl(t.member2.member))).status).toBe(401);
    const seen = await ask(staff.owner, "GET", memberUrl(t.member2.member));
    expect(seen.body).toMatchObject({ erased: true, name: null, phone: null, sponsor: t.owner2.member });
    expect((await ask(staff.owner, "GET", "/v1/members?phone=13700000004")).body["items"]).toEqual([]);
  });
});

test("a till sees its own store's members only", async () => {
  const { body } = await ask(t.owner1.header, "POST", "/v1/stores/s1/keys", {
    name: "till 1",
    scopes: ["members:read", "members:write", "books:read"],
  });
  const till = { authorization: `Bearer ${body["key"]}` };
  const list = await ask(till, "GET", "/v1/members");
  expect(list.status, list.text).toBe(200);
  for (const { sponsor } of list.body["items"]) expect(sponsor).toBe(t.owner1.member);
  expect((await ask(till, "GET", memberUrl(t.member1.member))).body["phone"]).toBe("137****0003");
  expect((await ask(till, "GET", memberUrl(t.owner2.member))).status).toBe(404);
  expect((await ask(till, "GET", memberUrl(t.member1.member, "/balances"))).status).toBe(403);
  const made = await ask(till, "POST", "/v1/members", { phone: "13711110008" });
  expect(made.body).toMatchObject({ sponsor: t.owner1.member });
});
