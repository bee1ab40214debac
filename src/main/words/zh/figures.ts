/** backtest, simulate, demo, in Chinese. */
export const zhFigures = {
  "headline.split":
    "共消费 {spent} 元。每花 100 元：商户得 {merchants}，入积分池 {pool}，运营方得 {operator}，推荐奖励 {commissions}{others}。",
  "headline.unspent": "没有消费额：没有记账的消费，或已全部退款。",
  "headline.others": "，其他 {others}",
  "headline.members":
    "{counted} 位有消费的会员：至今从积分池拿到消费额的 {got}（中位数）；若今天全部赎回，中位数为 {now}，拿回全部消费额的有 {full} 位（{share}）。",
  "headline.pool":
    "每积分可兑付金额从 {from} 元到 {to} 元；入池 {into} 元，已付会员 {paid} 元，强制赎回 {exits} 次。",

  "backtest.about": "用自己的订单回测一份章程，得出报告和表格",
  "backtest.orders": "店里导出的订单（CSV，UTF-8 或 GBK）；“-”是标准输入",
  "backtest.out": "结果放在哪个目录；默认 reports/<章程>-<文件>",
  "backtest.format": "文件的格式；默认 csv",
  "backtest.column": "指明某一列是什么，可写多次；“列=”表示没有这一列。可指明的有：{roles}",
  "backtest.unit": "金额的单位；默认看表头，否则为元",
  "backtest.encoding": "文件的编码；默认自动辨认",
  "backtest.delimiter": "列的分隔符；默认自动辨认",
  "backtest.offset": "没有写明时区的时间按哪个时区；默认 +08:00",
  "backtest.store": "没有写明门店的行算作哪家门店",
  "backtest.stores": "文件没有门店时，把会员按散列分到几家店；默认 1",
  "backtest.region": "没有区划代码的门店按哪个代码开店；默认 110101",
  "backtest.goods": "所有门店都卖自营商品",
  "backtest.bad_column": "--column 要写成 项=表头，不能是“{value}”。项有：{roles}",
  "backtest.no_time": "章程“{plan}”有待结期或冻结期，而 {file} 有不带时间的行，无法回测。",
  "backtest.no_rows": "{file} 只有表头，没有一行订单。",
  "backtest.title": "章程 {plan} 第 {version} 版 × {source}",
  "backtest.rows": "读到 {rows} 行：记账 {booked}，被账簿拒绝 {refused}，坏行 {bad}。",
  "backtest.note": "说明：",
  "backtest.report": "报告：",
  "backtest.tables": "表格：",
  "backtest.bad_rows": "未记账的行：",
  "backtest.examples": `  wellspring backtest --plan local-life 订单.csv
  wellspring backtest --plan my-plan.json orders.csv --column member=手机号 --column amount=实付 --unit yuan
  wellspring backtest --plan local-life orders.csv --column sponsor= --out reports/mine
  wellspring backtest --plan local-life --format cdnow CDNOW_master.txt --stores 20
  订单按时间、再按行的先后记账；负数金额或状态列表示退款。有坏行时退出码为 2，逐行列在 bad-rows.csv。`,

  "adversary.section": "对手推演",
  "adversary.explained":
    "每个对手都在这个世界的开头一段里按真实账理出手，逐一比较各种打法，取对他最有利的一种；所以人数和金额小于全程。",
  "adversary.name": "对手",
  "adversary.verdict": "结论",
  "adversary.proof": "依据",
  "adversary.holds": "守住",
  "adversary.pays": "得利",
  "adversary.disclosed": "已知须披露",

  "demo.about": "用自带的真实购买记录回测一遍，几秒钟看懂",
  "demo.examples": `  wellspring demo
  wellspring demo --lang zh
  结果写在 reports/demo。`,
  "demo.result":
    "真实购买记录的回测（CDNOW，{members} 位会员，{rows} 行，其中 {left} 行未记账，用时 {seconds} 秒），章程 local-life：",
  "demo.disclosed": "  这是历史数据的推演，不是收益承诺。",
  "demo.report": "报告",
  "demo.next": "接下来，用您自己的数据：",
  "demo.check": "check local-life|这份章程能不能发布",
  "demo.explain": "explain local-life --amount 1000|1000 元每一分的去向",
  "demo.backtest": "backtest --plan local-life 订单.csv|用您的订单回测",
  "demo.simulate": "simulate --plan local-life --world stop|增长停止时会怎样",
  "demo.help": "help backtest|每个命令都有例子",

  "simulate.about": "在设定的世界里多次推演一份章程，看增长、恐慌、停止时各是什么样",
  "simulate.world": "世界文件，或自带的名字（如 stop、panic、s-curve）；默认 town",
  "simulate.adversary": "再让对手出手，并给出结论：{names}",
  "simulate.seed": "随机种子；同一种子总得同样的结果，默认 1",
  "simulate.runs_option": "推演多少次，默认 20",
  "simulate.out": "结果放在哪个目录；默认 reports/<章程>-<世界>",
  "simulate.title": "章程 {plan} 第 {version} 版 · 世界：{world}",
  "simulate.title_report": "章程推演",
  "simulate.section": "多次推演的范围",
  "simulate.runs": "{days} 天，推演 {runs} 次，种子 {seed}；下列明细取居中的一次（第 {median} 次）。",
  "simulate.range": "p50 居中；十次推演中有八次落在 p10 与 p90 之间。",
  "simulate.figure": "期末（各次推演的百分位）",
  "simulate.price": "每积分可兑付金额（元）",
  "simulate.spent": "消费额（元）",
  "simulate.pool": "积分池（元）",
  "simulate.paid": "已付会员（元）",
  "simulate.members": "会员",
  "simulate.purchases": "消费笔数",
  "simulate.exits": "强制赎回次数",
  "simulate.got": "中位会员已拿到占消费额",
  "simulate.now": "中位会员若今天赎回占消费额",
  "simulate.full": "拿回全部消费额的会员占比",
  "simulate.median": "居中的一次（第 {median} 次）：",
  "simulate.disclosed": "这是假设世界里的推演，不是收益承诺。",
  "simulate.examples": `  wellspring simulate --plan local-life --world stop
  wellspring simulate --plan local-life --world panic --runs 200 --seed 7
  wellspring simulate --plan local-life --adversary all
  wellspring simulate --plan my-plan.json --world my-world.json --out reports/mine --json
  有对手得利时退出码为 1；已知须披露的不算。`,
} as const;
