/** Words of h5's frame, Chinese. */
export const zhFrame = {
  "h5.name": "活水会员",
  "h5.noMember": "当前登录的不是会员账号，请用手机号登录。",
  "tab.home": "首页",
  "tab.purchases": "消费",
  "tab.team": "团队",
  "tab.self": "我的",
  "home.points": "我的积分",
  "home.price": "每积分可兑付金额",
  "home.receive": "现在赎回可得",
  "home.wallet": "可提现余额",
  "home.ceiling": "每积分可兑付金额今后可能长期不变；封顶额是上限，不是目标。",
  "home.disclosure": "会员须知",
  "arrive.store": "欢迎光临",
  "arrive.member": "{name} 邀请您",
  "arrive.go": "进入",
  "disclosure.title": "会员须知",
} as const;
