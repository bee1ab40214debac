/** A small town for tests of everyday routes: two stores, their owners and clerks, members, an agent, staff. */
import { SYSTEM } from "#people";
import { type Api, buildServer } from "../../src/api/index.ts";
import { type FaultyDesk, type World, world } from "./world.ts";

export type Header = Record<string, string>;
export type Services = World & { readonly desk: FaultyDesk };

export interface Person {
  readonly header: Header;
  readonly member: string;
  readonly id: string;
}

export interface Town {
  readonly services: Services;
  readonly app: Api;
  /** Owners of s1 (Nanshan) and s2 (Futian), a clerk of each, the agent of Nanshan, three members. */
  readonly owner1: Person;
  readonly owner2: Person;
  readonly clerk1: Person;
  readonly clerk2: Person;
  readonly member1: Person;
  readonly member2: Person;
  readonly member3: Person;
  readonly agent: Person;
  ask(who: Header, method: string, url: string, payload?: object, key?: string): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  /** The answer as JSON; nothing where it is none. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly text: string;
  readonly headers: Record<string, unknown>;
}

const many = 1_000_000;
export const NO_LIMITS = { address: many, person: many, key: many, signIn: many, failures: many };

let keys = 0;

/** Member 1 is locked to owner 1 and has bought at s1; member 2 has nobody; member 3 is locked to owner 2. */
export async function town(): Promise<Town> {
  const services = await world();
  const app = await buildServer(services, { logLevel: "silent", perMinute: NO_LIMITS });
  const { people, desk, trade, cell } = services;
  const person = async (phone: string, sponsor?: string): Promise<Person> => {
    const { header, member } = await services.member(phone);
    const order = {
      id: `join:${member}`,
      kind: "join",
      member,
      ...(sponsor === undefined ? {} : { sponsor }),
    };
    const [answer] = await desk.submit(cell, [{ json: order }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify(answer));
    const found = await people.persons.findByMember(member);
    return { header, member, id: found?.id ?? "" };
  };
  /** Granting a role ends the sessions: the header is made anew. */
  const grant = async (who: Person, phone: string, role: "merchant" | "clerk" | "agent", value: string) => {
    await people.persons.grant(SYSTEM, who.id, role, value);
    return { ...who, header: (await services.member(phone)).header };
  };
  const store = async (merchant: string, owner: string, region: string) => {
    const words = { nameZh: `${merchant} 店`, nameEn: merchant, address: "路 1 号", by: "test" };
    const opened = await trade.stores.open(cell, { merchant, owner, region, ...words });
    if ("refused" in opened) throw new Error(opened.refused);
  };
  const [p1, p2] = ["13700000001", "13700000002"] as const;
  const first = await person(p1);
  const second = await person(p2);
  await store("s1", first.member, "440305");
  await store("s2", second.member, "440304");
  const owner1 = await grant(first, p1, "merchant", "s1");
  const owner2 = await grant(second, p2, "merchant", "s2");
  const member1 = await person("13700000003", first.member);
  const member2 = await person("13700000004");
  const member3 = await person("13700000005", second.member);
  const clerk1 = await grant(await person("13700000006"), "13700000006", "clerk", "s1");
  const clerk2 = await grant(await person("13700000007"), "13700000007", "clerk", "s2");
  const agent = await grant(await person("13700000008"), "13700000008", "agent", "440305");
  const purchase = { kind: "purchase", member: member1.member, merchant: "s1", amount_fen: 10_000 };
  const [bought] = await desk.submit(cell, [{ json: { id: "town-1", ...purchase } }]);
  if (bought?.status !== "booked") throw new Error(JSON.stringify(bought));
  const ask: Town["ask"] = async (who, method, url, payload, key) => {
    const write = method === "GET" ? {} : { "idempotency-key": key ?? `town-${++keys}` };
    const reply = await app.inject({
      method: method as "GET",
      url,
      headers: { ...write, ...who },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(reply.headers["content-type"]).includes("json") && reply.body !== "";
    return {
      status: reply.statusCode,
      body: isJson ? reply.json() : {},
      text: reply.body,
      headers: reply.headers,
    };
  };
  return { services, app, owner1, owner2, clerk1, clerk2, member1, member2, member3, agent, ask };
}
