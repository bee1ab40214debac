/**
 * The check as plain text for a terminal: verdict first, then what is to be done, then what the plan comes
 * to.
 */
import type { PlanCheck } from "./check.ts";
import type { Facts, Reach, Wait } from "./facts.ts";
import type { FundClass } from "./funded.ts";
import type { RuleResult } from "./rules.ts";
import { RULES } from "./rulewords.ts";
import { count, factor, type Language, percent, percentUp, plain, say, type Values, yuan } from "./say.ts";
import { SHEET, type SheetKey } from "./sheetwords.ts";
import { aligned, wrapped } from "./width.ts";

const COLUMNS = 100;
const CLASSES: readonly FundClass[] = ["F0", "F1", "F2", "UNFUNDED"];
const DAYS_A_YEAR = 365.25;

type Speak = (key: SheetKey, values?: Values) => string;

/** The sheet in one language, each line at most 100 columns wide where words allow it. */
export function factsText(check: PlanCheck, language: Language): string {
  const speak: Speak = (key, values) => say(SHEET[key], values)[language];
  const lines = [
    ...head(check, speak),
    ...reasons(check, speak, language),
    ...conditions(check, speak, language),
  ];
  if (check.plan !== null) {
    lines.push("", ...facts(check, speak), "", ...fundedTable(check, speak, language));
    lines.push("", ...passed(check.rules, speak, language));
  }
  return `${lines.join("\n")}\n`;
}

function head({ plan, profile, verdict, faults, rules }: PlanCheck, speak: Speak): string[] {
  const refused = rules.filter((rule) => rule.status === "refused").length;
  const conditional = rules.filter((rule) => rule.status === "condition").length;
  const title =
    plan === null ? speak("title_unread") : speak("title", { name: plain(plan.name), version: plan.version });
  return [
    title,
    speak("profile", profile),
    "",
    speak(verdict, { count: verdict === "refused" ? faults.length + refused : conditional }),
  ];
}

const ruleText = (rule: RuleResult, language: Language): string =>
  `${say(RULES[rule.id].title)[language]}${language === "zh" ? "：" : ": "}${rule[language]}`;

function listed(title: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  const items = texts.flatMap((text, i) => wrapped(text, COLUMNS, `${String(i + 1).padStart(3)}. `));
  return ["", title, ...items];
}

function reasons({ faults, rules }: PlanCheck, speak: Speak, language: Language): string[] {
  const refused = rules.filter((rule) => rule.status === "refused");
  const texts = [
    ...faults.map((fault) => fault[language]),
    ...refused.map((rule) => ruleText(rule, language)),
  ];
  return listed(speak("reasons"), texts);
}

function conditions({ rules }: PlanCheck, speak: Speak, language: Language): string[] {
  const texts = rules.filter((rule) => rule.status === "condition").map((rule) => ruleText(rule, language));
  return listed(speak("conditions"), texts);
}

const money = (fen: number | null): string => (fen === null ? "" : yuan(BigInt(fen)));

function facts({ facts: known, amount_fen }: PlanCheck, speak: Speak): string[] {
  const title = wrapped(speak("facts", { amount: money(amount_fen) }), COLUMNS, "");
  const texts = known === null ? [speak("no_facts")] : sentences(known, speak);
  return [...title, ...texts.flatMap((text) => wrapped(text, COLUMNS, "  - "))];
}

function sentences(known: Facts, speak: Speak): string[] {
  const { pool, average_at_most: average, at_once: atOnce, median, cap, ceilings } = known;
  const share = (each: { readonly share: number; readonly fen: number }) => ({
    fen: money(each.fen),
    share: percent(each.share),
  });
  const texts = [speak("due", { rate: known.due_rate })];
  const minted = { minted: money(pool.minted_fen), unminted: money(pool.unminted_fen) };
  texts.push(speak("pool", { fen: money(pool.fen), rate: pool.rate, ...minted }));
  if (pool.most_fen !== pool.fen)
    texts.push(speak("pool_most", { fen: money(pool.most_fen), rate: pool.most_rate }));
  texts.push(speak("average", { fen: money(average.fen), rate: pool.most_rate }));
  texts.push(speak("at_once", share(atOnce)), speak("median", share(median)));
  const capped = { multiple: cap.multiple, net: money(cap.net_fen), net_rate: cap.net_rate };
  const full = percent(known.full_return_share);
  texts.push(speak(cap.pays_spend ? "cap_above" : "cap_below", { ...capped, full }));
  texts.push(reachText(cap, speak), waitsText(cap.waits, speak));
  const { others_get_nothing: hard, others_redeem_at_once: rest } = ceilings;
  texts.push(speak("ceilings", { hard: percentUp(hard), rest: percentUp(rest) }));
  texts.push(priceText(known.price, speak));
  return texts;
}

function reachText({ first, second, share, one_in }: Facts["cap"], speak: Speak): string {
  const oneIn = one_in === null ? "" : speak("one_in", { n: count(one_in) });
  return speak("reach", {
    first: purchaseText(first, speak),
    second: purchaseText(second, speak),
    share: percent(share),
    one_in: oneIn,
  });
}

/** The engine's word before the formula's. */
function purchaseText({ purchase, engine, run }: Reach, speak: Speak): string {
  if (engine === null && run > 0) return speak("beyond", { n: count(run) });
  const at = engine ?? purchase;
  if (at === null) return speak("beyond", { n: count(Number.MAX_SAFE_INTEGER) });
  return speak("at_purchase", { n: count(at) });
}

function waitsText(waits: readonly Wait[], speak: Speak): string {
  const values: Record<string, string> = {};
  waits.forEach(({ member, days }, i) => {
    values[`k${i + 1}`] = count(member);
    values[`t${i + 1}`] = spanText(days, speak);
  });
  return speak("waits", values);
}

function spanText(days: number | null, speak: Speak): string {
  if (days === null || days > 1_000_000 * DAYS_A_YEAR) return speak("ages");
  if (days < 2 * DAYS_A_YEAR) return speak("days", { n: days < 10 ? factor(days) : count(days) });
  return speak("years", { n: count(days / DAYS_A_YEAR) });
}

function priceText(price: Facts["price"], speak: Speak): string {
  const { first_factor: first, max_step: step, exponent, double_pool_times, double_pool_left } = price;
  const start = speak("price", { first: factor(first), step, exponent: factor(exponent) });
  const times = double_pool_times === null ? "10^15" : factor(double_pool_times);
  const orLeft = double_pool_left === null ? "" : speak("or_left", { left: percent(double_pool_left) });
  return start + speak("double", { times, or_left: orLeft });
}

function fundedTable({ funded, commissions }: PlanCheck, speak: Speak, language: Language): string[] {
  const heads: SheetKey[] = ["head_what", "head_rate", "head_most", "head_total", "head_set_aside"];
  const rows = funded.map((line) => [
    line[language],
    line.most_rate ?? "",
    line.class === "F2" && line.most_fen === null ? speak("shared") : money(line.most_fen),
    money(line.total_fen),
    money(line.set_aside_fen),
    line.account ?? "-",
    line.class,
  ]);
  const header = [...heads, "head_account" as const, "head_class" as const].map((key) => speak(key));
  const used = CLASSES.filter((each) => funded.some((line) => line.class === each)).map((each) =>
    speak(each),
  );
  const totals = {
    largest: money(commissions?.largest_fen ?? 0),
    budget: money(commissions?.budget_fen ?? 0),
  };
  return [
    speak("funded"),
    ...aligned([header, ...rows], [1, 2, 3, 4], "  "),
    ...wrapped(speak("budget", totals), COLUMNS, "  "),
    ...used.flatMap((text) => wrapped(text, COLUMNS, "  ")),
  ];
}

function passed(rules: readonly RuleResult[], speak: Speak, language: Language): string[] {
  const fine = rules.filter((rule) => rule.status === "ok");
  const told = fine.filter((rule) => rule.id === "pay_per_order").map((rule) => ruleText(rule, language));
  const others = fine.filter((rule) => rule.id !== "pay_per_order");
  const list = others
    .map((rule) => say(RULES[rule.id].title)[language])
    .join(language === "zh" ? "；" : "; ");
  return [...told, ...(list === "" ? [] : [speak("passed", { list })])].flatMap((text) =>
    wrapped(text, COLUMNS, ""),
  );
}
