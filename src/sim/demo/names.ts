/**
 * Names and telephone numbers of the demo's people: all invented. A name is a common surname and a common
 * given name drawn by chance; the numbers 199 0000 xxxx are counted through and belong to nobody meant.
 */
import type { Chance } from "../world/chance.ts";

/** The commonest first: the draw leans to the front. */
const SURNAMES =
  "陈李黄张梁林王刘吴罗杨周何叶郑谢邓曾许冯钟蔡徐彭赵苏朱卢潘吕曹江廖范温胡余唐马戴" +
  "郭方袁谭姚丁蒋沈龙莫高魏石程宋邱汤肖欧孙杜邹郝董韩崔任姜汪田贺黎孔白尹严武雷秦顾";

const GIVEN =
  "伟 芳 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 婷 玲 浩 鹏 琳 倩 斌 波 辉 健 燕 " +
  "秀英 桂英 丽华 志强 建华 国强 志明 家辉 伟明 嘉欣 嘉豪 子轩 思敏 晓彤 文静 美玲 少芬 惠珍 小燕 小玲 " +
  "俊杰 俊贤 志豪 家豪 永康 永健 伟杰 文博 天佑 雨桐 欣怡 梓涵 诗琪 佳怡 雅婷 梦洁 晓峰 海燕 春梅 秋菊 " +
  "冬梅 建军 建国 卫东 卫红 红梅 玉兰 玉梅 淑贞 淑仪 颖仪 绮雯 咏诗 凯文 家俊 浩然 宇航 泽宇 一鸣 若琳";

const GIVEN_NAMES = GIVEN.split(" ");

/** A name by chance. */
export function nameBy(chance: Chance): string {
  const lean = chance.below(chance.below(SURNAMES.length) + 1);
  return `${SURNAMES[lean]}${GIVEN_NAMES[chance.below(GIVEN_NAMES.length)]}`;
}

/** Telephone number n, 0 to 9999, of the invented range. */
export function phoneOf(n: number): string {
  return `1990000${n.toString().padStart(4, "0")}`;
}
