/** What the verdicts say, Chinese and English side by side; `{name}` stands for a figure of the play. */
import type { Template } from "../facts/say.ts";

/** Templates by what they say. */
export const SENTENCE = {
  washRing: [
    "在自家门店刷单，货款、奖励、赎回款全部收回后，试过的 {ways} 种打法里：到手即卖最好也{once}" +
      "（第 {onceDay} 天刷 {oncePaid} 元）；持有到最后最好{long}（第 {longDay} 天刷 {longPaid} 元）。" +
      "价格要涨到买入时的 {times} 倍才不亏。",
    "Washing through its own store, after dues, commissions and proceeds, the best of {ways} ways: " +
      "selling at once it {once} ({oncePaid} yuan on day {onceDay}), holding to the end it {long} " +
      "({longPaid} yuan on day {longDay}). The price must reach {times} times the buying price to " +
      "break even.",
  ],
  bankRun: [
    "{holders} 位持有人同日赎回全部积分：一共付出 {paid} 元，被拒 {refused} 人；价格由 {before} 一路升到 {after}，" +
      "排在最前的拿到账面的 {first}，最后的 {last}，留存 {left} 元转入余留。",
    "{holders} holders redeem everything on one day: {paid} yuan are paid and {refused} are refused; the " +
      "price rises from {before} to {after}, the first gets {first} of what his points were worth, the " +
      "last {last}, and {left} yuan stay as remainder.",
  ],
  cascade: [
    "试了 {ways} 种冲击，最大的一次引出 {exits} 笔强制赎回、付出 {paid} 元；单笔最多抬价 {lift}（上限 {limit}），" +
      "价格升到 {after}，发起者最有利时{net}。",
    "Of {ways} shocks the largest forces {exits} exits worth {paid} yuan; no order lifts the price by more " +
      "than {lift} (limit {limit}), it reaches {after}, and at best the one behind it {net}.",
  ],
  frontRun: [
    "注资 {amount} 元（积分池的 {part}）：分 {days} 天到账，抢跑者最有利时投入 {paid} 元{net}；" +
      "一次到账则{lump}（每笔指令最多抬价 {step}）；",
    "An injection of {amount} yuan ({part} of the pool): streamed over {days} days the best front-runner " +
      "puts in {paid} yuan and {net}; in one lump he {lump} (no order lifts the price by more than {step}); ",
  ],
  paysFrom: ["注资达到积分池的 {reach} 时获利。", "at {reach} of the pool he gains."],
  paysNever: ["注资到积分池的 {reach} 也不获利。", "not even {reach} of the pool would let him gain."],
  growthStop: [
    "消费停止后价格停在 {before}，{lots} 个批次若都不卖，再等也到不了封顶；全部卖出共得 {sold} 元" +
      "（累计消费的 {part}），清算共得 {closed} 元",
    "When purchases cease the price stands at {before} and {lots} lots never reach their cap while nobody " +
      "sells; selling everything brings {sold} yuan ({part} of all spend), winding up {closed} yuan",
  ],
  pace: [
    "；若按停止前的速度继续增长，居中的一位要等 {days} 天才到封顶。",
    "; at the former pace the one in the middle would have waited {days} days for his cap.",
  ],
  noPace: ["。", "."],
  partSale: [
    "持有半个池的人一次卖出得 {once} 元，分 {parts} 次卖出得 {many} 元，多得 {more} 元（{part}）：" +
      "固定留存比例的已知结果，须披露。",
    "Whoever holds half the pool gets {once} yuan in one sale and {many} yuan in {parts} parts, " +
      "{more} yuan ({part}) more: known of a flat exit load, and to be disclosed.",
  ],
  frontRunWay: [
    "{how}，占池 {size}，提前 {early} 天买，开始后 {late} 天卖",
    "{how}, {size} of the pool, bought {early} days before, sold {late} days after the start",
  ],
} as const satisfies Readonly<Record<string, Template>>;
