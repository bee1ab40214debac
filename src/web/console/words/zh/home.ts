/** Words of the home page, Chinese. */
export const zhHome = {
  "home.pool": "积分池",
  "home.price": "每积分可兑付金额",
  "home.redeemable": "扣留存后可兑付",
  "home.cash": "池内现金",
  "home.points": "流通积分",
  "home.curve": "每积分可兑付金额的经过",
  "home.past": "过往不预示将来。",
} as const;
