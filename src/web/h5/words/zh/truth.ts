/** Words of the truth page and the agreements, Chinese. */
export const zhTruth = {
  "truth.title": "真相与披露",
  "truth.shares": "像您这样的会员，到底拿回了多少",
  "truth.counted": "以下统计 {members} 名有消费的会员（消费减退款后大于零）。",
  "truth.whole": "兑付所得达到消费额 100% 的会员占比",
  "truth.median": "中位会员兑付所得占消费额的比例",
  "truth.paid": "只算已兑付",
  "truth.withToday": "含今日可兑付",
  "truth.theory": "章程理论值",
  "truth.middleReceives": "中位会员的积分今天可兑付",
  "truth.sharesNote":
    "理论值假定消费均等、无人提前兑付：中位数为消费额的 {theory}。后加入者一般少于先加入者。",
  "truth.cap": "封顶额是上限，不是目标",
  "truth.capIs":
    "每笔消费的封顶额为消费额的 {multiple} 倍，指积分市值的上限；到达时强制赎回，扣 {load} 留存。绝大多数批次在可见的将来不会到达。",
  "truth.refund": "退款",
  "truth.refundIs":
    "退款同步收回该笔消费的积分与推荐奖励；积分已经赎回的，收回它所得的赎回款，钱包可能因此低于零，以后的入账先补足。",
  "truth.late": "先来与后到",
  "truth.lateIs":
    "价格随新的消费与留存而变。没有新的消费，价格就几乎不动；同样的消费额，后加入者得到的积分更少。",
  "truth.windUp": "平台终止",
  "truth.windUpIs": "积分池关闭时，池内余额连同余留按积分份额全额分配，不扣留存；剩下的几分钱归运营方。",
  "truth.proof": "账目证明",
  "truth.proofIs":
    "积分池的现金与流通积分是两个整数，价格就是它们的比。每天的账由运营方签名，任何人都能用一条命令复核。",
  "truth.cash": "池内现金 C",
  "truth.out": "流通积分 N",
  "truth.day": "出具",
  "truth.head": "凭证链头",
  "truth.signature": "签名",
  "truth.noProof": "还没有出具过证明。",
  "agreements.title": "协议与须知",
  "agreements.disclosure": "会员须知",
  "agreements.version": "第 {version} 版，{dated}",
  "spread.title": "所得分布：占消费额的比例",
  "spread.way": "怎么算",
  "spread.who": "哪些会员",
  "spread.all": "全部会员",
  "spread.like": "像我这样的会员",
  "spread.nothing": "没有所得",
  "spread.whole": "100% 及以上",
  "spread.few": "会员还太少：少于 {least} 人的组不列出。",
  "spread.own": "您自己：已兑付所得占消费额的 {paid}，含今日可兑付为 {today}。",
  "spread.note":
    "统计 {members} 名会员。“像我这样”指首次消费在同一个月、消费额在同一档。少于 {least} 人的组不列出，共 {untold} 人。",
} as const;
