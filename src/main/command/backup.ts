/** `backup` and `restore`: the whole database in one file, and back into an empty one. */
import type { Command } from "commander";
import { safe } from "#statement";
import { type BackupProgress, backup, restore } from "#store";
import { Fault } from "../fault.ts";
import { isThere } from "../files.ts";
import type { Key } from "../language.ts";
import { act, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { onStore, type StoreOptions, toldOf, withStore } from "../storework.ts";
import { commandOf } from "../usage.ts";

/** Adds `backup`. */
export function backedUp(program: Command, session: Session): void {
  work(program, session, "backup", backup, "backup.done");
}

/** Adds `restore`. */
export function restored(program: Command, session: Session): void {
  work(program, session, "restore", restore, "restore.done");
}

function work(
  program: Command,
  session: Session,
  name: "backup" | "restore",
  run: typeof backup | typeof restore,
  done: Key,
): void {
  const { say, signal, out } = session;
  const command = commandOf(program, session, name, `${name}.about`).argument(
    `<${say("word.file")}>`,
    say(`${name}.file`),
  );
  act<StoreOptions>(onStore(command, session), session, async ([file = ""], options) => {
    if (name === "restore" && !(await isThere(file)))
      throw new Fault(STATUS.unreadable, "fault.unreadable", { file, reason: say("system.not_found") });
    const end = await withStore(
      session,
      options,
      async ({ database }) => {
        const bar = session.progress(options, { title: safe(file), total: null, unit: "bytes" });
        const progress: BackupProgress = ({ bytes }) => bar.at(bytes, 0);
        return await toldOf(session, file, () =>
          run(database, file, { progress, signal }).finally(() => bar.stop()),
        );
      },
      true,
    );
    if (options.json) await session.json({ file, rows: end.rows, sha256: end.sha256 });
    else {
      const values = { file: safe(file), rows: end.rows.toLocaleString("en"), sha256: end.sha256 };
      await out.line(say(done, values));
    }
    return STATUS.ok;
  });
}
