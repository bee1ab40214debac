/** The register, no money: members and their sponsors, stores, agents (RULES sections 7 and 7b). */
import { Account, type Book, Member, Merchant } from "./book.ts";
import { KIND } from "./chart.ts";
import type { Draft } from "./draft.ts";
import type { Appoint, Bind, CorrectSponsor, Dismiss, Join, OpenStore } from "./order.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { standsWithin } from "./tree.ts";

/** A new member, under a sponsor who is there already: no cycle can arise. */
export function join(book: Book, order: Join, draft: Draft): Refusal | null {
  if (book.member(order.member) !== undefined) return refuse("member_exists");
  const sponsor = order.sponsor === null ? null : book.member(order.sponsor);
  if (sponsor === undefined) return refuse("sponsor_unknown");
  const member = new Member(order.member, sponsor);
  draft.entry = { type: "joined", member };
  return null;
}

/** A store; whoever brought it in is the given recruiter, else the owner's sponsor now. */
export function openStore(book: Book, order: OpenStore, draft: Draft): Refusal | null {
  if (book.merchant(order.merchant) !== undefined) return refuse("merchant_exists");
  const owner = book.member(order.owner);
  if (owner === undefined) return refuse("member_unknown");
  const recruiter = order.recruiter === null ? owner.sponsor : book.member(order.recruiter);
  if (recruiter === undefined) return refuse("member_unknown");
  if (!book.hasFeed(order.feed)) return refuse("feed_unknown");
  const payable = new Account(KIND.payable, order.merchant);
  const { region, take, goods, feed } = order;
  const merchant = new Merchant(order.merchant, owner, region, take, recruiter, goods, feed, payable);
  draft.entry = { type: "opened", merchant };
  return null;
}

/** An agent for a territory nobody holds. */
export function appoint(book: Book, order: Appoint, draft: Draft): Refusal | null {
  const agent = book.member(order.member);
  if (agent === undefined) return refuse("member_unknown");
  if (book.agent(order.region) !== undefined) return refuse("region_taken");
  draft.entry = { type: "appointed", region: order.region, agent };
  return null;
}

/** The agent's term ends: from the next purchase on the territory pays nobody until somebody is appointed. */
export function dismiss(book: Book, order: Dismiss, draft: Draft): Refusal | null {
  const agent = book.agent(order.region);
  if (agent === undefined) return refuse("region_vacant");
  draft.entry = { type: "dismissed", region: order.region, agent };
  return null;
}

/**
 * The lock by a code: a member without sponsor gets one, for good. Without sponsor he is a root, so the new
 * sponsor stands below him exactly when he is the sponsor's root.
 */
export function bind(book: Book, order: Bind, draft: Draft): Refusal | null {
  const member = book.member(order.member);
  if (member === undefined) return refuse("member_unknown");
  const sponsor = book.member(order.sponsor);
  if (sponsor === undefined) return refuse("sponsor_unknown");
  if (member.sponsor !== null) return refuse("sponsor_fixed");
  if (book.root(sponsor) === member) return refuse("sponsor_below");
  draft.entry = { type: "bound", member, sponsor };
  return null;
}

/**
 * A wrong lock put right by a decided case: the member, with all who stand below, moves under the sponsor
 * who was wronged, or under nobody. Commissions already cut stay where they are, and a refund takes them
 * back from who got them.
 */
export function correctSponsor(book: Book, order: CorrectSponsor, draft: Draft): Refusal | null {
  const member = book.member(order.member);
  if (member === undefined) return refuse("member_unknown");
  const sponsor = order.sponsor === null ? null : book.member(order.sponsor);
  if (sponsor === undefined) return refuse("sponsor_unknown");
  if (standsWithin(sponsor, member)) return refuse("sponsor_below");
  const before = member.sponsor;
  if (sponsor === before) return refuse("sponsor_same");
  draft.entry = { type: "sponsor_corrected", member, sponsor, before, case: order.case };
  return null;
}
