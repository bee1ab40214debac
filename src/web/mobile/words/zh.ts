/** Words of the frame that counter and h5 have in common, Chinese. */
export const zhMobile = {
  "signin.phone": "手机号",
  "signin.code": "验证码",
  "signin.send": "获取验证码",
  "signin.sendAgain": "{seconds} 秒后可再发",
  "signin.demo": "演示：点“获取验证码”，验证码就显示在这里。",
  "signin.demoCode": "演示验证码 {code}，点此填入",
  "signin.agree": "我已阅读并同意会员须知、用户协议、隐私政策与推荐规则",
  "signin.agreeFirst": "请先阅读并勾选同意",
  "self.elsewhere": "退出其他设备",
  "self.elsewhereDone": "已退出 {count} 台其他设备。",
  "page.tabs": "栏目",
  "page.none": "没有这个页面",
  "page.home": "回到首页",
} as const;
