/** replay, check, explain, bench, in Chinese. */
export const zhCommands = {
  "replay.about": "把一份指令文件按章程记账，输出结果（一个 JSON 对象）",
  "replay.orders": "指令文件，每行一个 JSON 对象；“-”是标准输入",
  "replay.journal": "把每笔凭证写成可读的文字",
  "replay.pretty": "结果分行缩进",
  "replay.keyboard": "正在等键盘输入；Ctrl-D 结束。",
  "replay.malformed": "{count} 行不合格式，已在结果的 refused 中列出（第一处：第 {line} 行）。",
  "replay.examples": `  wellspring replay --plan local-life orders.jsonl
  wellspring replay --plan my-plan.json --pretty orders.jsonl > result.json
  gunzip -c orders.jsonl.gz | wellspring replay --plan local-life -
  wellspring replay --plan local-life --journal journals.txt orders.jsonl
  被拒绝的指令不影响退出码；有不合格式的行则为 2。`,

  "check.about": "检查一份章程：能不能发布，每项承诺由什么支付，做出来是什么样",
  "check.cost": "自营商品的成本占售价的比例；不写则按章程的抽成推算",
  "check.bad_cost": "--cost 要一个不超过 100% 的百分数，如 30%，不能是“{value}”。",
  "check.examples": `  wellspring check local-life
  wellspring check my-plan.json --json
  wellspring check product-2x --cost 30%
  可以发布（含附条件）时退出码为 0，被拒绝或章程有错时为 1。`,

  "explain.about": "一笔消费的分账单：每一分钱给谁、依据哪一条，为零的写明原因",
  "explain.amount": "消费金额（元），默认 1000",
  "explain.cost": "自营商品的成本（元）",
  "explain.goods": "门店卖的是自营商品",
  "explain.take": "门店合同的抽成比例，如 15%",
  "explain.region": "门店的区划代码，默认 440106（广州天河）",
  "explain.after": "之前已有多少笔同样的消费，默认 0",
  "explain.own_store": "买家就是店主",
  "explain.no_sponsor": "买家没有推荐人（将锁客给店主）",
  "explain.no_second": "推荐人自己没有推荐人",
  "explain.no_recruiter": "门店没有招商人",
  "explain.no_district": "没有区代",
  "explain.no_city": "没有市代",
  "explain.no_province": "没有省代",
  "explain.bad_take": "--take 要一个小于 100% 的百分数，如 15%，不能是“{value}”。",
  "explain.bad_region":
    "--store-region 要一个区划代码：6 位数字，开头是省级代码，如 440106，不能是“{value}”。",
  "explain.id.purchase": "消费1",
  "explain.id.buyer": "买家",
  "explain.id.sponsor": "推荐人",
  "explain.id.second": "间推人",
  "explain.id.owner": "店主",
  "explain.id.store": "门店",
  "explain.id.recruiter": "招商人",
  "explain.id.district": "区代",
  "explain.id.city": "市代",
  "explain.id.province": "省代",
  "explain.examples": `  wellspring explain local-life --amount 1000
  wellspring explain local-life --amount 1000 --no-city --no-sponsor
  wellspring explain product-2x --amount 1000 --cost 300
  wellspring explain local-life --store-region 441900 --after 100
  消费被章程拒绝时退出码为 1。`,

  "bench.about": "测量本机的速度",
  "bench.examples": `  wellspring bench engine
  wellspring bench engine --quick
  wellspring bench engine --lots 1000,1000000,5000000 --mix mixed --json
  wellspring bench store --quick`,
  "bench.engine.about": "账理引擎在内存中每秒能记多少笔，以及随批次数增长得多快",
  "bench.engine.examples": `  wellspring bench engine
  wellspring bench engine --quick
  wellspring bench engine --lots 1000,1000000,5000000 --mix mixed --json
  taskset -c 0 wellspring bench engine      只用一个核
  每种规模的账簿各在一个线程里，轮流测量，取中位数；首轮预热不计。`,
  "bench.lots": "池中批次数，用逗号隔开（1 到 5,000,000）",
  "bench.mix": "purchase：只有消费；mixed：消费 90%、赎回 5%、退款 4%、注资 1%",
  "bench.orders": "每次测量的指令数",
  "bench.rounds": "每种规模测量几次",
  "bench.quick": "小规模、少几轮，十几秒内完成",
  "bench.timed": "章程“{plan}”带有待结期或冻结期，消费不会立即入池，无法这样测量。",
  "bench.memory": "这些账簿约需 {need} GB 内存，本机空闲约 {free} GB；请用 --lots 减小规模。",
  "bench.head": "章程 {plan}，{mix}；每次 {orders} 笔，每种规模 {rounds} 次，取中位数。Node {node}，{cpu}。",
  "bench.columns": "批次|笔/秒|笔/核秒|占核|微秒/笔|倍数|对数允许|分录/笔|回收占时|强赎|被拒|堆 MB|装填秒",
  "bench.within": "增长不快于批次数的对数。",
  "bench.beyond": "增长快于批次数的对数（占核低时请待机器空闲再测）。",
} as const;
