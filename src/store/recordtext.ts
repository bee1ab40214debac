/**
 * A journal's record as canonical JSON (RFC 8785), written straight out: keys in order, no white space. It
 * equals canonical(journalRecord(journal)) to the byte, at a fraction of the cost; every order pays for it
 * once.
 */
import {
  canonical,
  type Instant,
  type Journal,
  type Lot,
  type LotState,
  type Member,
  type Posting,
  type Price,
  type PurchaseState,
  showInstant,
} from "#engine";
import { accountKey, entryRecord } from "./record.ts";

/** Letters that JSON writes as they are; an id of others goes the long way. */
const PLAIN = /^[\w .:@/+-]*$/;

const quoted = (text: string) => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));
const quotedOrNull = (text: string | null | undefined) =>
  text === null || text === undefined ? "null" : quoted(text);
const idOf = (member: Member | null) => (member === null ? "null" : quoted(member.id));
const time = (at: Instant | null) => (at === null ? "null" : `"${showInstant(at, "Z")}"`);
const pair = ({ cash, points }: Price) => `{"cash":"${cash}","points":"${points}"}`;

/** The record of a journal as it is stored, hashed and shown. */
export function recordText(journal: Journal): string {
  const { cascade, cash, points, remainder, last, opened, closed } = journal;
  const waiting =
    cascade === null ? "null" : `{"order":${quoted(cascade.order)},"start":${pair(cascade.start)}}`;
  return (
    `{"at":${time(journal.at)},"entry":${entryText(journal)},"exits":[${exitsText(journal)}],` +
    `"kind":"${journal.kind}","lots":[${lotsText(journal)}],"order":${quoted(journal.order)},` +
    `"pool":{"cascade":${waiting},"cash":"${cash}","closed":${closed},"last":${pair(last)},` +
    `"opened":${opened},"points":"${points}","remainder":"${remainder}"},` +
    `"postings":[${postingsText(journal.postings)}],"purchases":[${purchasesText(journal)}],` +
    `"start":${pair(journal.start)}}`
  );
}

function postingsText(postings: readonly Posting[]): string {
  let text = "";
  for (const { amount, from, step, to } of postings) {
    const comma = text === "" ? "" : ",";
    text +=
      `${comma}{"amount":"${amount}","from":${quoted(accountKey(from))},"step":"${step.code}",` +
      `"to":${quoted(accountKey(to))}}`;
  }
  return text;
}

function exitsText({ exits }: Journal): string {
  return exits
    .map(
      ({ member, points, proceeds, reason, worth }) =>
        `{"member":${quoted(member.id)},"points":"${points}","proceeds":"${proceeds}",` +
        `"reason":"${reason}","worth":"${worth}"}`,
    )
    .join(",");
}

function lotsText({ lots }: Journal): string {
  let text = "";
  for (const [lot, state] of lots) text += (text === "" ? "" : ",") + lotText(lot, state);
  return text;
}

const lotText = ({ seq, member }: Lot, { cap0, points, points0 }: LotState) =>
  `{"cap0":"${cap0}","member":${quoted(member.id)},"points":"${points}","points0":"${points0}","seq":${seq}}`;

function purchasesText({ purchases }: Journal): string {
  let text = "";
  for (const [{ id }, state] of purchases) text += (text === "" ? "" : ",") + purchaseText(id, state);
  return text;
}

const purchaseText = (id: string, { got, left, refunded, refunds, sold }: PurchaseState) =>
  `{"got":"${got}","id":${quoted(id)},"left":"${left}","refunded":"${refunded}","refunds":${refunds},` +
  `"sold":"${sold}"}`;

/** Purchases are written out, they are nearly all there is; other entries go the long way. */
function entryText({ entry }: Journal): string {
  if (entry.type !== "purchased") return canonical(entryRecord(entry));
  const { purchase, locked, pending, thaws } = entry;
  const { agents, plan } = purchase;
  return (
    `{"locked":${idOf(locked)},"pending":${pending !== null},"purchase":{"amount":"${purchase.amount}",` +
    `"aside":"${purchase.aside}","city":${idOf(agents.city)},"district":${idOf(agents.district)},` +
    `"due":"${purchase.due}","frozen":${plan.commissionFreeze !== null},"id":${quoted(purchase.id)},` +
    `"level1":${idOf(purchase.level1)},"level2":${idOf(purchase.level2)},` +
    `"lot":${purchase.lot?.seq ?? null},"member":${quoted(purchase.member.id)},` +
    `"merchant":${quoted(purchase.merchant.id)},"plan":{"name":${quotedOrNull(plan.name)},` +
    `"version":${plan.version}},"points":"${purchase.points}","province":${idOf(agents.province)},` +
    `"refunds":${pending?.refunds ?? 0}},"thaws":${time(thaws)},"type":"purchased"}`
  );
}
