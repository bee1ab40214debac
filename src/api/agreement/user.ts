/** The user agreement 用户协议. */
import type { Agreement } from "./text.ts";

export const USER: Agreement = {
  id: "user",
  version: 1,
  dated: "2026-12-01",
  title: { zh: "用户协议", en: "User agreement" },
  clauses: [
    [
      "本协议由您与运营方 {operator} " +
        "订立。注册免费；不交入会费，不必购买任何商品才能成为会员或推荐他人。",
      "This agreement is between you and the operator, {operator}. Joining is free; nobody pays a " +
        "fee or has to buy anything to be a member or to recommend others.",
    ],
    [
      "您在门店消费，与门店成立买卖或服务关系；商品与服务由门店负责，运营方提供会员账簿。",
      "What you buy, you buy from the store, which answers for goods and services; the operator " +
        "keeps the books.",
    ],
    [
      "积分按现行章程由消费产生。积分不是存款、证券或货币，不产生利息，不能在会员之间转让，运营方不" +
        "承诺任何收益。",
      "Points come of purchases by the plan in force. They are no deposit, security or currency, " +
        "bear no interest, cannot be passed between members, and the operator promises no gain.",
    ],
    [
      "每积分可兑付金额等于积分池现有余额除以流通积分。赎回按当时价格，章程所定的留存部分留在池内。",
      "A point can be redeemed for the cash in the pool over the points out, at the price of that " +
        "moment; the exit load set by the plan stays in the pool.",
    ],
    [
      "封顶额是上限，不是目标。积分市值到封顶额时由系统强制赎回；之后只有新的消费才再产生积分。",
      "The cap is a ceiling, not a goal. Points whose worth reaches it are redeemed by the house; " +
        "after that only a new purchase brings points.",
    ],
    [
      "退款时，该笔消费产生的积分与奖励同时收回；已经赎回的，从钱包扣回，不足的记为欠款，由以后的入" +
        "账先行抵补。",
      "A refund takes back the points and commissions of that purchase; what was redeemed already " +
        "comes out of the wallet, and what is missing is owed and met by later credits.",
    ],
    [
      "钱包与推荐奖励只能提现到您本人名下。提现前须实名；运营方依法代扣税款，并向您出具明细。",
      "Wallet and commissions are paid out to accounts in your own name alone. Your real name is " +
        "needed first; taxes are withheld as the law says, with a statement.",
    ],
    [
      "章程修改至少提前七日公示，只适用于公示期满后的消费；已经产生的积分不因修改而减少。",
      "A change of the plan is announced seven days ahead at least and holds for purchases after " +
        "that; points that were granted are not lessened by it.",
    ],
    [
      "运营方终止服务时，积分池与余留按份额全额分配给持有人，不扣留存。",
      "When the operator ends the service, pool and remainder are given out in full by share, " +
        "without exit load.",
    ],
    [
      "您可随时注销账户；尚有积分、余额、欠款或未办结提现的，须先处理完毕。账簿凭证依法保留，个人信" +
        "息予以删除或匿名。",
      "You may close your account at any time, once points, balances, arrears and open withdrawals " +
        "are settled. Journals are kept as the law asks; personal data is deleted or made anonymous.",
    ],
    [
      "对任何一笔账有疑问，可在应用内查看分账单，或向客服提出；您也可以向监管部门投诉，或向有管辖权" +
        "的法院起诉。",
      "Whoever doubts a figure finds its receipt in the app or asks the service; complaints to the " +
        "authorities and an action at a competent court are open to you.",
    ],
  ],
};
