/**
 * People 人事 of one cell, put together: sign-in, roles and row scope, keys, four eyes, logs, personal data.
 */
import { randomBytes } from "node:crypto";
import type { Database } from "#store";
import { type Access, accessOf, machineAccess, publicAccess } from "./access.ts";
import { Answered } from "./answered.ts";
import { Approvals } from "./approvals.ts";
import { Audit } from "./audit.ts";
import { Codes } from "./codes.ts";
import { Consents } from "./consents.ts";
import { Ground, type PeopleSettings } from "./ground.ts";
import { ApiKeys } from "./keys.ts";
import { sweepLimits } from "./limit.ts";
import { type LoginLine, listLogins } from "./logins.ts";
import { Personal } from "./personal.ts";
import { Persons } from "./persons.ts";
import { Preferences } from "./preferences.ts";
import { rekey } from "./rekey.ts";
import type { Machine, Principal } from "./role.ts";
import { Sessions } from "./sessions.ts";
import { logSms } from "./sms.ts";
import { Staff } from "./staff.ts";
import { StaffDoor } from "./staffdoor.ts";

/** Clock, chance and the sender of codes are the machine's own unless given. */
export type PeopleOptions = Pick<PeopleSettings, "cell" | "operator" | "secret"> & Partial<PeopleSettings>;

/** Who stands behind a request. */
export type Actor =
  | { readonly kind: "principal"; readonly principal: Principal }
  | { readonly kind: "machine"; readonly machine: Machine }
  | { readonly kind: "public" };

export class People {
  readonly audit: Audit;
  readonly sessions: Sessions;
  readonly persons: Persons;
  readonly codes: Codes;
  readonly staff: Staff;
  readonly staffDoor: StaffDoor;
  readonly keys: ApiKeys;
  readonly approvals: Approvals;
  readonly consents: Consents;
  readonly personal: Personal;
  readonly answered: Answered;
  readonly preferences: Preferences;
  private readonly ground: Ground;

  constructor(database: Database, options: PeopleOptions) {
    this.ground = new Ground(database, {
      clock: () => new Date(),
      random: randomBytes,
      sms: logSms((line) => console.info(line)),
      ...options,
    });
    this.audit = new Audit(this.ground);
    this.sessions = new Sessions(this.ground);
    this.persons = new Persons(this.ground, this.audit, this.sessions);
    this.codes = new Codes(this.ground, this.sessions, this.persons);
    this.staff = new Staff(this.ground, this.audit, this.sessions);
    this.staffDoor = new StaffDoor(this.ground, this.sessions);
    this.keys = new ApiKeys(this.ground, this.audit);
    this.approvals = new Approvals(this.ground, this.audit);
    this.consents = new Consents(this.ground, this.audit);
    this.answered = new Answered(this.ground);
    this.preferences = new Preferences(this.ground);
    this.personal = new Personal(this.ground, this.audit, this.sessions, this.consents);
  }

  /**
   * Whom a token (session or key) speaks for; undefined for one that is not valid, which is never the
   * public.
   */
  async actor(token: string | null): Promise<Actor | undefined> {
    if (token === null) return { kind: "public" };
    if (token.startsWith("wsk_")) {
      const machine = await this.keys.find(token);
      return machine && { kind: "machine", machine };
    }
    const principal = await this.sessions.find(token);
    return principal && { kind: "principal", principal };
  }

  /** What the actor may reach on a route; the one question every route asks first. */
  access(actor: Actor, method: string, path: string): Access {
    if (actor.kind === "principal") {
      const access = accessOf(actor.principal, method, path);
      return access.reach === "no" ? publicAccess(method, path) : access;
    }
    return actor.kind === "machine" ? machineAccess(actor.machine, method, path) : publicAccess(method, path);
  }

  async logins(principal: string, limit: number, before: string | null = null): Promise<LoginLine[]> {
    return await listLogins(this.ground, principal, limit, before);
  }

  /** Encrypts a text under the house's key, for one place: what others keep of persons, such as a phone. */
  seal(place: string, text: string): Buffer {
    return this.ground.vault.seal(this.ground.place("sealed", place), text);
  }

  /** The text again; throws VaultFault where it is no cipher of ours, or belongs to another place. */
  open(place: string, sealed: Buffer): string {
    return this.ground.vault.open(this.ground.place("sealed", place), sealed);
  }

  /** Forgets what has expired: sessions, codes, counts. For a job, once an hour. */
  async sweep(): Promise<void> {
    await this.sessions.sweep();
    await this.codes.sweep();
    await this.answered.sweep();
    await sweepLimits(this.ground);
  }

  /**
   * Writes everything of an older key again under the one in force; then the old one may leave the
   * settings.
   */
  async rekey(): Promise<number> {
    return await rekey(this.ground);
  }
}
