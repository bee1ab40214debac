/** Words of the counter's frame, Chinese. */
export const zhFrame = {
  "counter.name": "活水柜台",
  "counter.store": "门店",
  "counter.noStore": "这个账号名下没有门店，也不是店员。请店主添加，或换一个账号登录。",
  "tab.collect": "收款",
  "tab.flow": "流水",
  "tab.settle": "对账",
  "tab.members": "会员",
  "tab.self": "我的",
  "collect.code": "本店收款码",
  "collect.hint": "会员扫码到店，首次消费即锁客。",
  "collect.print": "打印",
} as const;
