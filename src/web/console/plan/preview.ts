/** A receipt before there is a purchase: 1,000 yuan through the engine under a plan that is being written. */
import { type Fen, type Journal, levelsOf, type Order, type Plan, Replay } from "#engine";
import { receiptOf, type SettledReceipt } from "#receipt";

export type Preview =
  | { readonly receipt: SettledReceipt; readonly pended: boolean }
  | { readonly refused: string };

/** Of the purchase shown. */
export const PREVIEW_FEN: Fen = 100_000n;
const REGION = "440106";
const DAY = 86_400_000_000;
/** Any moment does; plans with periods need one. */
const AT = { at: 1_767_225_600_000_000, atText: "2026-01-01T00:00:00Z" };

type Untimed<T> = T extends Order ? Omit<T, "at" | "atText"> : never;

/** Who is there, by the names that the receipt shows. */
export interface Cast {
  readonly buyer: string;
  readonly sponsor: string;
  readonly second: string;
  readonly recruiter: string;
  readonly owner: string;
  readonly store: string;
  readonly district: string;
  readonly city: string;
  readonly province: string;
}

/** The receipt that the plan would give, everybody who could earn being there and the pool empty. */
export function previewOf(plan: Plan, cast: Cast): Preview {
  const found: Journal[] = [];
  const replay = new Replay(plan, (journal) => {
    if (journal.entry.type === "purchased") found.push(journal);
  });
  for (const order of ordersOf(cast)) {
    const outcome = replay.order({ ...order, ...AT });
    if (outcome.type === "refused") return { refused: outcome.code };
  }
  const wait = plan.settleAfter ?? 0;
  if (wait > 0) replay.passTo(AT.at + wait + DAY, AT.atText);
  const [journal] = found;
  const receipt = journal === undefined ? null : receiptOf(journal, replay.book);
  return receipt?.status === "settled" ? { receipt, pended: wait > 0 } : { refused: "not_settled" };
}

function* ordersOf(cast: Cast): Generator<Untimed<Order>, undefined> {
  const { buyer, sponsor, second, recruiter, owner, store } = cast;
  const join = (member: string, above: string | null): Untimed<Order> => ({
    id: `join ${member}`,
    kind: "join",
    member,
    sponsor: above,
  });
  yield join(second, null);
  yield join(sponsor, second);
  yield join(owner, null);
  yield join(buyer, sponsor);
  yield join(recruiter, null);
  const terms = { region: REGION, take: null, recruiter, goods: false, feed: "main" };
  yield { id: "open", kind: "open_store", merchant: store, owner, ...terms };
  const codes = levelsOf(REGION);
  for (const level of ["district", "city", "province"] as const) {
    const region = codes[level];
    if (region === null) continue;
    yield join(cast[level], null);
    yield { id: `appoint ${level}`, kind: "appoint", member: cast[level], region };
  }
  yield { id: "preview", kind: "purchase", member: buyer, merchant: store, amount: PREVIEW_FEN, cost: null };
}
