/** A whole house for a test file: a database, the desk, people with keys and sessions, and the server. */
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { DemoChannel, DemoGateway } from "#connect/demo";
import { Delivery, Desk, Jobs, Trade } from "#desk";
import { readPlan } from "#engine";
import { type CodeMessage, isRefused, People, type Role, SYSTEM } from "#people";
import { checkPlan } from "#sim";
import { Proofs } from "#statement";
import { fingerprintOf, publicKeyOf } from "#store";
import { type Services, Uploads } from "../../src/api/index.ts";
import { doTrial } from "../../src/main/serve/trials.ts";
import { freshDatabase } from "../postgres.ts";

export const PLAN = {
  name: "local",
  version: 1,
  take: "20%",
  portions: [
    { to: "operator", rate: "2%" },
    { to: "pool", rest: true },
  ],
  pool: { opening_price_fen: 100, mint: "70%", exit_load: "20%", cap: { multiple: "1.2", per: "member" } },
};

const PASSWORD = "correct horse battery 1";
const SECRET = "0123456789abcdef".repeat(4);

export interface World extends Services {
  isReady: boolean;
  /** The codes that were sent to phones. */
  readonly sent: CodeMessage[];
  key(...scopes: string[]): Promise<{ readonly id: string; readonly header: Record<string, string> }>;
  /** Headers of a browser in which somebody of the staff has signed in. */
  staff(role: Role): Promise<Record<string, string>>;
  /** Headers of a member's browser, and the member's id. */
  member(phone: string): Promise<{ readonly header: Record<string, string>; readonly member: string }>;
}

/** A desk that fails on request, to see what becomes of it further up. */
export class FaultyDesk extends Desk {
  fails: Error | null = null;
  submitted = 0;

  override submit(...asked: Parameters<Desk["submit"]>): ReturnType<Desk["submit"]> {
    if (this.fails !== null) return Promise.reject(this.fails);
    this.submitted += asked[1].length;
    return super.submit(...asked);
  }
}

export interface WorldOptions {
  readonly plan?: object;
  /** With a clock the main cell lives by it. */
  readonly clock?: () => Date;
}

const desks: Desk[] = [];
// Before the databases close, which test/postgres.ts does: hooks run in the order opposite to theirs.
afterAll(async () => {
  for (const desk of desks) await desk.close();
});

/** A world of its own for a test file; its main cell is 1, kept by business time alone unless a clock is given. */
export async function world(options: WorldOptions = {}): Promise<World & { readonly desk: FaultyDesk }> {
  const { database } = await freshDatabase();
  const { plan = PLAN, clock } = options;
  const desk = new FaultyDesk({
    database,
    holder: { id: "test", url: "http://test" },
    report: (error) => console.error(error),
    ...(clock === undefined ? {} : { now: () => clock().getTime() * 1_000 }),
  });
  const read = readPlan(plan);
  if (!("plan" in read)) throw new Error("the plan is faulty");
  await desk.createCell(1n, 1n, "main", clock === undefined ? "orders" : "live", read.plan);
  const sent: CodeMessage[] = [];
  const sms = {
    send: (message: CodeMessage) => {
      sent.push(message);
      return Promise.resolve();
    },
  };
  const people = new People(database, {
    cell: 1n,
    operator: 1n,
    secret: SECRET,
    sms,
    staffWithoutTotp: true,
  });
  const demoGateway = new DemoGateway(clock === undefined ? {} : { clock });
  const { answer: wire, publicKey } = demoGateway;
  const channel = new DemoChannel({ wire, publicKey, ...(clock === undefined ? {} : { clock }) });
  const trade = new Trade({
    desk,
    checkPlan,
    channels: [channel],
    ...(clock === undefined ? {} : { clock }),
  });
  desks.push(desk);
  let count = 0;
  const from = { ip: "127.0.0.1", agent: null };
  const browser = (token: string) => ({ cookie: `wellspring=${token}`, "x-wellspring": "1" });
  const made: World & { readonly desk: FaultyDesk } = {
    operator: 1n,
    cell: 1n,
    desk,
    people,
    trade,
    delivery: new Delivery(database, { allowPrivate: true }),
    jobs: new Jobs(database),
    demoGateway,
    proofs: new Proofs(database, proofKey(), clock),
    uploads: new Uploads(database, 1n, mkdtempSync(join(tmpdir(), "wellspring-uploads-")), clock),
    doTrial,
    sent,
    isReady: true,
    ready: () => Promise.resolve({ ready: made.isReady, why: "asked not to be" }),
    async key(...scopes) {
      const { id, key } = given(
        await people.keys.create(SYSTEM, { name: scopes.join(), scopes, store: null }),
      );
      return { id, header: { authorization: `Bearer ${key}` } };
    },
    async staff(role) {
      const login = `${role}-${++count}`;
      const staff = { login, password: PASSWORD, name: role, roles: [role], totp: false } as const;
      const { id } = given(await people.staff.create(SYSTEM, staff));
      return browser(
        (await database.transaction((tx) => people.sessions.open(tx, { id, kind: "staff" }, from))).token,
      );
    },
    async member(phone) {
      const who =
        (await people.persons.findByPhone(phone)) ?? given(await people.persons.create(SYSTEM, { phone }));
      const { token } = await database.transaction((tx) => people.sessions.open(tx, who, from));
      return { header: browser(token), member: who.member ?? "" };
    },
  };
  return made;
}

function proofKey() {
  const { privateKey } = generateKeyPairSync("ed25519");
  const publicKey = publicKeyOf(privateKey);
  return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) };
}

function given<T>(answer: T): Exclude<T, { refused: unknown }> {
  if (isRefused(answer)) throw new Error(answer.refused);
  return answer as Exclude<T, { refused: unknown }>;
}
