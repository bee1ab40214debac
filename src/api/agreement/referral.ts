/** The referral rules 推荐规则. */
import type { Agreement } from "./text.ts";

export const REFERRAL: Agreement = {
  id: "referral",
  version: 1,
  dated: "2026-12-01",
  title: { zh: "推荐规则", en: "Referral rules" },
  clauses: [
    [
      "推荐免费，任何会员都可以推荐；不以交费、购买商品或发展人数为条件。",
      "Any member may recommend, free of charge; no fee, purchase or number of people is asked for.",
    ],
    [
      "推荐奖励只来自真实、已完成且未退款的消费，按现行章程所列比例从该笔消费的奖励预算中支付。",
      "Commissions come only of real, completed purchases that were not refunded, at the plan's " +
        "rates and out of that purchase's own budget.",
    ],
    [
      "按人数计酬、拉人头奖励、三级及以上的奖励，本系统不提供，任何人不得以本系统名义宣传。",
      "Pay by head and rewards of a third level or beyond do not exist here, and nobody may " +
        "advertise them.",
    ],
    [
      "推荐人自首次有效扫码或首次消费时确定，长期有效；锁错的，经有证据的裁决更正，双方均可申诉。",
      "Who the sponsor is stands from the first scan or purchase on; a wrong lock is put right by a " +
        "decided case with evidence, and either side may appeal.",
    ],
    [
      "奖励入账后有冻结期；冻结期内或之后退款的，对应奖励同时收回，余额不足的记为欠款。",
      "Commissions are frozen for a time; a refund then or later takes them back, and what is " +
        "missing is owed.",
    ],
    [
      "奖励属于劳务报酬等应税所得，提现时依法代扣税款；须实名，且只付到本人名下。",
      "Commissions are taxable income; tax is withheld at payout, which needs your real name and " +
        "goes to your own account alone.",
    ],
    [
      "宣传须如实：不得承诺收益、倍数或期限，不得冒称政府认可，不得诱导分享，不得骚扰他人。",
      "Say what is true: promise no gain, multiple or date, claim no approval by authorities, press " +
        "nobody to share, and molest nobody.",
    ],
    [
      "自买自荐、虚假交易、冒用他人身份的，相关奖励冻结并依裁决处理；可举报，举报人信息保密。",
      "Where somebody recommends himself by sham trade or another's identity, the commissions are " +
        "held and the case decided; reports are kept confidential.",
    ],
  ],
};
