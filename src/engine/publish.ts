/** Publishing 发布 a plan version for a feed of the pool (RULES section 6c). */
import type { Book } from "./book.ts";
import type { Draft } from "./draft.ts";
import type { Publish } from "./order.ts";
import { type Refusal, refuse } from "./refusal.ts";

/**
 * Puts a checked plan in force; purchases already paid keep theirs. What is the pool's must agree with the
 * pool, and its exit load may only fall.
 */
export function publish(book: Book, order: Publish, draft: Draft): Refusal | null {
  const { plan, feed } = order;
  const { pool } = book;
  const terms = plan.pool;
  if (book.hasFeed(feed) && plan.version <= book.plan(feed).version) return refuse("version_not_newer");
  if (terms.openingPrice !== pool.openingPrice || terms.per !== pool.per || terms.maxStep !== pool.maxStep) {
    return refuse("pool_terms_differ");
  }
  if (terms.exitLoad > pool.exitLoad) return refuse("exit_load_raised");
  draft.entry = { type: "published", feed, plan, exitLoad: terms.exitLoad };
  return null;
}
