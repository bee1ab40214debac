/**
 * The risk 风险确认书 that an officer signs before a plan may pay a second upline level. What is signed is this
 * very text; its hash stands with the plan and in the operation log.
 */
import { hash } from "node:crypto";
import type { Text } from "#people";

const ZH = [
  "风险确认书：第二级推荐奖励。",
  "本人已知悉：按推荐人数的层级计酬，依《禁止传销条例》可能被认定为传销；",
  "现行法规没有写明“两级合法”，此说只是业界传言；已有案例因两级奖励受到处罚。",
  "奖励只从真实消费中按章程比例支付，不收入门费，不以发展人数计酬，退款同时收回奖励。",
  "章程最多列两级，本人确认公布本版章程的第二级奖励，并对此负责。",
].join("");

const EN = [
  "Acknowledgement of risk: commissions to a second level.",
  "I know that pay by levels of those one has recruited may be held to be pyramid selling under the",
  "Regulations on Prohibition of Pyramid Selling; that no law in force says two levels are permitted,",
  "which is hearsay of the trade; and that two-level commissions have been penalised.",
  "Commissions are paid from real purchases alone, at the plan's rates; nobody pays to join or is paid",
  "by head, and a refund takes commissions back.",
  "A plan lists two levels at most. I confirm the second level of this version and answer for it.",
].join(" ");

export const RISK_ZH = ZH;
export const RISK_EN = EN;

/** The text that is signed for a version of a plan. */
export function secondLevelText(name: string, version: number | bigint): Text {
  return { textId: `second_level:${name}@${version}`, text: `${name} v${version}\n${ZH}\n${EN}\n` };
}

export const hashOf = ({ text }: Text): string => hash("sha256", text, "hex");
