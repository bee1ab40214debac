/**
 * Everyday trade stopped after each of its steps, one after the other: another process takes it up, the person asks
 * again, and it ends as it would have ended. At the end the book is verified, and the rows agree with it.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isTradeRefusal, resumeTrade, type Trade, type Withdrawal } from "#desk";
import { verifyCell } from "#store";
import { LOCAL } from "../plans.ts";
import { CELL, fund, journals, payee, type TradeStage, tradeStage } from "./stage.ts";

const DAY = 86_400_000;
let stage: TradeStage;
beforeAll(async () => {
  stage = await tradeStage();
  await fund(stage, 40);
  await stage.trade.settings.put(CELL, "withdraw_per_day", 1_000, "owner");
});

class Stopped extends Error {}

/** A trade that stops after its nth step, and the steps it has gone. */
function stopping(nth: number): { readonly trade: Trade; readonly steps: string[] } {
  const steps: string[] = [];
  const trade = stage.another({
    after: (step) => {
      steps.push(step);
      if (steps.length === nth) throw new Stopped(step);
    },
  });
  return { trade, steps };
}

interface Scenario {
  /** All of it, from the first request to the end; asked again it goes on where it was. */
  run(trade: Trade, key: string): Promise<unknown>;
  /** How it stands, without what differs from one to the next. */
  end(key: string): Promise<unknown>;
}

const idOf = (answer: object): string => {
  if (isTradeRefusal(answer)) throw new Error(JSON.stringify(answer));
  return (answer as { id: string }).id;
};
const asked = { member: "mei", source: "wallet", amountFen: 5_000n, by: "mei" } as const;

async function withdrawalEnd(key: string) {
  const rows = await stage.trade.withdrawals.list(CELL, { limit: 1_000 });
  const mine = rows.filter(({ payeeHint }) => payeeHint === key);
  const row = mine[0] as Withdrawal;
  const booked = await Promise.all(
    ["withdraw", "pay_out", "return_withdrawal"].map((kind) => journals(stage, `${kind}:${row.id}`)),
  );
  return {
    rows: mine.length,
    state: row.state,
    settled: row.settledSeq !== null,
    booked,
    voucher: row.voucher,
  };
}
const apply = async (trade: Trade, key: string, way = "demo") => {
  const hint = { ...payee, way, hint: key };
  return idOf(await trade.withdrawals.apply(CELL, { ...asked, request: key, payee: hint }));
};

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "a payment": {
    run: async (trade, request) => {
      const made = {
        request,
        member: "mei",
        merchant: "tea",
        amountFen: 10_000n,
        channel: "demo",
        by: "mei",
      };
      const id = idOf(await trade.payments.create(CELL, made));
      await trade.payments.pay(CELL, id);
      const no = id.replaceAll("-", "");
      const message = stage.gateway.pay(no) ?? stage.gateway.message(no);
      await trade.notices.receive(CELL, "demo", message.headers, message.body);
    },
    end: async (request) => {
      const { rows } = await stage.database.query<{ id: string; state: string }>(
        "SELECT payment_id AS id, state FROM payment WHERE cell_id = $1 AND request = $2",
        [CELL, request],
      );
      return { states: rows.map(({ state }) => state), booked: await journals(stage, `pay:${rows[0]?.id}`) };
    },
  },
  "a withdrawal paid by hand": {
    run: async (trade, key) => {
      const id = await apply(trade, key, "bank");
      await trade.withdrawals.approve(CELL, id, "finance");
      await trade.withdrawals.pay(CELL, id, "finance", "V-7");
    },
    end: withdrawalEnd,
  },
  "a withdrawal by the channel": {
    run: async (trade, key) => {
      const id = await apply(trade, key);
      await trade.withdrawals.approve(CELL, id, "finance");
      await trade.withdrawals.pay(CELL, id, "finance");
      const no = id.replaceAll("-", "");
      const message = stage.gateway.endTransfer(no, "SUCCESS") ?? stage.gateway.message(no);
      await trade.notices.receive(CELL, "demo", message.headers, message.body);
    },
    end: withdrawalEnd,
  },
  "a withdrawal rejected": {
    run: async (trade, key) => {
      await trade.withdrawals.reject(CELL, await apply(trade, key), "finance", "资料不全");
    },
    end: withdrawalEnd,
  },
  "a withdrawal that expires": {
    run: async (trade, key) => {
      const id = await apply(trade, key);
      await trade.withdrawals.approve(CELL, id, "finance");
      await trade.withdrawals.pay(CELL, id, "finance");
      stage.gateway.endTransfer(id.replaceAll("-", ""), "EXPIRED");
      await trade.resume(CELL);
    },
    end: withdrawalEnd,
  },
  "an injection": {
    run: async (trade, request) => {
      const words = { announceZh: "逐日注资", announceEn: "Day by day", by: "finance" };
      const injection = { ...words, request, kind: "inject", totalFen: 100n, days: 3 } as const;
      const id = idOf(await trade.injections.request(CELL, injection));
      await trade.injections.approve(CELL, id, "owner");
      for (let day = 0; day < 4; day++) {
        stage.pass(DAY);
        await trade.resume(CELL);
      }
    },
    end: async (request) => {
      const { rows } = await stage.database.query<{ id: string; parts: number; state: string; fen: bigint }>(
        `SELECT injection_id AS id, parts, state, booked_fen AS fen FROM injection
          WHERE cell_id = $1 AND request = $2`,
        [CELL, request],
      );
      return { ...rows[0], id: rows.length, booked: await journals(stage, `inject:${rows[0]?.id}:`) };
    },
  },
  "a plan": {
    run: async (trade, key) => {
      const version = Number(key.replace(/\D/g, "")) + 1;
      const plan = JSON.parse(
        JSON.stringify({
          ...LOCAL,
          version,
          commissions: { ...LOCAL.commissions, upline: ["0.5%"], region: undefined },
          commission_freeze: "P7D",
        }),
      );
      const { name } = LOCAL;
      await trade.plans.draft(CELL, plan, "mo");
      await trade.plans.check(CELL, name, version, "risk");
      const values = { in_store_only: "是" };
      await trade.plans.record(CELL, name, version, { rule: "refund_window", values, by: "risk" });
      const hash = (await trade.plans.find(CELL, name, version))?.hash ?? "";
      for (const by of ["owner", "risk"]) await trade.plans.sign(CELL, name, version, { by, hash });
      const effectiveFrom = new Date(stage.clock().getTime() + 7 * DAY);
      await trade.plans.publish(CELL, name, version, { by: "owner", effectiveFrom });
      stage.pass(7 * DAY);
      await trade.resume(CELL);
    },
    end: async (key) => {
      const version = Number(key.replace(/\D/g, "")) + 1;
      const row = await stage.trade.plans.find(CELL, LOCAL.name, version);
      return { state: row?.state, booked: await journals(stage, `publish:${LOCAL.name}:${version}`) };
    },
  },
  "a store": {
    run: async (trade, merchant) => {
      const store = { merchant, nameZh: "茶舍", address: "东华门街 1 号", owner: "owner", region: "110101" };
      await trade.stores.open(CELL, { ...store, by: "service" });
    },
    end: async (merchant) => {
      const row = await stage.trade.stores.find(CELL, merchant);
      return { state: row?.state, booked: await journals(stage, `store:${merchant}`) };
    },
  },
  "an arrival": {
    run: async (trade, member) => {
      const found = await trade.codes.of(CELL, "store", "tea");
      const code = "code" in found ? found.code : "";
      const arrival = { request: member, member, fresh: true, code, channel: "poster", by: "self" } as const;
      await trade.arrivals.arrive(CELL, arrival);
    },
    end: async (member) => {
      const rows = await stage.trade.arrivals.list(CELL, member);
      const sponsor = await stage.desk.read(CELL, (book) => book.member(member)?.sponsor?.id);
      return { states: rows.map(({ state }) => state), sponsor };
    },
  },
};

let keys = 0;
const newKey = () => {
  keys += 1;
  return `k${keys}`;
};

describe.each(Object.entries(SCENARIOS))("%s", (_, { run, end }) => {
  test("stopped after every step, it ends the same", async () => {
    const whole = stopping(-1);
    const first = newKey();
    await run(whole.trade, first);
    const expected = await end(first);
    expect(whole.steps.length).toBeGreaterThan(1);
    for (let nth = 1; nth <= whole.steps.length; nth++) {
      const key = newKey();
      const { trade, steps } = stopping(nth);
      // In a recovery pass a stop is told and the pass goes on, as it would when one row makes trouble.
      await run(trade, key).catch((error) => expect(error).toBeInstanceOf(Stopped));
      expect(steps.length).toBeGreaterThanOrEqual(nth);
      const after = stage.another();
      await resumeTrade(after, CELL);
      await run(after, key);
      expect(await end(key), `stopped after ${steps[nth - 1]}`).toEqual(expected);
    }
  });
});

test("of two processes one was refused and the other booked: what is booked holds", async () => {
  const id = await apply(stage.trade, "two");
  await stage.trade.withdrawals.cancel(CELL, id, "mei");
  const lost = await apply(stage.trade, "lost");
  await stage.database.query(
    `UPDATE withdrawal_request SET state = 'refused', held_seq = NULL, nth = NULL, reason = '{}'
      WHERE cell_id = $1 AND withdrawal_id = $2`,
    [CELL, lost],
  );
  await resumeTrade(stage.trade, CELL);
  const row = await stage.trade.withdrawals.find(CELL, lost);
  expect(row).toMatchObject({ state: "applied", reason: null });
  expect(row?.heldSeq).not.toBeNull();
});

describe("in the end", () => {
  afterAll(async () => {
    expect(stage.faults).toEqual([]);
    await stage.close();
  });

  test("the book verifies: nothing but orders changed a balance", async () => {
    const verdict = await verifyCell(stage.database, CELL);
    expect(verdict?.findings).toEqual([]);
    expect(verdict?.differences).toBe(0);
    expect(verdict?.counts.journals).toBeGreaterThan(100);
  });

  test("what is held in the book is what the rows say is under way", async () => {
    const { rows } = await stage.database.query<{ fen: bigint }>(
      `SELECT coalesce(sum(gross_fen), 0)::bigint AS fen FROM withdrawal_request
        WHERE cell_id = $1 AND held_seq IS NOT NULL AND settled_seq IS NULL`,
      [CELL],
    );
    const held = await stage.desk.read(CELL, (book) => book.member("mei")?.withdrawing.balance);
    expect(held).toBe(rows[0]?.fen);
    expect(held).toBeGreaterThan(0n);
  });
});
