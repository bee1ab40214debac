/** A coalition of two stores on a server of its own, with a clock that is held. */
import { NOWHERE, SYSTEM } from "#people";
import { type Api, buildServer } from "../../src/api/index.ts";
import { heldClock } from "../delivery/ground.ts";
import { LOCAL } from "../plans.ts";
import { type FaultyDesk, type World, world } from "./world.ts";

export const FREEZE_DAYS = 7;
export const DAY = 86_400_000;

export type Header = Record<string, string>;

export interface Person {
  readonly header: Header;
  readonly member: string;
}

export interface Reply {
  readonly status: number;
  /** What a server answers is what the tests are about: nothing is assumed of it. */
  readonly body: ReturnType<JSON["parse"]>;
}

export interface TradeWorld {
  readonly services: World & { readonly desk: FaultyDesk };
  readonly app: Api;
  readonly clock: () => Date;
  readonly pass: (milliseconds: number) => void;
  /** Owner of the tea house, and the sponsor of mei. */
  readonly owner: Person;
  readonly mei: Person;
  /** A member nobody has to do with. */
  readonly lin: Person;
  /** Serves at the tea house. */
  readonly clerk: Header;
  /** Owns the noodle house. */
  readonly rival: Person;
  get(url: string, who: Header): Promise<Reply>;
  post(url: string, who: Header, payload?: object, key?: string): Promise<Reply>;
}

let keys = 0;

export async function tradeWorld(): Promise<TradeWorld> {
  const { clock, pass } = heldClock(new Date("2026-11-02T02:00:00Z"));
  const plan = { ...LOCAL, commission_freeze: `P${FREEZE_DAYS}D` };
  const services = await world({ plan, clock });
  const many = 1_000_000;
  const perMinute = { address: many, person: many, key: many, signIn: many, failures: many };
  const app = await buildServer(services, { logLevel: "silent", perMinute });
  const all = () => Promise.all([1, 2, 3, 4, 5].map((n) => services.member(`1380000000${n}`)));
  const [owner, mei, lin, rival, clerk] = (await all()) as [Person, Person, Person, Person, Person];
  const orders = [
    { id: "j1", kind: "join", member: owner.member },
    { id: "j2", kind: "join", member: mei.member, sponsor: owner.member },
    { id: "j3", kind: "join", member: lin.member },
    { id: "j4", kind: "join", member: rival.member },
    { id: "s1", kind: "open_store", merchant: "tea", owner: owner.member, region: "110101" },
    { id: "s2", kind: "open_store", merchant: "noodles", owner: rival.member, region: "110101" },
  ];
  const answers = await services.desk.submit(
    1n,
    orders.map((json) => ({ json })),
  );
  for (const answer of answers) if (answer.status !== "booked") throw new Error(JSON.stringify(answer));
  const grants = [
    [owner, "merchant", "tea"],
    [rival, "merchant", "noodles"],
    [clerk, "clerk", "tea"],
  ] as const;
  for (const [{ member }, role, store] of grants) {
    const person = await services.people.persons.findByMember(member);
    await services.people.persons.grant(SYSTEM, person?.id ?? "", role, store);
  }
  // What somebody has been granted ends his sessions: all sign in anew.
  const signedIn = (await all()) as [Person, Person, Person, Person, Person];
  const text = { textId: "disclosure@2026-11-01", text: "积分不是存款" };
  for (const { member } of signedIn) {
    const principal = await services.people.persons.findByMember(member);
    if (principal === undefined) throw new Error(member);
    await services.people.consents.record(principal, "disclosure", text, true, NOWHERE);
  }
  const send = async (method: "GET" | "POST", url: string, headers: Header, payload?: object) => {
    const reply = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: reply.statusCode, body: reply.body === "" ? null : reply.json() };
  };
  return {
    services,
    app,
    clock,
    pass,
    owner: signedIn[0],
    mei: signedIn[1],
    lin: signedIn[2],
    rival: signedIn[3],
    clerk: signedIn[4].header,
    get: (url, who) => send("GET", url, who),
    post: (url, who, payload, key = `k${++keys}`) =>
      send("POST", url, { ...who, "idempotency-key": key }, payload),
  };
}
