/** The landing page: three doors, and in a demo the logins to try them with. */

import { startFace } from "./ui/frame.tsx";
import { type HouseFacts, useHouse } from "./ui/house.ts";
import { LanguageSwitch, useWords } from "./ui/language.tsx";
import { ThemeSwitch } from "./ui/theme.tsx";

const zh = {
  "landing.about": "实体商家联盟的会员账：每一分去向，人人可核。",
  "landing.console": "运营后台",
  "landing.console.line": "运营方：会员、商户、章程、账簿与提现",
  "landing.counter": "商户柜台",
  "landing.counter.line": "店主与店员：收款、流水、对账",
  "landing.h5": "会员",
  "landing.h5.line": "会员：消费、积分、团队与提现",
  "landing.docs": "接口文档",
  "landing.demo": "这是演示：人名、门店与手机号都是虚构的。",
  "landing.staff": "运营后台账号（密码都是 {password}）",
  "landing.phones": "会员与商户用手机号登录；演示的验证码就显示在登录页。",
  "landing.role.member": "会员",
  "landing.role.merchant": "店主",
  "landing.role.agent": "代理",
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  "landing.about": "The membership books of a coalition of local stores, for anyone to check.",
  "landing.console": "Console",
  "landing.console.line": "Operator: members, merchants, plans, books, withdrawals",
  "landing.counter": "Counter",
  "landing.counter.line": "Store owners and clerks: payments, flow, settlement",
  "landing.h5": "Member",
  "landing.h5.line": "Members: purchases, points, team, withdrawals",
  "landing.docs": "API docs",
  "landing.demo": "This is a demo: names, stores and telephone numbers are invented.",
  "landing.staff": "Console logins (password of all: {password})",
  "landing.phones": "Members and merchants sign in by phone; in a demo the code is shown where one signs in.",
  "landing.role.member": "member",
  "landing.role.merchant": "store owner",
  "landing.role.agent": "agent",
};

const DOORS = ["console", "counter", "h5"] as const;

function Landing() {
  const say = useWords<keyof typeof zh>();
  const house = useHouse();
  return (
    <div className="ws-page ws-stack">
      <header className="ws-row ws-between">
        <h1>{house?.operator ?? say("app.name")}</h1>
        <LanguageSwitch />
      </header>
      <p>{say("landing.about")}</p>
      <nav className="ws-doors">
        {DOORS.map((door) => (
          <a key={door} className="ws-card ws-door" href={`/${door}/`}>
            <strong>{say(`landing.${door}`)}</strong>
            <span className="ws-soft">{say(`landing.${door}.line`)}</span>
          </a>
        ))}
      </nav>
      {house?.demo != null && <Demo demo={house.demo} />}
      <footer className="ws-row ws-between">
        <a href="/docs">{say("landing.docs")}</a>
        <ThemeSwitch />
      </footer>
    </div>
  );
}

function Demo({ demo }: { readonly demo: NonNullable<HouseFacts["demo"]> }) {
  const say = useWords<keyof typeof zh>();
  return (
    <section className="ws-card ws-stack">
      <p>{say("landing.demo")}</p>
      <p>{say("landing.staff", { password: demo.password })}</p>
      <ul className="ws-logins">
        {demo.staff.map(({ login, name }) => (
          <li key={login}>
            <code>{login}</code> {name}
          </li>
        ))}
      </ul>
      <p>{say("landing.phones")}</p>
      <ul className="ws-logins">
        {demo.members.map(({ phone, role }) => (
          <li key={phone}>
            <code>{phone}</code> {say(`landing.role.${role}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

startFace({ words: zh, english: () => Promise.resolve(en), shell: <Landing /> });
