/** Brings the demo coalition to a new house: its orders through the desk, people and staff beside them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Services } from "#api";
import { readSheet } from "#connect/sheet";
import { readPlan } from "#engine";
import { isRefused, type People, type PeopleRefusal, SYSTEM } from "#people";
import { type Demo, demoOrders, disclosureText, theoryOf } from "#sim";
import { journalAt, projectTo } from "#statement";

const SAMPLE = fileURLToPath(new URL("../../../examples/cdnow-sample.txt", import.meta.url));
/** Several groups of the desk's, so that one is decided while the one before it is written. */
const TOGETHER = 4_000;

/** The demo's staff; every one of them signs in with the same password, which the start prints. */
export const DEMO_PASSWORD = "wellspring-demo-2026";
export const DEMO_STAFF = [
  { login: "owner", name: "演示老板", roles: ["owner"] },
  { login: "owner2", name: "演示合伙人", roles: ["owner"] },
  { login: "finance", name: "演示财务", roles: ["finance"] },
  { login: "risk", name: "演示风控", roles: ["risk"] },
  { login: "service", name: "演示客服", roles: ["service"] },
  { login: "marketing", name: "演示市场", roles: ["marketing"] },
  { login: "auditor", name: "演示审计", roles: ["auditor"] },
] as const;

/** What the pages of a demo show to whoever wants to try it. */
export const DEMO_LOGINS = {
  password: DEMO_PASSWORD,
  staff: DEMO_STAFF.map(({ login, name }) => ({ login, name })),
  members: [
    { phone: "19900000001", role: "member" },
    { phone: "19900009004", role: "merchant" },
    { phone: "19900009000", role: "agent" },
  ],
} as const;

/** Whether the demo began a book; null while it is empty and nobody is employed in it. */
export async function begunByDemo({ desk, people, cell }: Services): Promise<boolean | null> {
  const first = await journalAt(desk.database, cell, 1n);
  if (first !== null) return first.order.startsWith("demo:");
  return (await people.staff.list(1, null)).length === 0 ? null : false;
}

export type Progress = (done: number, total: number) => void;

/** Loads the demo that ends at `until` (microseconds since 1970). Asked again after a crash it goes on. */
export async function loadCoalition(services: Services, until: number, progress: Progress): Promise<Demo> {
  const { rows } = await readSheet(readFileSync(SAMPLE), { format: "cdnow" });
  const demo = demoOrders({ until, rows });
  // Names and telephone numbers stand beside the book and need not wait for it.
  await Promise.all([loadOrders(services, demo.orders, progress), loadPeople(services.people, demo)]);
  await loadPapers(services, demo);
  await loadDisclosed(services, demo);
  // What lists and figures are read from, and the first proof: nobody should open an empty page.
  await Promise.all([
    projectTo(services.desk.database, services.cell, demo.orders.length * 2),
    services.proofs.make(services.cell),
  ]);
  // Last of all: by them a later start sees that the demo is whole.
  await loadStaff(services.people);
  return demo;
}

async function loadOrders(services: Services, orders: Demo["orders"], progress: Progress): Promise<void> {
  for (let at = 0; at < orders.length; at += TOGETHER) {
    const part = orders.slice(at, at + TOGETHER);
    const answers = await services.desk.submit(
      services.cell,
      part.map((json) => ({ json })),
    );
    const odd = answers.find(({ status }) => status !== "booked");
    if (odd !== undefined) throw new Error(`an order of the demo was not booked: ${JSON.stringify(odd)}`);
    progress(at + part.length, orders.length);
  }
}

async function loadStaff(people: People): Promise<void> {
  for (const staff of DEMO_STAFF) {
    made(
      await people.staff.create(SYSTEM, { ...staff, password: DEMO_PASSWORD, totp: false }),
      "login_taken",
    );
  }
}

async function loadPeople(people: People, demo: Demo): Promise<void> {
  const all = demo.people.map(({ member, name, phone }) => ({ phone, name, member }));
  made(await people.persons.createAll(SYSTEM, all), "phone_malformed");
  for (const { merchant, owner } of demo.stores) await grant(people, owner, "merchant", merchant);
  for (const { region, member } of demo.agents) await grant(people, member, "agent", region);
}

/**
 * What stands on paper beside the book: names and addresses of stores, their codes, filings of agents,
 * withdrawals to be reviewed.
 */
async function loadPapers({ trade, cell }: Services, demo: Demo): Promise<void> {
  const stores = demo.stores.map(({ merchant, name_zh, name_en, address_zh, take }) => ({
    merchant,
    nameZh: name_zh,
    nameEn: name_en,
    address: address_zh,
    take,
  }));
  await trade.stores.adopt(cell, stores, SYSTEM.who);
  for (const { merchant } of demo.stores) await trade.codes.of(cell, "store", merchant);
  const agencies = demo.agents.map(({ region, member, filing_number, disclosed_on, cooling_off_until }) => ({
    region,
    member,
    filingNumber: filing_number,
    disclosedOn: disclosed_on,
    coolingOffUntil: cooling_off_until,
  }));
  await trade.agencies.adopt(cell, agencies, SYSTEM.who);
  await trade.withdrawals.adopt(cell, SYSTEM.who);
}

/** Who bought had seen the disclosure, as it stood on the first day: before anybody's figures. */
async function loadDisclosed({ people }: Services, demo: Demo): Promise<void> {
  const read = readPlan(demo.plan);
  const [opening] = demo.orders;
  if (!("plan" in read) || opening === undefined) return;
  const until = opening.at.slice(0, 10);
  const none = { counted: 0, todayFen: 0, fullPpm: null, medianPpm: null };
  const exitLoad = demo.plan.pool.exit_load;
  const { zh } = disclosureText({ exitLoad, until, ...none, theory: theoryOf(read.plan) });
  const seen = new Map<string, Date>();
  for (const { kind, member, at } of demo.orders) {
    if (kind === "purchase" && !seen.has(`${member}`)) seen.set(`${member}`, new Date(at));
  }
  await people.consents.adoptDisclosed({ textId: `disclosure@${until}`, text: zh }, seen);
}

async function grant(
  people: People,
  member: string,
  role: "merchant" | "agent",
  value: string,
): Promise<void> {
  const person = await people.persons.findByMember(member);
  if (person === undefined) throw new Error(`the demo has lost ${member}`);
  made(await people.persons.grant(SYSTEM, person.id, role, value), "principal_closed");
}

/** What is there already from an earlier start is as good as made. */
function made(done: object | number | PeopleRefusal | null, known: PeopleRefusal["refused"]): void {
  if (done !== null && isRefused(done) && done.refused !== known) throw new Error(`demo: ${done.refused}`);
}
