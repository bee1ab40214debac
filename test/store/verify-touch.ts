/** Every way in which somebody might touch a book behind its back, and what the check must call it. */
import type { Difference } from "#store";

export type Touch = readonly [what: string, table: string, sql: string, found: Difference, where: RegExp];

/** One sale of a member: a journal that stands in the middle. */
const MID =
  "(SELECT seq FROM journal WHERE kind = 'purchase' AND record LIKE '%会员一%' ORDER BY seq OFFSET 4 LIMIT 1)";
export const JOURNAL = (set: string, which = MID) => `UPDATE journal SET ${set} WHERE seq = ${which}`;

export const TOUCHES: readonly Touch[] = [
  [
    "one fen in a wallet",
    "account",
    changed("account", "balance", "account_id % 16 = 8"),
    "account",
    /balance$/,
  ],
  ["the newest journal of an account", "account", changed("account", "newest"), "account", /newest$/],
  ["an account taken away", "account", "DELETE FROM account WHERE account_id % 16 = 8", "account", /wallet:/],
  [
    "an account made up",
    "account",
    "INSERT INTO account VALUES (1, 99999, 1, 5, 3)",
    "account",
    /account 99999/,
  ],
  [
    "one letter in a record",
    "journal",
    JOURNAL("record = replace(record, '会员一', '会员二')"),
    "record",
    /journal/,
  ],
  [
    "one fen in a record",
    "journal",
    JOURNAL(`record = replace(record, '"amount":"1', '"amount":"2')`),
    "chain",
    /j/,
  ],
  [
    "what was asked",
    "journal",
    JOURNAL("asked = replace(asked, '\"amount_fen\":1', '\"amount_fen\":2')"),
    "record",
    /j/,
  ],
  ["what was asked, no longer canonical", "journal", JOURNAL("asked = asked || ' '"), "asked", /journal/],
  ["what was asked, no order any more", "journal", JOURNAL(`asked = '{"id":"x"}'`), "asked", /journal/],
  ["what was asked, no JSON", "journal", JOURNAL("asked = 'x'"), "failed", /journal/],
  ["the id of an order", "journal", JOURNAL("id = id || '0'"), "id", /journal/],
  [
    "an order made to look as if time brought it",
    "journal",
    JOURNAL("asked = NULL, id = NULL"),
    "due",
    /journal/,
  ],
  ["the id of a settlement", "journal", changedText("id = NULL", "kind = 'settle'"), "id", /journal/],
  ["a head", "journal", JOURNAL("head = sha256(head)"), "chain", /journal/],
  [
    "the last head",
    "journal",
    JOURNAL("head = sha256(head)", "(SELECT max(seq) FROM journal)"),
    "chain",
    /journal/,
  ],
  ["the kind", "journal", JOURNAL("kind = 'inject'"), "column", /kind$/],
  ["the time", "journal", JOURNAL("at = at + interval '1 microsecond'"), "column", /at$/],
  ["the time, taken away", "journal", JOURNAL("at = NULL"), "column", /at$/],
  ["an account in a journal's links", "journal", JOURNAL("touched[1] = 17"), "links", /touched$/],
  ["the journal before", "journal", JOURNAL("prev[1] = prev[1] - 1"), "links", /prev$/],
  ["the balance after", "journal", JOURNAL("after[1] = after[1] + 1"), "links", /after$/],
  [
    "the purchase before",
    "journal",
    changedText("earlier = 3", "earlier IS NULL AND kind = 'settle'"),
    "links",
    /earlier/,
  ],
  ["a journal taken away", "journal", `DELETE FROM journal WHERE seq = ${MID}`, "gap", /journal/],
  [
    "the last journal taken away",
    "journal",
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
    "pool",
    /seq/,
  ],
  [
    "a thaw taken away",
    "journal",
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal WHERE kind = 'thaw')",
    "due",
    /j/,
  ],
  [
    "exits taken away",
    "journal",
    "DELETE FROM journal WHERE seq = (SELECT min(seq) FROM journal WHERE kind = 'exits')",
    "due",
    /j/,
  ],
  [
    "two journals swapped",
    "journal",
    "UPDATE journal SET seq = 2 * 9 + 1 - seq + 10000 WHERE seq IN (9, 10)",
    "gap",
    /journal/,
  ],
  ["the price after a group", "price", changed("price", "cash", "cash > 0"), "price", /journal/],
  [
    "a price taken away",
    "price",
    "DELETE FROM price WHERE seq = (SELECT max(seq) FROM price)",
    "price",
    /journal/,
  ],
  [
    "a price without its journal",
    "price",
    "INSERT INTO price VALUES (1, 99999, 1, now(), 1, 1)",
    "price",
    /price/,
  ],
  ["the cap of a lot", "lot", changed("lot", "cap0"), "lot", /cap0$/],
  [
    "the points of a lot",
    "lot",
    "UPDATE lot SET points = points - 1 WHERE seq = (SELECT max(seq) FROM lot WHERE points > 0)",
    "lot",
    /points$/,
  ],
  ["the member of a lot", "lot", changed("lot", "member_no"), "lot", /member_no$/],
  ["the oldest purchase of a lot", "lot", changed("lot", "oldest_seq"), "lot", /oldest_seq$/],
  ["a lot taken away", "lot", "DELETE FROM lot WHERE seq = 1", "lot", /lot 1$/],
  ["what a purchase brought", "purchase_change", changed("purchase_change", "got"), "purchase", /got$/],
  ["a sponsor", "member", "UPDATE member SET sponsor_no = NULL WHERE id = 'm4'", "member", /m4 sponsor_no$/],
  [
    "the id of a member",
    "member",
    "UPDATE member SET id = '会员二' WHERE id = '会员一'",
    "member",
    /会员一 id$/,
  ],
  [
    "a change of sponsor",
    "sponsor_change",
    "DELETE FROM sponsor_change WHERE kind = 'bind'",
    "sponsor_change",
    /./,
  ],
  [
    "the take of a store",
    "merchant",
    changed("merchant", "take_ppm", "take_ppm IS NOT NULL"),
    "merchant",
    /take_ppm$/,
  ],
  ["an agent", "agent", changed("agent", "member_no"), "agent", /440000 member_no$/],
  ["an agent made up", "agent", "INSERT INTO agent VALUES (1, '110000', 1, 2, 3)", "agent", /agent 110000$/],
  ["the name of a portion", "portion", "UPDATE portion SET name = 'x'", "portion", /公益 name$/],
  ["the plan in force", "feed", "UPDATE feed SET plan_version = 1", "feed", /main plan_version$/],
  [
    "the body of the first plan",
    "plan",
    plan("body = replace(body, '\"30%\"', '\"29%\"')", 1),
    "plan",
    /^plan hash/,
  ],
  [
    "the body of a later plan",
    "plan",
    plan("body = replace(body, '\"28%\"', '\"29%\"')", 2),
    "plan",
    /plan 2 waiting body/,
  ],
  ["the hash of the first plan", "plan", plan("hash = sha256(hash)", 1), "plan", /^plan hash/],
  ["the first plan, unreadable", "plan", plan("body = '{}'", 1), "plan", /^plan/],
  [
    "a withdrawal",
    "withdrawal",
    "UPDATE withdrawal SET state = 'held' WHERE state = 'paid'",
    "withdrawal",
    /state$/,
  ],
  ["cash of the pool", "pool", "UPDATE pool SET cash = cash + 1", "pool", /cash$/],
  ["the head in the pool", "pool", "UPDATE pool SET head = sha256(head)", "pool", /head$/],
  [
    "since when something waits",
    "pool",
    "UPDATE pool SET timed_from = timed_from + 1",
    "pool",
    /timed_from$/,
  ],
  [
    "the clock set back",
    "pool",
    "UPDATE pool SET clock_us = clock_us - 86400000000 * 30",
    "pool",
    /clock_us$/,
  ],
  ["the counter of parties", "pool", "UPDATE pool SET parties = parties + 1", "pool", /parties$/],
];

export function changed(table: string, column: string, where = "true"): string {
  const one = `(SELECT ctid FROM ${table} WHERE ${where} LIMIT 1)`;
  return `UPDATE ${table} SET ${column} = ${column} + 1 WHERE ctid = ${one}`;
}
function changedText(set: string, where: string): string {
  return `UPDATE journal SET ${set} WHERE seq = (SELECT max(seq) FROM journal WHERE ${where})`;
}
function plan(set: string, version: number): string {
  return `UPDATE plan SET ${set} WHERE version = ${version}`;
}
