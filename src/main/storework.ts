/** What the commands on a database share: which one it is, and how its faults are told. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { openDatabase, openStore, type Store, StoreFault } from "#store";
import { Fault, systemFault } from "./fault.ts";
import { isSystem } from "./files.ts";
import type { Goal } from "./progress.ts";
import type { EveryOption, Session } from "./session.ts";
import { STATUS } from "./status.ts";
import { whole } from "./usage.ts";

export interface StoreOptions extends EveryOption {
  readonly database?: string;
  readonly data?: string;
}

/** Adds the options that say which database. */
export function onStore(command: Command, { say }: Session): Command {
  return command
    .option("--database <url>", say("option.database"))
    .option(`--data <${say("word.folder")}>`, say("option.data"));
}

/** Adds the option that says which cell. */
export function onCell(command: Command, { say }: Session): Command {
  return command.option("--cell <n>", say("option.cell"), whole("--cell", 1, 999_999_999_999_999));
}

/** The cell asked for; that of the operator itself where none is said. */
export const cellOf = ({ cell }: { readonly cell?: number }) => BigInt(cell ?? 1);

/** The data folder: of the embedded database, and of the operator's key. */
export const folderOf = (options: StoreOptions, { env }: Session) =>
  resolve(options.data ?? (env["WELLSPRING_DATA"] || "data"));

/**
 * Opens the database, does the work and closes it. `isBare`: the schema is left as it is. Faults of the
 * store, and of files, come out as sentences of the catalogue.
 */
export async function withStore<T>(
  session: Session,
  options: StoreOptions,
  work: (store: Store) => Promise<T>,
  isBare = false,
): Promise<T> {
  const { env, err } = session;
  const settings = {
    // A folder that is named means the database in it.
    databaseUrl:
      options.database ?? (options.data === undefined ? env["WELLSPRING_DATABASE_URL"] : undefined),
    dataFolder: folderOf(options, session),
    log: (line: string) => err.now(`${line}\n`),
  };
  return await toldOf(session, "", async () => {
    const store = await (isBare ? openDatabase : openStore)(settings);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/** A progress line that begins when it is first known how much there is to do. */
export function barOf(session: Session, options: EveryOption, title: string, unit: Goal["unit"]) {
  let bar: ReturnType<Session["progress"]> | null = null;
  return {
    at: (done: number, total: number, journals: number) => {
      bar ??= session.progress(options, { title, total, unit });
      bar.at(done, journals);
    },
    stop: () => bar?.stop(),
  };
}

/** Tells the faults of the store and of `file` in the catalogue's words. */
export async function toldOf<T>(session: Session, file: string, work: () => Promise<T>): Promise<T> {
  const { say } = session;
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault)
      throw new Fault(STATUS.unreadable, "fault.file", {
        file: file === "" ? say("word.database") : file,
        sentence: error[say.language],
      });
    if (!isSystem(error) || session.signal.aborted) throw error;
    const { path = file } = error as NodeJS.ErrnoException;
    throw systemFault("fault.unreadable", path === "" ? say("word.database") : path, error, say);
  }
}
