/** A cell's people on a real database, with a clock the test holds and codes the test can read. */
import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { isRefused, type PeopleRefusal } from "../../src/people/answer.ts";
import { SYSTEM } from "../../src/people/audit.ts";
import { NOWHERE } from "../../src/people/ground.ts";
import { totpCode } from "../../src/people/password.ts";
import { People, type PeopleOptions } from "../../src/people/people.ts";
import type { Principal } from "../../src/people/role.ts";
import type { CodeMessage } from "../../src/people/sms.ts";
import { freshDatabase, type TestDatabase } from "../postgres.ts";

export const SECRET = "1:a secret of the tests that is long enough to serve";
export const PASSWORD = "correct horse 42 battery";

export class Scene {
  now = new Date("2026-03-01T02:00:00.000Z");
  readonly sent: CodeMessage[] = [];
  readonly people: People;
  private secrets = new Map<string, string>();
  private names = 0;

  constructor(
    readonly store: TestDatabase,
    readonly options: Partial<PeopleOptions> = {},
  ) {
    this.people = this.another();
  }

  /** People over the same database: another process, another key, another cell. */
  another(options: Partial<PeopleOptions> = {}): People {
    return new People(this.store.database, {
      cell: 1n,
      operator: 1n,
      secret: SECRET,
      clock: () => this.now,
      random: randomBytes,
      sms: {
        send: (message) => {
          this.sent.push(message);
          return Promise.resolve();
        },
      },
      ...this.options,
      ...options,
    });
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  /** Makes staff of these roles. */
  async appoint(...roles: string[]): Promise<{ id: string; login: string }> {
    this.names++;
    const login = `${roles[0]}${this.names}`;
    const made = must(
      await this.people.staff.create(SYSTEM, { login, password: PASSWORD, name: "王五", roles }),
    );
    this.secrets.set(login, made.totp?.secret ?? "");
    return { id: made.id, login };
  }

  code(login: string): string {
    return totpCode(this.secrets.get(login) ?? "", this.now);
  }

  async signInStaff(login: string): Promise<{ token: string; principal: Principal }> {
    const shown = { login, password: PASSWORD, totp: this.code(login) };
    return must(await this.people.staffDoor.signIn(shown, NOWHERE));
  }

  /** A member of staff, made and signed in. */
  async officer(...roles: string[]): Promise<Principal> {
    return (await this.signInStaff((await this.appoint(...roles)).login)).principal;
  }

  async signInPhone(phone: string) {
    must(await this.people.codes.request(phone, NOWHERE));
    const code = this.sent.at(-1)?.code ?? "";
    const signed = must(await this.people.codes.signIn(phone, code, NOWHERE));
    this.pass(61);
    return signed;
  }
}

export async function scene(options: Partial<PeopleOptions> = {}): Promise<Scene> {
  return new Scene(await freshDatabase(), options);
}

/** The answer, where a refusal would be a fault of the test. */
export function must<T>(answer: T | PeopleRefusal): T {
  if (isRefused(answer)) throw new Error(`refused: ${answer.refused}`);
  return answer as T;
}

export function refusedAs(answer: unknown): string {
  expect(isRefused(answer), JSON.stringify(answer)).toBe(true);
  return (answer as PeopleRefusal).refused;
}

/** Fifty at once. */
export async function fifty<T>(work: (at: number) => Promise<T>): Promise<T[]> {
  return await Promise.all(Array.from({ length: 50 }, (_, at) => work(at)));
}
