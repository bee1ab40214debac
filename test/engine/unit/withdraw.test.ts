import { describe, expect, it } from "vitest";
import { brokenLaws } from "#engine";
import { answer, booked, moves, type Scene, tamper, town } from "./scene.ts";

/** a holds points bought for 1000 yuan, of which 12 are sold for 13.71; o earned 3.00 as a's sponsor. */
function paid(): Scene {
  const scene = town();
  booked(scene.buy("a", 100_000));
  booked(scene.redeem("a", "12"));
  return scene;
}

const withdraw = (scene: Scene, member: string, source: string, amount: number) =>
  scene.ask("withdraw", { member, source, amount_fen: amount });

describe("a withdrawal", () => {
  it("is held out of the wallet, then paid out of the book", () => {
    const scene = paid();
    expect(scene.of("wallet:a")).toBe(1_371n);
    const asked = booked(withdraw(scene, "a", "wallet", 1_000));
    expect(moves(asked)).toEqual(["withdraw wallet:a→withdrawal:a 1000"]);
    const withdrawal = scene.book.withdrawal(asked.order);
    expect(withdrawal).toMatchObject({ id: asked.order, source: "wallet", amount: 1_000n, state: "held" });
    expect(asked.entry).toEqual({ type: "withdrawn", withdrawal });
    expect([scene.of("wallet:a"), scene.of("withdrawal:a")]).toEqual([371n, 1_000n]);
    const out = booked(scene.ask("pay_out", { withdrawal: asked.order }));
    expect(moves(out)).toEqual(["pay_out withdrawal:a→outside 1000"]);
    expect(out.entry).toEqual({ type: "withdrawal_closed", withdrawal, state: "paid" });
    expect([withdrawal?.state, scene.of("withdrawal:a")]).toEqual(["paid", 0n]);
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("of commissions goes back to the commissions, and may be asked for again", () => {
    const scene = paid();
    const asked = booked(withdraw(scene, "o", "commission", 300));
    expect(moves(asked)).toEqual(["withdraw commission:o→withdrawal:o 300"]);
    const back = booked(scene.ask("return_withdrawal", { withdrawal: asked.order }));
    expect(moves(back)).toEqual(["return_withdrawal withdrawal:o→commission:o 300"]);
    expect(back.entry).toMatchObject({ type: "withdrawal_closed", state: "returned" });
    expect(scene.of("commission:o")).toBe(300n);
    expect(answer(withdraw(scene, "o", "commission", 300))).toBe("booked");
  });

  it("is refused in the order of the table, and leaves nothing behind", () => {
    const scene = paid();
    const before = scene.balances();
    expect(answer(withdraw(scene, "nobody", "wallet", 0))).toBe("member_unknown");
    expect(answer(withdraw(scene, "a", "wallet", 0))).toBe("amount_must_be_positive");
    expect(answer(withdraw(scene, "a", "wallet", -1))).toBe("amount_must_be_positive");
    expect(answer(withdraw(scene, "a", "wallet", 1_372))).toBe("balance_insufficient");
    expect(answer(withdraw(scene, "a", "commission", 1))).toBe("balance_insufficient");
    expect(answer(withdraw(scene, "o", "wallet", 1))).toBe("balance_insufficient");
    expect([scene.balances(), scene.book.withdrawals.size]).toEqual([before, 0]);
    expect([...scene.book.members.values()].some(({ withdraws }) => withdraws)).toBe(false);
    expect(answer(withdraw(scene, "a", "wallet", 1_371))).toBe("booked");
    expect(answer(withdraw(scene, "a", "wallet", 1))).toBe("balance_insufficient");
  });

  it("is closed once, and only where there is one", () => {
    const scene = paid();
    const first = booked(withdraw(scene, "a", "wallet", 600)).order;
    const second = booked(withdraw(scene, "a", "wallet", 700)).order;
    expect(scene.of("withdrawal:a")).toBe(1_300n);
    for (const kind of ["pay_out", "return_withdrawal"]) {
      expect(answer(scene.ask(kind, { withdrawal: "nothing" }))).toBe("withdrawal_unknown");
      expect(answer(scene.ask(kind, { withdrawal: "o6" }))).toBe("withdrawal_unknown"); // the purchase
    }
    booked(scene.ask("pay_out", { withdrawal: first }));
    booked(scene.ask("return_withdrawal", { withdrawal: second }));
    for (const withdrawal of [first, second]) {
      for (const kind of ["pay_out", "return_withdrawal"]) {
        expect(answer(scene.ask(kind, { withdrawal }))).toBe("withdrawal_closed");
      }
    }
    expect([scene.of("wallet:a"), scene.of("withdrawal:a")]).toEqual([771n, 0n]);
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("never takes frozen commissions, and never arrears", () => {
    const scene = town({ commission_freeze: "P7D" });
    booked(scene.buy("a", 100_000, { at: "2026-01-01T00:00Z" }));
    expect(scene.of("commission_frozen:o")).toBe(300n);
    expect(answer(withdraw(scene, "o", "commission", 1))).toBe("balance_insufficient");
    const thawed = { member: "o", source: "commission", amount_fen: 300, at: "2026-01-08T00:00Z" };
    expect(answer(scene.ask("withdraw", thawed))).toBe("booked");
  });

  it("stays held when a refund takes its source below nought; coming back it fills the arrears first", () => {
    const scene = paid();
    const { order } = booked(withdraw(scene, "o", "commission", 300));
    booked(scene.refund("o6", 100_000));
    expect([scene.of("commission:o"), scene.of("withdrawal:o")]).toEqual([-300n, 300n]);
    expect(answer(withdraw(scene, "o", "commission", 1))).toBe("balance_insufficient");
    expect(brokenLaws(scene.book)).toEqual([]);
    booked(scene.ask("return_withdrawal", { withdrawal: order }));
    expect([scene.of("commission:o"), scene.of("withdrawal:o")]).toEqual([0n, 0n]);
  });

  it("may still be asked for, paid and returned after the pool has closed", () => {
    const scene = paid();
    const held = booked(withdraw(scene, "a", "wallet", 100)).order;
    booked(scene.ask("wind_up"));
    expect(answer(scene.redeem("a", "1"))).toBe("pool_closed");
    expect(answer(scene.ask("pay_out", { withdrawal: held }))).toBe("booked");
    const all = Number(scene.of("wallet:a"));
    const late = booked(withdraw(scene, "a", "wallet", all)).order;
    expect(answer(scene.ask("return_withdrawal", { withdrawal: late }))).toBe("booked");
    expect([scene.of("wallet:a"), scene.of("withdrawal:a")]).toEqual([BigInt(all), 0n]);
    expect(scene.book.pool.closed).toBe(true);
    expect(brokenLaws(scene.book)).toEqual([]);
  });

  it("with the id of another one throws before anything could be mixed up", () => {
    const scene = paid();
    const asked = booked(withdraw(scene, "a", "wallet", 100));
    expect(() => scene.book.apply({ ...asked, postings: [] })).toThrow("id_once");
  });

  it("counts among the accounts of the book as soon as there is one", () => {
    const scene = paid();
    const names = () => [...scene.book.accounts()].map(({ name }) => name);
    expect(names().filter((name) => name.startsWith("withdrawal"))).toEqual([]);
    withdraw(scene, "a", "wallet", 100);
    expect(names().filter((name) => name.startsWith("withdrawal"))).toEqual(["withdrawal:a"]);
    tamper((scene.book.member("a") ?? { withdrawing: scene.book.operator }).withdrawing, 1n);
    expect(brokenLaws(scene.book)).toEqual([
      "every_fen_in_one_account: fen off by 1",
      "withdrawals_held: a has 101 fen held, withdrawals 100",
    ]);
  });
});

describe("the least proceeds of a redemption", () => {
  it("hold to the fen: 12 points of 112 over 160.00 bring 13.71", () => {
    const scene = town();
    booked(scene.buy("a", 100_000));
    const before = scene.balances();
    const sell = (least: number) => scene.redeem("a", "12", { min_proceeds_fen: least });
    expect(answer(sell(1_372))).toBe("proceeds_below_minimum");
    expect(scene.balances()).toEqual(before);
    expect(moves(booked(sell(1_371)))).toContain("redeem pool→wallet:a 1371");
    expect(answer(scene.redeem("a", "0.00000001", { min_proceeds_fen: 0 }))).toBe("booked");
  });

  it("are looked at last", () => {
    const scene = town();
    booked(scene.buy("a", 100_000));
    const least = { min_proceeds_fen: 10 ** 9 };
    expect(answer(scene.redeem("nobody", "1", least))).toBe("member_unknown");
    expect(answer(scene.redeem("a", "0", least))).toBe("points_must_be_positive");
    expect(answer(scene.redeem("a", "113", least))).toBe("points_insufficient");
    expect(answer(scene.redeem("a", "112", least))).toBe("proceeds_below_minimum");
  });

  it("do not count dust: redeeming all but one grain is worth what the order's own points bring", () => {
    const scene = town();
    booked(scene.buy("a", 100_000));
    // floor(11199999999 · 16000 / 11200000000) = 15999, 80% of it 12799; the last grain is paid beside it.
    const almost = "111.99999999";
    expect(answer(scene.redeem("a", almost, { min_proceeds_fen: 12_800 }))).toBe("proceeds_below_minimum");
    expect(answer(scene.redeem("a", almost, { min_proceeds_fen: 12_799 }))).toBe("booked");
    expect(scene.of("points:a")).toBe(0n);
  });
});
