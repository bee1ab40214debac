/** Words of h5's frame, Chinese. */
export const zhFrame = {
  "h5.name": "活水会员",
  "h5.noMember": "当前登录的不是会员账号，请用手机号登录。",
  "tab.home": "首页",
  "tab.points": "积分",
  "tab.purchases": "明细",
  "tab.team": "团队",
  "tab.self": "我的",
  "page.back": "返回",
  "list.more": "载入更多",
  "list.month": "月份",
  "list.allTime": "全部时间",
} as const;
