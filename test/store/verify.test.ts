/** Verify on cells booked through the desk: clean when nothing was touched; every touch found and named. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nextHead, verifyCell } from "#store";
import { type Stage, stage } from "../desk/stage.ts";
import type { World } from "../engine/world.ts";
import { changed, JOURNAL, TOUCHES } from "./verify-touch.ts";
import { booked, lived, seeded } from "./verify-world.ts";

const SEED = 20_260_711;

test("random worlds that nobody touched are clean, cut cascades and reloads included", async () => {
  const { desk, database, drop, faults, another } = await stage({ exitLimit: 1 });
  const desks = [desk, another({ exitLimit: 2, mostTogether: 5 }), another({ exitLimit: 3 })] as const;
  try {
    for (const [i, world] of seeded(SEED, 12, 160).entries()) {
      const cell = BigInt(100 + i);
      const own = desks[(i % 3) as 0 | 1 | 2];
      await booked(own, cell, world, 10 + (i % 4) * 20);
      await own.giveUp(cell);
      const verdict = await verifyCell(database, cell);
      expect(verdict?.findings, `seed ${SEED}, world ${i}`).toEqual([]);
      expect(verdict?.differences).toBe(0);
      expect(verdict?.counts.journals).toBeGreaterThan(20);
    }
    const { rows } = await database.query<{ kind: string }>(
      "SELECT DISTINCT kind FROM journal ORDER BY kind",
    );
    const reached = [
      "bind",
      "dismiss",
      "exits",
      "pay_out",
      "publish",
      "settle",
      "thaw",
      "withdraw",
      "wind_up",
    ];
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(reached));
    expect(faults).toEqual([]);
  } finally {
    for (const each of desks) await each.close();
    await drop();
  }
});

test("a cell that is not there, one with nothing in it, and a check that is stopped", async () => {
  const { desk, database, drop } = await stage();
  try {
    expect(await verifyCell(database, 9n)).toBeNull();
    await booked(desk, 9n, { ...(seeded(SEED, 3, 8)[0] as World), lines: [] });
    expect(await verifyCell(database, 9n)).toMatchObject({ seq: 0, differences: 0, C: 0n, N: 0n });
    const signal = AbortSignal.abort();
    await expect(verifyCell(database, 9n, { signal })).rejects.toThrow("abort");
    const later = new AbortController();
    await desk.submit(9n, [{ json: { id: "j", kind: "join", member: "m" } }]);
    const progress = () => later.abort();
    await expect(verifyCell(database, 9n, { signal: later.signal, progress })).rejects.toThrow("abort");
    expect((await verifyCell(database, 9n))?.differences).toBe(0);
  } finally {
    await desk.close();
    await drop();
  }
});

describe("a live cell that somebody touched", () => {
  let set: Stage;
  const clock = { now: Date.UTC(2026, 6, 1) * 1_000 };
  beforeAll(async () => {
    set = await stage({ exitLimit: 2, now: () => clock.now });
    await lived(set.desk, 1n, clock);
    await set.desk.close();
    expect(set.faults).toEqual([]);
  });
  afterAll(async () => await set.drop());

  /** The table is put back afterwards as it was. */
  async function touched(table: string, sql: string) {
    const { database } = set;
    await database.query(`CREATE TABLE kept AS SELECT * FROM ${table}`);
    try {
      const { rowCount } = await database.query(sql);
      expect(rowCount, sql).toBeGreaterThan(0);
      const verdict = await verifyCell(database, 1n);
      return verdict ?? expect.unreachable();
    } finally {
      await database.query(`TRUNCATE ${table}`);
      await database.query(`INSERT INTO ${table} SELECT * FROM kept`);
      await database.query("DROP TABLE kept");
    }
  }

  test("is clean before, and holds what is needed", async () => {
    expect(await verifyCell(set.database, 1n)).toMatchObject({ differences: 0, findings: [] });
    const { rows } = await set.database.query<{ kind: string }>("SELECT DISTINCT kind FROM journal");
    const reached = ["bind", "correct_sponsor", "dismiss", "exits", "pay_out", "publish", "redeem", "refund"];
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...reached, "settle", "thaw"]));
  });

  test.each(TOUCHES)("%s", async (_, table, sql, what, where) => {
    const { findings, differences } = await touched(table, sql);
    expect(differences).toBeGreaterThanOrEqual(findings.length);
    const named = findings.filter((finding) => finding.what === what && where.test(finding.where));
    expect(named, JSON.stringify(findings.slice(0, 5))).not.toEqual([]);
  });

  test("one touch is one difference where nothing hangs on it", async () => {
    const one = async (table: string, sql: string) => (await touched(table, sql)).differences;
    expect(await one("lot", changed("lot", "cap0"))).toBe(1);
    expect(await one("account", changed("account", "balance"))).toBe(1);
    expect(await one("journal", JOURNAL("head = sha256(head)"))).toBe(1);
    // The record and, as the head is not that of the record any more, one link.
    expect(await one("journal", JOURNAL("record = replace(record, '会员一', '会员二')"))).toBe(2);
  });

  test("a journal rewritten with the whole chain after it is still found", async () => {
    const { database } = set;
    const { rows } = await database.query<{ seq: bigint; record: string; head: Buffer }>(
      "SELECT seq, record, head FROM journal ORDER BY seq",
    );
    const at = 20;
    let head = rows[at - 1]?.head as Buffer;
    const texts: string[] = [];
    for (const { seq, record } of rows.slice(at)) {
      const forged = seq === rows[at]?.seq ? record.replace('"amount":"', '"amount":"9') : record;
      head = nextHead(head, forged);
      texts.push(`(${seq}, '${forged.replaceAll("'", "''")}', '\\x${head.toString("hex")}'::bytea)`);
    }
    const { findings, differences } = await touched(
      "journal",
      `UPDATE journal j SET record = f.record, head = f.head FROM (VALUES ${texts.join(", ")})
       AS f(seq, record, head) WHERE j.seq = f.seq`,
    );
    // The links hold; the record does not come out of the order, and the pool row knows the old head.
    expect(findings.map(({ what }) => what)).toEqual(["record", "pool"]);
    expect(differences).toBe(2);
  });
});
