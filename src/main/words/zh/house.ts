/** serve, in Chinese. */
export const zhHouse = {
  "serve.about": "启动服务：账簿、接口与文档；默认使用自带的 PostgreSQL，数据在 ./data",
  "serve.demo": "空的数据目录装入演示联盟：十三家门店、十八个月的消费",
  "serve.plan": "新账簿的章程，默认 local-life",
  "serve.loading": "装入演示联盟",
  "serve.loaded": "演示联盟已装入，用时 {seconds} 秒。",
  "serve.ready": "活水已就绪。",
  "serve.start": "从这里开始",
  "serve.console": "运营后台",
  "serve.counter": "商户柜台",
  "serve.h5": "会员",
  "serve.docs": "接口文档",
  "serve.health": "就绪检查",
  "serve.staff": "后台账号",
  "serve.password": "密码",
  "serve.agent": "区域代理",
  "serve.codes":
    "后台用账号与密码登录（演示不要求动态口令）；其余用手机号登录，验证码在登录页上显示，也打印在本窗口。",
  "serve.first": "收第一笔款：在柜台输入金额、出示收款码，再用会员的手机号在会员端付款。",
  "serve.stop": "按 Ctrl-C 停止。",
  "serve.stopping": "正在停止：已收下的指令都会记完……",
  "fault.real_book":
    "这里已有不是演示的账簿，不能用 --demo 打开。请去掉 --demo，或用 WELLSPRING_DATA 换一个数据目录。",
  "fault.demo_book":
    "这里是演示的账簿，密码人人知道，不能当正式环境打开。请加上 --demo，或用 WELLSPRING_DATA 换一个数据目录。",
  "fault.setting": "环境变量 {setting} 不能是{value}。",
  "fault.listen": "无法在 {address} 上监听（{code}）；用 WELLSPRING_PORT 换一个端口。",
  "word.quoted": "“{value}”",
  "serve.examples": `  wellspring serve --demo
  WELLSPRING_PORT=9000 wellspring serve --plan local-life
  WELLSPRING_DATABASE_URL=postgres://wellspring@db/wellspring wellspring serve
  环境变量：WELLSPRING_HOST、WELLSPRING_PORT、WELLSPRING_DATA、WELLSPRING_DATABASE_URL、
  WELLSPRING_SECRET、WELLSPRING_OPERATOR、WELLSPRING_SECURE、WELLSPRING_TRUST_PROXY、
  WELLSPRING_LOG、WELLSPRING_PRIVATE_WEBHOOKS、WELLSPRING_URL（说明见 deploy/README.md）。`,
} as const;
