/**
 * The publish conditions of the profile `cn`, one function a rule. What a plan may not be is refused; what
 * must be recorded or added before it goes live is a condition.
 */
import {
  largestCommissions,
  MILLION,
  mulDivDown,
  type Plan,
  type PlanFault,
  type Ppm,
  showMultiple,
  showPercent,
} from "#engine";
import type { FundedLine } from "./funded.ts";
import { findForbiddenWords } from "./guard.ts";
import { CN, type Row } from "./profile.ts";
import { RULES, type RuleId } from "./rulewords.ts";
import { plain, type Sentence, say, type Values } from "./say.ts";
import { places } from "./walk.ts";

export type Status = "ok" | "condition" | "refused";

/** What has to be recorded or added before a conditional plan may be published. */
export type Need =
  | "signed_by"
  | "signed_at"
  | "text_sha256"
  | "filing_no"
  | "disclosure_date"
  | "cooling_off_end"
  | "in_store_only"
  | "commission_freeze"
  | "operator_is_seller"
  | "announced_at";

export interface RuleResult extends Sentence {
  readonly id: RuleId;
  /** Rows of the profile it rests on; 0 is a decision of this software. */
  readonly rows: readonly Row[];
  readonly status: Status;
  readonly needs: readonly Need[];
  /** Places of the plan that broke the rule, as path or "path: word". */
  readonly found: readonly string[];
}

/** What a rule looks at. The plan is null where it could not be read; then only some rules have an answer. */
export interface Look {
  readonly json: unknown;
  readonly plan: Plan | null;
  readonly faults: readonly PlanFault[];
  readonly funded: readonly FundedLine[];
  readonly promiseKeys: readonly string[];
}

type Rule = (look: Look) => RuleResult | null;

interface Answer {
  readonly status: Status;
  /** Which sentence of the rule; its status where there is only one of that status. */
  readonly sentence?: string;
  readonly values?: Values;
  readonly en?: Values;
  readonly needs?: readonly Need[];
  readonly found?: readonly string[];
}

function result(id: RuleId, rows: readonly Row[], answer: Answer): RuleResult {
  const { status, sentence = status, values = {}, en = {}, needs = [], found = [] } = answer;
  const template = RULES[id].sentences[sentence];
  if (template === undefined) throw new Error(`rule ${id} has no sentence ${sentence}`);
  return { id, rows, status, needs, found, ...say(template, values, en) };
}

/** A rule that needs a plan which could be read. */
const ofPlan =
  (id: RuleId, rows: readonly Row[], answer: (plan: Plan, look: Look) => Answer): Rule =>
  (look) =>
    look.plan === null ? null : result(id, rows, answer(look.plan, look));

const DAY_MICROS = 86_400_000_000;
const days = (span: number | null): number => (span ?? 0) / DAY_MICROS;

const uplineLevels: Rule = ({ plan, faults }) => {
  const rows = CN.mostLevels.rows;
  const most = CN.mostLevels.value;
  const tooDeep = faults.find((fault) => fault.rule === "upline_too_deep");
  if (tooDeep !== undefined) {
    const count = Array.isArray(tooDeep.value) ? tooDeep.value.length : 0;
    return result("upline_levels", rows, { status: "refused", values: { count, most } });
  }
  if (plan === null) return null;
  const paid = plan.upline.filter((rate) => rate > 0n).length;
  const second = plan.upline[CN.levelsUnsigned.value] ?? 0n;
  if (second === 0n) {
    return result("upline_levels", rows, { status: "ok", sentence: paid === 0 ? "none" : "one" });
  }
  const values = { rate: showPercent(second) };
  const needs: Need[] = ["signed_by", "signed_at", "text_sha256"];
  return result("upline_levels", CN.levelsUnsigned.rows, { status: "condition", values, needs });
};

const payPerOrder = ofPlan("pay_per_order", CN.mostPay.rows, (plan) => {
  const limit = CN.mostPay.value;
  const largest = largestCommissions(plan);
  const values = {
    largest: showPercent(largest),
    budget: showPercent(plan.commissions),
    limit: showPercent(limit),
  };
  if (largest > limit) return { status: "refused", values };
  if (largest === 0n) return { status: "ok", sentence: "none" };
  return { status: "ok", sentence: plan.commissions < limit ? "ok" : "budget_at_limit", values };
});

/** A figure of the pool that reading the plan has already refused, or that holds. */
function figure(id: RuleId, path: string, show: (plan: Plan) => Values): Rule {
  return ({ plan, faults }) => {
    const fault = faults.find((each) => each.path === path);
    if (fault !== undefined) return result(id, [0], { status: "refused", found: [path] });
    return plan === null ? null : result(id, [0], { status: "ok", values: show(plan) });
  };
}

const mint = figure("mint_backed", "pool.mint", (plan) => ({ mint: showPercent(plan.pool.mint) }));
const exitLoad = figure("exit_load", "pool.exit_load", (plan) => ({
  load: showPercent(plan.pool.exitLoad),
  keeps: showPercent(MILLION - plan.pool.exitLoad),
}));

const capIsCeiling = ofPlan("cap_is_ceiling", [0, 6], ({ pool }) => ({
  status: "ok",
  values: {
    multiple: showMultiple(pool.multiple),
    net: showPercent(mulDivDown(pool.multiple, MILLION - pool.exitLoad, MILLION)),
  },
}));

const everyPromiseFunded: Rule = ({ plan, funded, promiseKeys }) => {
  const found = [
    ...new Set([...funded.filter((line) => line.class === "UNFUNDED").map(nameOf), ...promiseKeys]),
  ];
  if (found.length > 0) {
    const values = { list: found.map(plain).join("、") };
    return result("funded", [0, 6], {
      status: "refused",
      found,
      values,
      en: { list: found.map(plain).join(", ") },
    });
  }
  return plan === null ? null : result("funded", [0, 6], { status: "ok", values: { count: funded.length } });
};
const nameOf = (line: FundedLine): string => line.name ?? line.code;

const promiseKeys: Rule = ({ promiseKeys: found }) => {
  const list = found.map(plain);
  const values = { list: list.join("、") };
  const status = found.length === 0 ? "ok" : "refused";
  return result("promise_keys", [6, 7, 22], { status, found, values, en: { list: list.join(", ") } });
};

const words: Rule = ({ json }) => {
  const hits: { place: string; word: string }[] = [];
  for (const { path, key, value } of places(json)) {
    const texts = [key ?? "", typeof value === "string" ? value : ""];
    const found = new Set(texts.flatMap(findForbiddenWords));
    for (const word of found) hits.push({ place: plain(path), word });
  }
  if (hits.length === 0) return result("words", [8, 23], { status: "ok" });
  const zh = hits.map(({ place, word }) => `${place} 处的“${word}”`).join("、");
  const en = hits.map(({ place, word }) => `“${word}” at ${place}`).join(", ");
  const found = hits.map(({ place, word }) => `${place}: ${word}`);
  return result("words", [8, 23], { status: "refused", found, values: { list: zh }, en: { list: en } });
};

const regionAgents = ofPlan("region_agents", CN.disclosureDays.rows, ({ region }) => {
  const paid = [region.district, region.city, region.province].some((rate: Ppm) => rate > 0n);
  if (!paid) return { status: "ok" };
  const needs: Need[] = ["filing_no", "disclosure_date", "cooling_off_end"];
  return { status: "condition", values: { days: CN.disclosureDays.value }, needs };
});

const refundWindow = ofPlan("refund_window", CN.returnDays.rows, ({ settleAfter }) => {
  const values = { days: CN.returnDays.value, has: days(settleAfter) };
  if (days(settleAfter) >= CN.returnDays.value) return { status: "ok", values };
  const sentence = settleAfter === null ? "condition" : "too_short";
  return { status: "condition", sentence, values, needs: ["in_store_only"] };
});

const commissionFreeze = ofPlan("commission_freeze", CN.freezeDays.rows, (plan) => {
  const values = { days: CN.freezeDays.value };
  if (largestCommissions(plan) === 0n) return { status: "ok", sentence: "none" };
  if (days(plan.settleAfter) + days(plan.commissionFreeze) >= CN.freezeDays.value)
    return { status: "ok", values };
  return { status: "condition", values, needs: ["commission_freeze"] };
});

const channelSplit = ofPlan("channel_split", CN.channelSplit.rows, ({ take }) => {
  const values = { take: showPercent(take), limit: showPercent(CN.channelSplit.value) };
  if (take <= CN.channelSplit.value) return { status: "ok", values };
  return { status: "condition", values, needs: ["operator_is_seller"] };
});

const lock = ofPlan("lock", [0], () => ({ status: "ok" }));

const notice = ofPlan("notice", CN.noticeDays.rows, ({ version }) =>
  version === 1
    ? { status: "ok" }
    : { status: "condition", values: { days: CN.noticeDays.value, version }, needs: ["announced_at"] },
);

const ALL: readonly Rule[] = [
  everyPromiseFunded,
  promiseKeys,
  words,
  uplineLevels,
  payPerOrder,
  mint,
  exitLoad,
  capIsCeiling,
  regionAgents,
  refundWindow,
  commissionFreeze,
  channelSplit,
  lock,
  notice,
];

/** Every rule that has an answer, in a fixed order. */
export function publishRules(look: Look): RuleResult[] {
  return ALL.map((rule) => rule(look)).filter((answer) => answer !== null);
}
