/** What the command line says in Chinese. `{name}` is filled in; `[[name]]` belongs to the progress line. */
import { zhRefusals } from "./refusals.ts";

export const zh = {
  ...zhRefusals,

  "program.about": "活水：本地商家联盟的会员账簿，人人可验。先拿自己的订单回测一份章程，再谈上线。",
  "program.usage": "<命令> [选项]",
  "program.after": `第一次使用：wellspring demo
某个命令的例子与退出码：wellspring help <命令>`,
  "help.usage": "用法：",
  "help.arguments": "参数：",
  "help.options": "选项：",
  "help.global_options": "通用选项：",
  "help.commands": "命令：",
  "help.examples": "例子：",
  "help.status": "退出码：",
  "help.version": "显示版本号",
  "help.help": "显示帮助",
  "help.help_command": "显示某个命令的帮助",
  "status.table": `  0    正常
  1    被拒绝：章程不能发布，或要查的事没有通过
  2    已做完，但输入中有坏行（已逐一列出）
  3    命令行写错了
  4    文件读不了或写不了
  70   程序自身出错
  130  被 Ctrl-C 中断`,

  "word.or": " 或 ",
  "word.command": "命令",
  "word.stdin": "标准输入",
  "word.orders_jsonl": "ORDERS.jsonl",
  "word.orders_csv": "ORDERS.csv",
  "word.plan": "章程",
  "word.yes": "是",
  "word.no": "否",

  "option.lang": "界面语言；不写则看系统语言",
  "option.json": "输出 JSON，给程序读",
  "option.progress": "总是显示进度（在标准错误上）",
  "option.no_progress": "不显示进度",
  "option.plan": "章程文件，或预设的名字（如 local-life）",
  "option.out": "结果放在哪个目录",
  "option.force": "目录里有别的文件也照写（从不删除别的文件）",

  "progress.bounded": "[[title]]  [[bar]] [[percentage]]%  [[value]] / [[total]]  每秒 [[rate]] 笔  剩余 [[eta_formatted]]",
  "progress.open": "[[title]]  [[value]]  每秒 [[rate]] 笔  已用 [[duration_formatted]]",

  "fault.cancelled": "已中断，没有留下半成的文件。",
  "fault.internal": "程序自身出错：{message}。设 WELLSPRING_DEBUG=1 再运行一次可见细节，请连同它一起报告。",
  "fault.safe_range": "合计金额超出可精确表示的范围（2^53 − 1 分），没有给出结果。",
  "fault.stdout": "结果写不到标准输出：{reason}",
  "fault.unreadable": "读不了 {file}：{reason}",
  "fault.unwritable": "写不了 {file}：{reason}",
  "fault.too_large": "{file} 超过 {limit} KiB，不像是一份章程。",
  "fault.no_such_plan": "没有章程“{given}”：既不是文件，也不是预设。预设有：{names}",
  "fault.no_such_world": "没有世界“{given}”：既不是文件，也不是自带的。自带的有：{names}",
  "fault.encoding": "{file} 既不是 UTF-8 也不是 GB18030 编码的文本。",
  "fault.not_lines": "{file} 不是逐行的 JSON 文本（像是 {kind}）；请转成 UTF-8 文本。",
  "fault.json": "{file} 第 {line} 行第 {column} 列：这里不合 JSON 的写法。",
  "fault.key_twice": "{file} 第 {line} 行第 {column} 列：“{key}”在同一个对象里写了两次，不知以哪个为准。",
  "fault.plan": "章程 {file} 有 {count} 处错误：",
  "fault.world": "世界 {file} 有 {count} 处错误：",
  "fault.foreign_folder": "目录 {folder} 里有别的文件（{found}）；请换一个 --out，或加 --force（不会删除别的文件）。",

  "system.not_found": "不存在",
  "system.permission": "没有权限",
  "system.directory": "是一个目录",
  "system.full": "磁盘已满",
  "system.too_many_open": "打开的文件太多",

  "usage.unknown_option": "没有选项 {what}。",
  "usage.unknown_option_meant": "没有选项 {what}；是不是 {meant}？",
  "usage.unknown_command": "没有命令“{what}”。wellspring --help 列出所有命令。",
  "usage.unknown_command_meant": "没有命令“{what}”；是不是 {meant}？",
  "usage.missing_argument": "缺少参数 {what}。",
  "usage.option_needs_value": "选项 {what} 后面要有值。",
  "usage.option_required": "缺少选项 {what}。",
  "usage.too_many_arguments": "命令 {what} 的参数太多。",
  "usage.options_conflict": "{what} 与 {other} 不能同用。",
  "usage.choice": "“{value}”不在可选之列：{choices}。",
  "usage.whole": "{flag} 要一个 {least} 到 {most} 之间的整数，不能是“{value}”。",
  "usage.yuan": "{flag} 要一个金额（元，最多两位小数，不带分隔符），不能是“{value}”。",
  "usage.incomplete": "命令 {what} 后面还要一个子命令。",
  "usage.other": "命令行有误：{message}",

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
  "check.cost": "自营商品的成本占售价的比例；不写则按章程的让利推算",
  "check.bad_cost": "--cost 要一个不超过 100% 的百分数，如 30%，不能是“{value}”。",
  "check.examples": `  wellspring check local-life
  wellspring check my-plan.json --json
  wellspring check product-2x --cost 30%
  可以发布（含附条件）时退出码为 0，被拒绝或章程有错时为 1。`,

  "headline.split": "共消费 {spent} 元。每花 100 元：商户得 {stores}，入积分池 {pool}，平台得 {operator}，推荐与代理奖励 {rewards}。",
  "headline.members":
    "{counted} 位有消费的会员：至今从积分池拿到消费额的 {got}（中位数）；若今天全部赎回，中位数为 {now}，拿回全部消费额的有 {full} 位（{share}）。",
  "headline.pool": "每积分可兑付金额从 {from} 元到 {to} 元；入池 {into} 元，已付会员 {paid} 元，强制赎回 {exits} 次。",

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

  "demo.about": "用自带的真实购买记录回测一遍，几秒钟看懂",
  "demo.examples": `  wellspring demo
  wellspring demo --lang zh
  结果写在 reports/demo。`,
  "demo.result": "真实购买记录的回测（CDNOW，{members} 位顾客，{rows} 行，其中 {left} 行未记账，用时 {seconds} 秒），章程 local-life：",
  "demo.disclosed": "  这是历史数据的推演，不是收益承诺。",
  "demo.report": "报告",
  "demo.next": "接下来，用您自己的数据：",
  "demo.check": "check local-life|这份章程能不能发布",
  "demo.explain": "explain local-life --amount 1000|1000 元每一分的去向",
  "demo.backtest": "backtest --plan local-life 订单.csv|用您的订单回测",
  "demo.simulate": "simulate --plan local-life --world stop|增长停止时会怎样",
  "demo.help": "help backtest|每个命令都有例子",

  "simulate.about": "在设定的世界里多次推演一份章程，看增长、恐慌、停止时各是什么样",
  "simulate.world": "世界文件，或自带的名字（如 stop、panic、s-curve）",
  "simulate.seed": "随机种子；同一种子总得同样的结果，默认 1",
  "simulate.runs_option": "推演多少次，默认 20",
  "simulate.out": "结果放在哪个目录；默认 reports/<章程>-<世界>",
  "simulate.title": "章程 {plan} 第 {version} 版 · 世界：{world}",
  "simulate.title_report": "章程推演",
  "simulate.section": "多次推演的范围",
  "simulate.runs": "{days} 天，推演 {runs} 次，种子 {seed}；下列明细取居中的一次（第 {median} 次）。",
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
  wellspring simulate --plan my-plan.json --world my-world.json --out reports/mine --json`,

  "explain.about": "一笔消费的分账单：每一分钱给谁、依据哪一条，为零的写明原因",
  "explain.amount": "消费金额（元），默认 1000",
  "explain.cost": "自营商品的成本（元）",
  "explain.goods": "门店卖的是自营商品",
  "explain.take": "门店合同的让利比例，如 15%",
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
  "explain.bad_region": "--store-region 要 6 位数字的区划代码，不能是“{value}”。",
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
  wellspring bench engine --lots 1000,1000000,5000000 --mix mixed --json`,
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
  "bench.columns": "批次|笔/秒|最慢|最快|微秒/笔|倍数|对数允许|分录/笔|回收占时|强赎|被拒|堆 MB|装填秒",
  "bench.within": "增长不快于批次数的对数。",
  "bench.beyond": "增长快于批次数的对数（机器上若有别的任务，请空闲时再测）。",
} as const;
