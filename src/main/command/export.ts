/** `export`: a cell's journals in one file, with a signed proof, to be checked anywhere. */
import type { Command } from "commander";
import { safe } from "#statement";
import { exportCell, fingerprintOf, openProofKey } from "#store";
import { Fault } from "../fault.ts";
import { act, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { barOf, cellOf, folderOf, onCell, onStore, type StoreOptions, withStore } from "../storework.ts";
import { commandOf } from "../usage.ts";

interface Options extends StoreOptions {
  readonly cell?: number;
  readonly out: string;
}

/** Adds the command. */
export function exported(program: Command, session: Session): void {
  const { say, out, signal } = session;
  const command = commandOf(program, session, "export", "export.about");
  onStore(onCell(command, session), session).requiredOption(`--out <${say("word.file")}>`, say("export.out"));
  act<Options>(command, session, async (_, options) => {
    const cell = cellOf(options);
    const { out: file } = options;
    const proof = await withStore(session, options, async ({ database }) => {
      const key = await openProofKey(folderOf(options, session));
      if (key.isNew) await session.err.line(say("verify.new_key"));
      const bar = barOf(session, options, safe(file), "steps");
      const progress = (done: number, total: number) => bar.at(done, total, done);
      const how = { key, at: new Date(), progress, signal };
      return await exportCell(database, cell, file, how).finally(() => bar.stop());
    });
    if (proof === null) throw new Fault(STATUS.refused, "fault.no_cell", { cell: `${cell}` });
    if (options.json) await session.json({ file, proof });
    else {
      const values = { file: safe(file), journals: proof.seq.toLocaleString("en"), key: proof.key };
      await out.line(say("export.done", { ...values, fingerprint: fingerprintOf(proof.key) }));
      await out.line(say("verify.not_shown"));
    }
    return STATUS.ok;
  });
}
