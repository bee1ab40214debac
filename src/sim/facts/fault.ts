/**
 * The catalogue of what a plan can have wrong with it: one sentence for each rule, naming place, value and
 * rule.
 */
import type { PlanFault, PlanRule } from "#engine";
import { plain, type Sentence, say, shown, type Template } from "./say.ts";

/** Every rule of reading a plan. `{detail}` stands for the figures of the rule where it compares. */
export const FAULTS: Readonly<Record<PlanRule, Template>> = {
  object_expected: ["这里要一个 JSON 对象 { … }", "a JSON object { … } is expected here"],
  array_expected: ["这里要一个列表 [ … ]", "a list [ … ] is expected here"],
  text_expected: ["这里要一段不为空的文字", "a text that is not empty is expected here"],
  positive_integer_expected: ["须为整数，范围 {detail}", "must be a whole number, {detail}"],
  percent_expected: [
    '须为带引号的百分数，最多 4 位小数，如 "0.3%"，不能为负',
    'must be a quoted percent with at most 4 decimals such as "0.3%", not negative',
  ],
  multiple_expected: [
    '须为带引号的倍数，最多 6 位小数，如 "1.2"',
    'must be a quoted multiple with at most 6 decimals such as "1.2"',
  ],
  duration_expected: [
    '须为带引号的时长，如 "P7D"（7 天）或 "PT12H"（12 小时）；不用年和月',
    'must be a quoted duration such as "P7D" (7 days) or "PT12H" (12 hours); no years or months',
  ],
  one_of_expected: ["只能是其中之一：{detail}", "must be one of: {detail}"],
  below_hundred: ["须小于 100%", "must be below 100%"],
  above_zero: ["须大于 0", "must be above 0"],
  strictly_between: [
    "申购率须大于 0 且小于 100%（{detail}）：积分只凭真金入池才能产生",
    "the mint must lie strictly between 0 and 100% ({detail}): points exist only against cash in the pool",
  ],
  rest_exactly_one: [
    '须恰好有一份写 "rest": true（余下全部归积分池）',
    'exactly one portion must say "rest": true (all that is left goes to the pool)',
  ],
  rest_is_pool: ['只有 "pool"（积分池）可以拿余下的全部', 'only "pool" may take all that is left'],
  portion_named_twice: ["同一个份出现了两次", "the same portion is listed twice"],
  portion_name_reserved: [
    "这是账簿自有科目的名字，请换一个",
    "is the name of an account of the book; choose another",
  ],
  portions_above_take: [
    "各份合计超过抽成（{detail}）：分出去的比收进来的多",
    "the portions exceed the take ({detail}): more would be given out than comes in",
  ],
  commissions_above_portion: [
    "推荐奖励最多可达之数超过推荐奖励那一份（{detail}）：发放时会不够",
    "the largest possible commissions exceed their portion ({detail}): it would not suffice to pay them",
  ],
  upline_too_deep: [
    "推荐奖励最多两级（{detail}）；这是章程不能改的常数",
    "at most two levels of uplines may be paid ({detail}); no plan can change this",
  ],
};

const FRAME: Template = ["{path} 处的 {value}：{rule}（{code}）", "{path} is {value}: {rule} ({code})"];

/** A fault as a sentence: place, value, the rule in words and its code. */
export function sayFault(fault: PlanFault): Sentence {
  const { path, value, rule, detail } = fault;
  const seen = shown(value);
  const words = say(FAULTS[rule], { detail: detail === undefined ? "" : plain(detail) });
  const zh = { path: path === "" ? "整份章程" : plain(path), value: seen.zh, rule: words.zh, code: rule };
  const en = { path: path === "" ? "the whole plan" : plain(path), value: seen.en, rule: words.en };
  return say(FRAME, zh, en);
}
