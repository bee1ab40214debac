/** A desk on a database of its own, and what the tests of the desk share. */
import { readdirSync, readFileSync } from "node:fs";
import { type Answer, Desk, type DeskSettings } from "#desk";
import {
  canonical,
  type Journal,
  type Listed,
  type Plan,
  parseLine,
  Replay,
  type ReplayResult,
  readPlan,
  resultOf,
} from "#engine";
import { type Database, genesis, journalRecord, nextHead, putOperator } from "#store";
import { freshDatabase, type TestDatabase } from "../postgres.ts";

const folder = new URL("../cases/", import.meta.url);
export const text = (name: string) => readFileSync(new URL(name, folder), "utf8");
export const caseNames = readdirSync(folder)
  .filter((name) => name.endsWith(".plan.json"))
  .map((name) => name.replace(".plan.json", ""));

export function planOf(json: unknown): Plan {
  const read = readPlan(json);
  if (!("plan" in read)) throw new Error(JSON.stringify(read.faults));
  return read.plan;
}

export interface Stage extends TestDatabase {
  readonly desk: Desk;
  readonly faults: unknown[];
  /** Another desk on the same database, as another process would be. */
  another(settings?: Partial<DeskSettings>): Desk;
}

let holders = 0;

export async function stage(settings: Partial<DeskSettings> = {}): Promise<Stage> {
  const made = await freshDatabase();
  await putOperator(made.database, 1n, "测试");
  const faults: unknown[] = [];
  const another = (more: Partial<DeskSettings> = {}) => {
    holders += 1;
    const holder = { id: `holder-${process.pid}-${holders}`, url: "http://127.0.0.1:0" };
    const report = (error: unknown) => faults.push(error);
    return new Desk({ database: made.database, holder, report, ...settings, ...more });
  };
  return { ...made, desk: another(), faults, another };
}

/** Lines of a file as parsed JSON; one that is no JSON stays something no order is. */
export const linesOf = (file: string) =>
  file
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ json: parseLine(line) }));

/** `refused` of a result, from the answers to the lines of a file. */
export function listed(answers: readonly Answer[]): Listed[] {
  return answers.flatMap((answer, i): Listed[] => {
    if (answer.status === "malformed") return [{ line: i + 1, code: "malformed", field: answer.field }];
    return answer.status === "refused" ? [{ id: answer.id, code: answer.code }] : [];
  });
}

/**
 * The same orders through the memory of the engine alone: the result, the records, the head of their chain.
 */
export function replayed(plan: Plan, file: string) {
  const records: string[] = [];
  const seen = (journal: Journal) => records.push(canonical(journalRecord(journal)));
  const replay = new Replay(plan, seen);
  file.split("\n").forEach((line, i) => {
    replay.line(line, i + 1);
  });
  const head = records.reduce(nextHead, genesis(plan));
  const result: ReplayResult = JSON.parse(JSON.stringify(resultOf(replay)));
  return { result, records, head };
}

/** Lets every commit of a group take so long, that the next group is surely decided meanwhile. */
export async function slowCommits(database: Database, milliseconds: number): Promise<void> {
  await database.query(`CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(${milliseconds / 1_000}); RETURN NULL; END $$`);
  await database.query(`CREATE CONSTRAINT TRIGGER slowly AFTER INSERT ON price DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION slowly()`);
}
