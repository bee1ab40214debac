/** The privacy policy 隐私政策. */
import type { Agreement } from "./text.ts";

export const PRIVACY: Agreement = {
  id: "privacy",
  version: 1,
  dated: "2026-12-01",
  title: { zh: "隐私政策", en: "Privacy policy" },
  clauses: [
    [
      "个人信息由运营方 {operator} 处理。我们只收集办理业务所必需的信息。",
      "Personal data is handled by the operator, {operator}. Only what the service needs is " + "collected.",
    ],
    [
      "注册：手机号，用于登录与通知。消费：时间、门店、金额，用于记账、退款和开具分账单。",
      "Joining: your phone number, to sign in and be notified. Buying: time, store and amount, for " +
        "the books, refunds and receipts.",
    ],
    [
      "提现：真实姓名、身份证号、银行卡号，属敏感个人信息，另行征得您的同意，加密存放，界面只显示掩" + "码。",
      "Withdrawing: real name, identity number and bank card are sensitive data. They are asked for " +
        "with a consent of their own, encrypted, and shown masked.",
    ],
    [
      "登录设备与网络地址，用于账户安全，您可在“我的”中查看并退出其他设备。",
      "Device and network address, for the safety of your account; you can see them and sign out " +
        "elsewhere.",
    ],
    [
      "不读取通讯录，不收集相册；只有在您扫码时使用相机，画面不上传。",
      "Contacts and photos are not read; the camera is used only while you scan, and its picture " +
        "stays on the device.",
    ],
    [
      "推荐关系中，您的上线只看到您打码的称呼与手机号，看不到您的单笔消费；门店看到您在本店的消费。",
      "Your sponsor sees your name and phone masked, and none of your single purchases; a store sees " +
        "what you bought there.",
    ],
    [
      "营销通知与个性化推荐默认关闭，须您单独同意，可随时撤回；不同意不影响其他功能。",
      "Marketing messages and personal recommendations are off unless you agree to them; you may " +
        "take that back at any time, and everything else works without.",
    ],
    [
      "只向完成支付与提现所必需的支付机构、银行、短信服务商，以及依法有权的机关提供信息，不出售个人" +
        "信息。",
      "Data goes to the payment institutions, banks and message services that are needed for the " +
        "purpose, and to authorities entitled by law; it is never sold.",
    ],
    [
      "您可以查看、更正、导出、删除个人信息，撤回同意，注销账户。账簿凭证依法保存，其中不含姓名与手" +
        "机号。",
      "You may see, correct, export and delete your data, take consents back and close the account. " +
        "Journals are kept as the law asks; they hold neither name nor phone.",
    ],
    [
      "不满十四周岁的，须由监护人同意后使用；我们不向未成年人推送推荐奖励活动。",
      "Those under fourteen need a guardian's consent; referral campaigns are not shown to minors.",
    ],
    [
      "发生个人信息泄露的，我们将及时告知您并报告主管部门。本政策修改时重新征求您的同意。",
      "Should data leak, you are told without delay and the authorities too. When this policy " +
        "changes you are asked again.",
    ],
  ],
};
