/** bench store, in Chinese. */
export const zhBench = {
  "bench.store.about": "账库每秒能持久记下多少笔，与通常做法相比快多少倍",
  "bench.store.examples": `  wellspring bench store --quick
  wellspring bench store
  wellspring bench store --members 1000000,5000000 --svg store.svg --json > store.json
  wellspring bench store --database-url postgresql://… --members 100000
  不需要任何准备：内置 PostgreSQL 建在临时目录里，测完删除。用自己的 PostgreSQL 时，账号须能建库。
  各种做法轮流测量，取中位数；每次都核对：已答复的一笔不少，(C, N) 与账理引擎逐笔重算相同，每分钱都在账。
  退出码：0 全部核对无误，1 有核对不符。`,
  "bench.store.members": "会员数，用逗号隔开（1,000 到 5,000,000）；默认 1000000",
  "bench.store.quick": "十万会员、短时间，一分钟内完成",
  "bench.store.rounds": "轮数；默认 3",
  "bench.store.sustain": "长时间一轮的秒数，中间经过检查点；默认 300，--quick 时为 0",
  "bench.store.database": "用这个 PostgreSQL，而不是内置的；在其中新建一个库，测完删除",
  "bench.store.svg": "把图画到这个文件",
  "bench.store.not_empty": "--members 至少要有一个会员数。",
  "bench.store.stage.fill": "建账簿",
  "bench.store.stage.usual": "建通常做法的表",
  "bench.store.stage.load": "装入账簿",
  "bench.store.stage.round": "第 {round} 轮 {variant}：每秒 {rate}",
  "bench.store.stage.open": "开环，每秒到达 {rate} 笔",
  "bench.store.stage.sustain": "长时间一轮，{done} 秒",
  "bench.store.stage.crash": "满负荷时杀掉数据库",
  "bench.store.stage.check": "用账理引擎逐笔核对",
  "bench.store.at": "[{seconds} 秒] {members} 会员：{what}",
  "bench.store.variant.naive": "通常做法",
  "bench.store.variant.naive_zipf": "通常做法，会员冷热不均",
  "bench.store.variant.plpgsql": "每笔一次 PL/pgSQL 调用",
  "bench.store.variant.reference": "每组重新装入账簿",
  "bench.store.variant.product": "本产品",
  "bench.store.variant.product_zipf": "本产品，会员冷热不均",
  "bench.store.variant.simple_update": "pgbench -N 的事务",
  "bench.store.variant.copy": "裸 COPY 同样的行（上限）",
  "bench.store.head":
    "{members} 会员，{stores} 家门店，{rounds} 轮取中位数。" +
    "{cpu}，{cores} 核；Node {node}，PostgreSQL {postgresql}；测前负载 {load}。",
  "bench.store.columns":
    "做法|笔/秒|最低|最高|倍数|p50 毫秒|p99|p99.9|PG 微秒/笔|Node 微秒/笔|日志字节/笔|他人占用",
  "bench.store.open": "开环每秒 {rate} 笔：p50 {p50}，p99 {p99}，p99.9 {p999} 毫秒；实际每秒 {answered} 笔。",
  "bench.store.history": "满负荷时查一个账户最近 20 行（含每行后的余额）：p50 {p50}，p99 {p99} 毫秒。",
  "bench.store.views": "列表与报表的视图随后跟上：每笔 PG {pg}、Node {us} 微秒，不计在上面。",
  "bench.store.sustained": "连续 {seconds} 秒，经过检查点：每秒 {rate} 笔，p99 {p99} 毫秒。",
  "bench.store.crash":
    "满负荷时 kill -9 数据库：{recovery} 秒后又能记账；已答复 {answered} 笔，丢失 {lost}，重复 {doubled}。",
  "bench.store.headline":
    "是通常做法的 {ratio} 倍，裸 COPY 的 {share}；每秒 {rate} 笔，p99 {p99} 毫秒，每笔 PG {pg}、Node {us} 微秒。",
  "bench.store.growth": "会员从 {from} 到 {to}，每笔耗时 × {growth}。",
  "bench.store.check": "{variant}：{orders} 笔，丢失 {lost}；(C, N) {same}；差额 {fen} 分、{grains} 份。",
  "bench.store.same": "与账理引擎相同",
  "bench.store.differs": "与账理引擎不同",
  "bench.store.good": "核对无误。",
  "bench.store.bad": "核对不符！",
  "bench.store.chart": "每秒持久记账笔数，{members} 会员",
} as const;
