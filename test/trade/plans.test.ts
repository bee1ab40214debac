/** The way of a plan: every state against every act, two signatures over one hash, conditions recorded, notice. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PlanAnswer, PlanDraft, PlanDraftState } from "#desk";
import { LOCAL } from "../plans.ts";
import { CELL, code, journals, ok, type TradeStage, tradeStage } from "./stage.ts";

const DAY = 86_400_000;
let stage: TradeStage;
beforeAll(async () => {
  stage = await tradeStage();
});
afterAll(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const NAME = LOCAL.name;
/** One level and a freeze: nothing of it has to be recorded but that it is for stores. */
const body = (version: number, more: object = {}) => ({
  ...LOCAL,
  version,
  commissions: { ...LOCAL.commissions, upline: ["0.5%"], region: undefined },
  commission_freeze: "P7D",
  ...more,
});
let version = 1;
const next = () => {
  version += 1;
  return version;
};
const find = async (v: number) => (await stage.trade.plans.find(CELL, NAME, v)) as PlanDraft;
const hash = async (v: number) => (await find(v)).hash;
const plain = (json: object) => JSON.parse(JSON.stringify(json)) as object;
const draft = (v: number, more: object = {}) => stage.trade.plans.draft(CELL, plain(body(v, more)), "mo");
const check = (v: number) => stage.trade.plans.check(CELL, NAME, v, "risk");
const record = (
  v: number,
  rule = "refund_window",
  values: Record<string, string> = { in_store_only: "是" },
) => stage.trade.plans.record(CELL, NAME, v, { rule, values, by: "risk" });
const sign = async (v: number, by: string, over?: string) =>
  stage.trade.plans.sign(CELL, NAME, v, { by, hash: over ?? (await hash(v)) });
const publish = (v: number, days = 7) =>
  stage.trade.plans.publish(CELL, NAME, v, {
    by: "owner",
    effectiveFrom: new Date(stage.clock().getTime() + days * DAY),
  });

async function checked(v = next()): Promise<PlanDraft> {
  ok(await draft(v));
  ok(await check(v));
  return ok(await record(v));
}
async function signed(): Promise<PlanDraft> {
  const { version: v } = await checked();
  ok(await sign(Number(v), "owner"));
  return ok(await sign(Number(v), "risk"));
}

const REACH: Readonly<Record<PlanDraftState, () => Promise<PlanDraft>>> = {
  draft: async () => ok(await draft(next())),
  checked: () => checked(),
  signed,
  effective: async () => {
    const { version: v } = await signed();
    ok(await publish(Number(v)));
    stage.pass(7 * DAY);
    await stage.trade.resume(CELL);
    return await find(Number(v));
  },
  withdrawn: async () => {
    const { version: v } = await signed();
    return ok(await stage.trade.plans.withdraw(CELL, NAME, Number(v), "owner", "另拟"));
  },
};

type Act = { name: string; from: Partial<Record<PlanDraftState, PlanDraftState>>; no?: string };
const ACTS: readonly (Act & { act(v: number): Promise<PlanAnswer> })[] = [
  {
    name: "draft again",
    from: { draft: "draft", checked: "draft" },
    no: "plan_exists",
    act: (v) => draft(v),
  },
  { name: "check", from: { draft: "checked", checked: "checked" }, act: check },
  { name: "sign", from: { checked: "checked" }, act: (v) => sign(v, "finance") },
  { name: "publish", from: { signed: "signed" }, act: (v) => publish(v) },
  {
    name: "withdraw",
    from: { draft: "withdrawn", checked: "withdrawn", signed: "withdrawn" },
    act: (v) => stage.trade.plans.withdraw(CELL, NAME, v, "owner", "另拟"),
  },
];

describe.each(Object.keys(REACH) as PlanDraftState[])("a plan that is %s", (state) => {
  test.each(ACTS)("$name", async ({ from, no = "plan_state", act }) => {
    const row = await REACH[state]();
    expect(row.state).toBe(state);
    const answer = await act(Number(row.version));
    const leads = from[state];
    if (leads !== undefined) expect(ok(answer).state).toBe(leads);
    else {
      expect(code(answer)).toBe(no);
      expect(await find(Number(row.version))).toEqual(row);
    }
  });
});

test("a plan that is none, one that may not be published, words that are missing", async () => {
  const { plans } = stage.trade;
  expect(code(await plans.draft(CELL, { name: "x" }, "mo"))).toBe("plan_malformed");
  expect(code(await plans.draft(CELL, plain(body(9, { name: "长".repeat(81) })), "mo"))).toBe(
    "plan_malformed",
  );
  const v = next();
  ok(await draft(v, { note: "保本稳赚" }));
  expect(code(await check(v))).toBe("plan_refused");
  expect(await find(v)).toMatchObject({ state: "draft", verdict: { verdict: "refused" } });
  expect(code(await sign(v, "owner"))).toBe("plan_state");
  expect(code(await plans.withdraw(CELL, NAME, v, "owner", ""))).toBe("reason_required");
  expect(code(await plans.check(CELL, "none", 1, "risk"))).toBe("plan_unknown");
});

describe("signing", () => {
  test("two different officers, over what they read", async () => {
    const { version: v } = await checked();
    expect(code(await sign(Number(v), "owner", "0".repeat(64)))).toBe("plan_hash_differs");
    expect(ok(await sign(Number(v), "owner"))).toMatchObject({ state: "checked", firstBy: "owner" });
    expect(code(await sign(Number(v), "owner"))).toBe("officer_same");
    // From the first signature on the body and what was recorded stand still.
    expect(code(await draft(Number(v), { min_purchase_fen: 5 }))).toBe("plan_exists");
    expect(code(await record(Number(v)))).toBe("plan_state");
    expect(code(await check(Number(v)))).toBe("plan_state");
    expect(ok(await sign(Number(v), "risk"))).toMatchObject({ state: "signed", secondBy: "risk" });
  });

  test("50 officers at once: two signatures", async () => {
    const { version: v, hash: over } = await checked();
    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => sign(Number(v), `o-${i}`, over)));
    expect(all.map(code).filter((each) => each === undefined)).toHaveLength(2);
  });

  test("a new body is a new hash: what was recorded for the old one is void", async () => {
    const { version: v, hash: before } = await checked();
    ok(await draft(Number(v), { min_purchase_fen: 5 }));
    const after = ok(await check(Number(v)));
    expect(after).toMatchObject({ recorded: {}, state: "checked" });
    expect(after.hash).not.toBe(before);
    expect(code(await sign(Number(v), "owner", before))).toBe("plan_hash_differs");
    expect(await sign(Number(v), "owner")).toMatchObject({
      refused: "condition_unrecorded",
      detail: "refund_window.in_store_only",
    });
  });

  test("a second upline level wants a signed risk text, by its hash", async () => {
    const v = next();
    ok(await draft(v, { commissions: { ...body(v).commissions, upline: ["0.3%", "0.2%"] } }));
    ok(await check(v));
    ok(await record(v));
    expect(await sign(v, "owner")).toMatchObject({ refused: "condition_unrecorded" });
    ok(await record(v, "upline_levels", { text_sha256: "read it" }));
    expect(await sign(v, "owner")).toMatchObject({ detail: "upline_levels.text_sha256" });
    const { recorded } = ok(
      await record(v, "upline_levels", { text_sha256: "a".repeat(64), signed_by: "x" }),
    );
    expect(recorded.upline_levels).toMatchObject({ signed_by: "risk", text_sha256: "a".repeat(64) });
    ok(await sign(v, "owner"));
    expect(code(await record(v, "no_such_rule"))).toBe("condition_unknown");
  });
});

describe("taking effect", () => {
  beforeEach(() => stage.pass(DAY));

  test("announced seven days ahead, unless the setting says otherwise; once", async () => {
    const v = Number((await signed()).version);
    expect(code(await publish(v, 6))).toBe("effective_too_soon");
    ok(await stage.trade.settings.put(CELL, "plan_notice_days", 0, "owner"));
    ok(await publish(v, 0));
    expect(code(await publish(v, 0))).toBe("plan_state");
    ok(await stage.trade.settings.put(CELL, "plan_notice_days", 7, "owner"));
    await Promise.all(Array.from({ length: 5 }, () => stage.trade.resume(CELL)));
    expect(await find(v)).toMatchObject({ state: "effective" });
    expect(await journals(stage, `publish:${NAME}:${v}`)).toBe(1);
    const inForce = await stage.desk.read(CELL, (book) => book.plan("main").version);
    expect(inForce).toBe(v);
  });

  test("another feed has no notice to give; its plan may have any version", async () => {
    const json = plain({ ...body(1), name: "goods" });
    const { plans } = stage.trade;
    ok(await plans.draft(CELL, json, "mo", "goods"));
    const { hash: over } = ok(await plans.check(CELL, "goods", 1, "risk"));
    ok(
      await plans.record(CELL, "goods", 1, {
        rule: "refund_window",
        values: { in_store_only: "是" },
        by: "risk",
      }),
    );
    for (const by of ["owner", "risk"]) ok(await plans.sign(CELL, "goods", 1, { by, hash: over }));
    ok(await plans.publish(CELL, "goods", 1, { by: "owner", effectiveFrom: stage.clock() }));
    await stage.trade.resume(CELL);
    expect(await plans.find(CELL, "goods", 1)).toMatchObject({ state: "effective" });
  });

  test("what the book refuses for good is withdrawn, with its code", async () => {
    const [older, newer] = [Number((await signed()).version), Number((await signed()).version)];
    ok(await publish(newer));
    ok(await publish(older, 8));
    stage.pass(8 * DAY);
    await stage.trade.resume(CELL);
    expect(await find(newer)).toMatchObject({ state: "effective" });
    expect(await find(older)).toMatchObject({ state: "withdrawn", reason: "version_not_newer" });
  });

  test("withdrawn before its day it never comes; booked before it is withdrawn it is in force", async () => {
    const early = Number((await signed()).version);
    ok(await publish(early));
    ok(await stage.trade.plans.withdraw(CELL, NAME, early, "owner", "另拟"));
    stage.pass(8 * DAY);
    await stage.trade.resume(CELL);
    expect(await journals(stage, `publish:${NAME}:${early}`)).toBe(0);
    const late = Number((await signed()).version);
    ok(await publish(late));
    stage.pass(8 * DAY);
    const stopped = stage.another({
      after: (step) => {
        if (step === "plan.asked") throw new Error("stopped");
      },
    });
    await stopped.resume(CELL);
    expect(await find(late)).toMatchObject({ state: "signed" });
    expect(code(await stage.trade.plans.withdraw(CELL, NAME, late, "owner", "另拟"))).toBe("plan_state");
    expect(await find(late)).toMatchObject({ state: "effective" });
  });
});
