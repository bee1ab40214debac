/** Presets 预设: the plans that come along, each with what it is for and what it says in one sentence. */
import { readdirSync, readFileSync } from "node:fs";
import { type Plan, poolRate, readPlan, showMultiple, showPercent } from "#engine";
import { type Sentence, say, type Template } from "./say.ts";

const FOLDER = new URL("../../../plans/", import.meta.url);

export interface Preset {
  readonly name: string;
  readonly version: number;
  readonly title: Sentence;
  readonly summary: Sentence;
  /** The plan file, as it is. */
  readonly json: Readonly<Record<string, unknown>>;
}

const TITLES: Readonly<Record<string, Template>> = {
  "local-life": ["同城门店，封顶 1.2 倍", "Local stores, cap 1.2 times"],
  "local-life-2x": ["同城门店，封顶 2 倍", "Local stores, cap 2 times"],
  "local-life-high": ["同城门店，较高的推荐奖励", "Local stores, higher commissions"],
  "product-2x": ["自营商品，封顶 2 倍", "The operator's own goods, cap 2 times"],
  "product-3x": ["自营商品，封顶 3 倍", "The operator's own goods, cap 3 times"],
  "demo-coalition": ["演示联盟，奖励冻结七天", "Demo coalition, commissions frozen seven days"],
};

const SUMMARY: Template = [
  "抽成 {take}：运营方 {operator}，推荐奖励预算 {commissions}，其余 {pool} 入池，其中 {mint} 换积分；" +
    "赎回留存 {load}，封顶额为消费的 {cap} 倍（上限，不是目标）。",
  "Takes {take}: operator {operator}, commissions {commissions}, the other {pool} into the pool, " +
    "{mint} of it for points; exit load {load}, cap {cap} times what was paid (a ceiling, not a goal).",
];

let read: readonly Preset[] | null = null;

/** All of them, by name; read once. */
export function presets(): readonly Preset[] {
  read ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => presetOf(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))));
  return read;
}

function presetOf(json: Readonly<Record<string, unknown>>): Preset[] {
  const found = readPlan(json);
  if (!("plan" in found)) return [];
  const { plan } = found;
  const title = say(TITLES[plan.name] ?? [plan.name, plan.name]);
  return [{ name: plan.name, version: plan.version, title, summary: summaryOf(plan), json }];
}

function summaryOf(plan: Plan): Sentence {
  return say(SUMMARY, {
    take: showPercent(plan.take),
    operator: showPercent(plan.operator),
    commissions: showPercent(plan.commissions),
    pool: showPercent(poolRate(plan)),
    mint: showPercent(plan.pool.mint),
    load: showPercent(plan.pool.exitLoad),
    cap: showMultiple(plan.pool.multiple),
  });
}
