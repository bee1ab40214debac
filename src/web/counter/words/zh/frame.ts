/** Words of the counter's frame, Chinese. */
export const zhFrame = {
  "counter.name": "活水柜台",
  "counter.store": "门店",
  "counter.noStore": "这个账号名下没有门店，也不是店员。请店主添加，或换一个账号登录。",
  "counter.back": "返回",
  "counter.member": "会员",
  "counter.more": "加载更多",
  "counter.print": "打印",
  "tab.collect": "收款",
  "tab.flow": "流水",
  "tab.settle": "对账",
  "tab.members": "会员",
  "tab.self": "我的",
} as const;
