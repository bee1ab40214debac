/**
 * A journal 凭证 as text a bookkeeper can read: one block an order. Its form for machines is the store's
 * record.
 */
import type { Account, Entry, Exit, Journal, Member, Posting, Price } from "#engine";
import { showInstant, showPoints, showPrice } from "#engine";
import { padEnd, padStart, pairText, points, safe, widthOf, yuan } from "./columns.ts";
import { accountWord, kindWord, type Lang, say, stepWord, TEXT } from "./words.ts";

/** The pool's balances at one moment. */
export interface PoolFacts {
  readonly cash: bigint;
  readonly points: bigint;
  readonly remainder: bigint;
}

/** The pool as it stood before a journal: its facts after, with the postings taken back. */
export function poolBefore(journal: Journal): PoolFacts {
  let { cash, points: out, remainder } = journal;
  for (const { from, to, amount } of journal.postings) {
    if (from.kind.name === "pool") cash += amount;
    if (to.kind.name === "pool") cash -= amount;
    if (from.kind.name === "pool_remainder") remainder += amount;
    if (to.kind.name === "pool_remainder") remainder -= amount;
    if (from.kind.name === "points_issued") out -= amount;
    if (to.kind.name === "points_issued") out += amount;
  }
  return { cash, points: out, remainder };
}

/** An account in words with its owner: "应付货款 s1", "payable s1". */
export function accountText(account: Account, lang: Lang): string {
  const word = accountWord(account.kind.name, lang);
  return account.kind.per === null ? word : `${word} ${safe(account.owner)}`;
}

/** One journal as a block of lines: head, register, postings, lots, purchases, exits, the pool. */
export function journalText(journal: Journal, lang: Lang): string {
  const head = [
    safe(journal.order),
    kindWord(journal.kind, lang),
    ...(journal.at === null ? [] : [showInstant(journal.at, "Z")]),
  ];
  const lines = [
    ...entryLines(journal.entry, lang),
    ...postingLines(journal.postings, lang),
    ...lotLines(journal.lots, lang),
    ...purchaseLines(journal, lang),
    ...journal.exits.map((exit) => exitLine(exit, lang)),
    ...poolLines(journal, lang),
  ];
  return [`【${head.join(" · ")}】`, ...lines.map((line) => `  ${line}`)].join("\n");
}

function postingLines(postings: readonly Posting[], lang: Lang): string[] {
  const rows = postings.map(({ step, from, to, amount }) => ({
    way: `${accountText(from, lang)} → ${accountText(to, lang)}`,
    amount: from.kind.unit === "fen" ? yuan(amount) : points(amount),
    unit: say(from.kind.unit === "fen" ? TEXT.yuan : TEXT.point, lang),
    step: stepWord(step.code, lang),
  }));
  const widest = (texts: string[]) => Math.max(0, ...texts.map(widthOf));
  const way = widest(rows.map((row) => row.way));
  const figures = widest(rows.map((row) => row.amount));
  const unit = widest(rows.map((row) => row.unit));
  return rows.map(
    (row) =>
      `${padEnd(row.way, way)}  ${padStart(row.amount, figures)} ${padEnd(row.unit, unit)}  ${row.step}`,
  );
}

function entryLines(entry: Entry, lang: Lang): string[] {
  const nobody = say(TEXT.nobody, lang);
  switch (entry.type) {
    case "joined": {
      const { id, sponsor } = entry.member;
      return [
        say(TEXT.joined, lang, { member: safe(id), sponsor: sponsor === null ? nobody : safe(sponsor.id) }),
      ];
    }
    case "opened": {
      const { id, owner, region, recruiter } = entry.merchant;
      const who = { owner: safe(owner.id), recruiter: recruiter === null ? nobody : safe(recruiter.id) };
      return [say(TEXT.opened, lang, { merchant: safe(id), region, ...who })];
    }
    case "appointed":
      return [say(TEXT.appointed, lang, { region: entry.region, agent: safe(entry.agent.id) })];
    case "dismissed":
      return [say(TEXT.dismissed, lang, { region: entry.region, agent: safe(entry.agent.id) })];
    case "bound":
      return [say(TEXT.locked, lang, { member: safe(entry.member.id), sponsor: safe(entry.sponsor.id) })];
    case "sponsor_corrected": {
      const name = (of: Member | null) => (of === null ? nobody : safe(of.id));
      const who = { member: safe(entry.member.id), before: name(entry.before), sponsor: name(entry.sponsor) };
      return [say(TEXT.corrected, lang, { ...who, case: safe(entry.case) })];
    }
    case "withdrawn": {
      const { id, member, source, amount } = entry.withdrawal;
      const from = { source: accountWord(source, lang), amount: yuan(amount) };
      return [say(TEXT.withdrawn, lang, { id: safe(id), member: safe(member.id), ...from })];
    }
    case "withdrawal_closed": {
      const text = entry.state === "paid" ? TEXT.withdrawalPaid : TEXT.withdrawalReturned;
      return [say(text, lang, { id: safe(entry.withdrawal.id) })];
    }
    case "published": {
      const { name, version } = entry.plan;
      return [say(TEXT.published, lang, { name: safe(name), version: version.toString() })];
    }
    case "pended": {
      const { id, settlesText } = entry.pending;
      return [say(TEXT.pended, lang, { id: safe(id), due: settlesText })];
    }
    case "pending_refunded": {
      const refunded = yuan(entry.refunded);
      return [say(TEXT.pendingRefunded, lang, { id: safe(entry.pending.id), refunded })];
    }
    case "purchased": {
      const { locked, purchase } = entry;
      if (locked === null) return [];
      return [say(TEXT.locked, lang, { member: safe(purchase.member.id), sponsor: safe(locked.id) })];
    }
    case "thawed":
    case "moved":
      return [];
  }
}

function lotLines(lots: Journal["lots"], lang: Lang): string[] {
  return [...lots].map(([lot, state]) => {
    const name = { seq: lot.seq.toString(), member: safe(lot.member.id) };
    if (state.points === 0n) return say(TEXT.lotCeased, lang, name);
    return say(TEXT.lot, lang, {
      ...name,
      points0: showPoints(state.points0),
      cap0: yuan(state.cap0),
      trigger: showPrice({ cash: state.cap0, points: state.points0 }),
      points: showPoints(state.points),
    });
  });
}

function purchaseLines(journal: Journal, lang: Lang): string[] {
  return [...journal.purchases].map(([{ id }, { left, sold, got, refunded, refunds }]) =>
    say(TEXT.purchase, lang, {
      id: safe(id),
      left: showPoints(left),
      sold: showPoints(sold),
      got: yuan(got),
      refunded: yuan(refunded),
      refunds: refunds.toString(),
    }),
  );
}

function exitLine(exit: Exit, lang: Lang): string {
  return say(TEXT.exit, lang, {
    member: safe(exit.member.id),
    points: showPoints(exit.points),
    worth: yuan(exit.worth),
    proceeds: yuan(exit.proceeds),
    reason: say(exit.reason === "cap" ? TEXT.exitCap : TEXT.exitDust, lang),
  });
}

/** The pool before and after, and what it has become; nothing where the journal left it alone. */
function poolLines(journal: Journal, lang: Lang): string[] {
  const before = poolBefore(journal);
  const { cash, points: out, remainder } = before;
  const same = cash === journal.cash && out === journal.points && remainder === journal.remainder;
  const marks = [
    ...(journal.closed && journal.kind === "wind_up" ? [say(TEXT.closed, lang)] : []),
    ...(journal.cascade === null ? [] : [say(TEXT.cascade, lang)]),
  ];
  if (same) return marks;
  return [
    // An empty pool's last price before the journal is the price the journal started from.
    `${say(TEXT.poolBefore, lang)}  ${poolText(before, journal.start, lang)}`,
    `${say(TEXT.poolAfter, lang)}  ${[poolText(journal, journal.last, lang), ...marks].join("  ")}`,
  ];
}

function poolText(facts: PoolFacts, last: Price, lang: Lang): string {
  const pair =
    facts.points > 0n
      ? pairText({ cash: facts.cash, points: facts.points })
      : say(TEXT.empty, lang, { last: pairText(last) });
  return `${pair}  ${say(TEXT.remainder, lang, { remainder: yuan(facts.remainder) })}`;
}
