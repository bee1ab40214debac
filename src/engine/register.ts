/** Joining, opening a store, appointing an agent: the register, no money (RULES section 7). */
import { Account, type Book, Member, Merchant } from "./book.ts";
import { KIND } from "./chart.ts";
import type { Draft } from "./draft.ts";
import type { Appoint, Join, OpenStore } from "./order.ts";
import { type Refusal, refuse } from "./refusal.ts";

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
