/**
 * A golden file: above the line, written by hand, the plan, the orders, the arithmetic in words and the figures that
 * must stand after an order; below it, written by the product, every journal, the trial balance and all balances.
 *
 *   # words                                   anything that explains
 *   beyond: section 7                         has orders that the second implementation, of section 7 alone, cannot know
 *   plan: local-life {"pool": {…}}            a preset of plans/, with changes merged over it
 *   {"id": "p1", "kind": "purchase", …}       an order, one line
 *   = wallet:a 134.40                         after that order this account stands at so much (yuan, or points)
 *   = price 1.42857142                        the price shown
 *   = lot 1: 1200.00 / 112.00000000           cap0 and points0 of a lot, by opening sequence
 *   = sponsor a own                           who stands above a member; "-" for nobody
 *   ! margin_too_small                        that order was refused
 */
import { readFileSync } from "node:fs";
import { type Account, type Journal, type Outcome, Replay, readPlan, showPoints, showPrice } from "#engine";
import { balanceText, journalText, type Lang, points, trialBalance, yuan } from "#statement";

type Json = { [key: string]: unknown };

export const LINE = "════════ 以下由程序写出 · written by the program ════════";

export interface Scenario {
  readonly head: string;
  readonly below: string;
  readonly langs: readonly Lang[];
  readonly beyond: boolean;
  readonly plan: Json;
  readonly steps: readonly Step[];
}

interface Step {
  readonly order: string;
  readonly checks: readonly string[];
  readonly refused: string | null;
}

/** RFC 7396: objects merge, null takes a key away, everything else replaces. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Json = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function planFrom(text: string): Json {
  const found = /^plan: ([\w-]+)(?: (\{.*\}))?$/.exec(text);
  if (found === null) throw new Error(`no plan: ${text}`);
  const preset = JSON.parse(
    readFileSync(new URL(`../../plans/${found[1]}.json`, import.meta.url), "utf8"),
  ) as unknown;
  return merged(preset, JSON.parse(found[2] ?? "{}")) as Json;
}

/** Reads a golden file. */
export function parse(text: string): Scenario {
  const [head = "", below = ""] = text.split(`${LINE}\n`);
  const lines = head.split("\n");
  const steps: { order: string; checks: string[]; refused: string | null }[] = [];
  let plan: Json | null = null;
  let langs: Lang[] = ["zh"];
  let beyond = false;
  for (const line of lines) {
    const step = steps.at(-1);
    if (line.startsWith("plan: ")) plan = planFrom(line);
    else if (line === "beyond: section 7") beyond = true;
    else if (line.startsWith("lang: ")) langs = line.slice(6).split(" ") as Lang[];
    else if (line.startsWith("{")) steps.push({ order: line, checks: [], refused: null });
    else if (line.startsWith("= ") && step !== undefined) step.checks.push(line.slice(2));
    else if (line.startsWith("! ") && step !== undefined) step.refused = line.slice(2);
    else if (line !== "" && !line.startsWith("#")) throw new Error(`not understood: ${line}`);
  }
  if (plan === null) throw new Error("no plan");
  return { head, below, langs, beyond, plan, steps };
}

/** What the product makes of a scenario, and every figure of it that is not as the hand wrote it. */
export interface Played {
  readonly text: string;
  readonly faults: readonly string[];
  readonly replay: Replay;
}

/** Plays a scenario; `text` is what belongs below the line. */
export function play({ plan, steps, langs }: Scenario): Played {
  const read = readPlan(plan);
  if (!("plan" in read)) throw new Error(JSON.stringify(read.faults));
  const pages = langs.map((): string[] => []);
  const faults: string[] = [];
  const stated = new Set<string>();
  const lots = new Map<number, string>();
  const replay = new Replay(read.plan, (journal: Journal) => {
    for (const [i, lang] of langs.entries()) pages[i]?.push(journalText(journal, lang));
    for (const [{ seq }, { cap0, points0, points: left }] of journal.lots) {
      lots.set(seq, left === 0n ? "gone" : `${yuan(cap0)} / ${showPoints(points0)}`);
    }
  });
  steps.forEach(({ order, checks, refused }, i) => {
    const outcome = replay.line(order, i + 1);
    const code = refusalOf(outcome);
    if (code !== refused) faults.push(`${order}: refused ${code}, by hand ${refused}`);
    if (code !== null) for (const page of pages) page.push(`【${idOf(order)} · 拒绝 ${code}】`);
    for (const check of checks) {
      const fault = checked(replay, check, stated, lots);
      if (fault !== null) faults.push(`after ${idOf(order)}: ${fault}`);
    }
  });
  const balances = [...replay.book.accounts()]
    .filter(({ balance }) => balance !== 0n)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const account of balances) {
    if (!stated.has(account.name))
      faults.push(`${account.name} ends at ${figure(account)}, which no line states`);
  }
  for (const name of stated) {
    const last = steps.flatMap(({ checks }) => checks).findLast((check) => check.startsWith(`${name} `));
    const account = accountOf(replay, name);
    if (last !== `${name} ${figure(account)}`)
      faults.push(`${name} ends at ${figure(account)}, the last line says ${last}`);
  }
  for (const [i, lang] of langs.entries()) {
    pages[i]?.push(balanceText(trialBalance(replay.book.accounts()), lang));
  }
  pages[0]?.push(
    ["【各户余额】", ...balances.map((account) => `  ${account.name}  ${figure(account)}`)].join("\n"),
  );
  return { text: `${pages.flat().join("\n")}\n`, faults, replay };
}

function refusalOf(outcome: Outcome): string | null {
  if (outcome.type === "malformed") return "malformed";
  return outcome.type === "refused" ? outcome.code : null;
}

const idOf = (order: string) => (JSON.parse(order) as { id: string }).id;
const figure = ({ kind, balance }: Account) => (kind.unit === "fen" ? yuan(balance) : points(balance));

function accountOf({ book }: Replay, name: string): Account {
  const found = [...book.accounts()].find((account) => account.name === name);
  if (found === undefined) throw new Error(`no account ${name}`);
  return found;
}

function checked(
  replay: Replay,
  check: string,
  stated: Set<string>,
  lots: ReadonlyMap<number, string>,
): string | null {
  const { book } = replay;
  const say = (is: string, by: string) => (is === by ? null : `${check}, but it is ${is}`);
  const lot = /^lot (\d+): (.*)$/.exec(check);
  if (lot !== null) return say(lots.get(Number(lot[1])) ?? "never opened", lot[2] as string);
  const sponsor = /^sponsor (\S+) (\S+)$/.exec(check);
  if (sponsor !== null)
    return say(book.member(sponsor[1] as string)?.sponsor?.id ?? "-", sponsor[2] as string);
  const [name, by] = check.split(" ") as [string, string];
  if (name === "price") {
    const out = -book.pool.issued.balance;
    return say(showPrice(out > 0n ? { cash: book.pool.cash.balance, points: out } : book.pool.last), by);
  }
  stated.add(name);
  return say(figure(accountOf(replay, name)), by);
}
