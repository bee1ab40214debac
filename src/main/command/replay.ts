/** `replay`: a file of orders through a plan, as RULES section 7 says, in the memory of the book alone. */
import type { Command } from "commander";
import { type Journal, Replay, resultOf } from "#engine";
import { journalText, safe } from "#statement";
import { Fault, systemFault } from "../fault.ts";
import { type Input, isSystem, openInput, SlowFile } from "../files.ts";
import { jsonPieces } from "../json.ts";
import type { Say } from "../language.ts";
import { type Line, LineReader } from "../lines.ts";
import { planFor } from "../planfile.ts";
import { act, type EveryOption, type Session } from "../session.ts";
import { STATUS } from "../status.ts";
import { commandOf } from "../usage.ts";

interface Options extends EveryOption {
  readonly plan?: string;
  readonly journal?: string;
  readonly pretty?: boolean;
}

/** Stands for a line that could not be read as text: no JSON, and so malformed as a whole. */
const NO_TEXT = "\0";

/** Adds the command. */
export function replay(program: Command, session: Session): void {
  const { say } = session;
  const command = commandOf(program, session, "replay", "replay.about")
    .argument(`<${say("word.orders_jsonl")}>`, say("replay.orders"))
    .option("--plan <plan>", say("option.plan"))
    .option("--journal <file>", say("replay.journal"))
    .option("--pretty", say("replay.pretty"));
  act<Options>(command, session, async ([path = "-"], options) => {
    const plan = await planFor(options.plan, say);
    const input = await openInput(path, say);
    if (path === "-" && process.stdin.isTTY) await session.err.line(say("replay.keyboard"));
    const file = options.journal === undefined ? null : new SlowFile(options.journal, say);
    let journals = "";
    const note = (journal: Journal) => {
      journals += `${journalText(journal, say.language)}\n\n`;
    };
    const book = new Replay(plan, file === null ? undefined : note);
    try {
      await feed(session, options, input, book, async () => {
        const text = journals;
        journals = "";
        await file?.write(text);
      });
      await file?.finish();
    } catch (error) {
      await file?.drop();
      throw error;
    }
    for (const piece of jsonPieces(resultOf(book), options.pretty ? 2 : 0)) await session.out.write(piece);
    await session.out.write("\n");
    if (book.malformed > 0) await session.err.line(malformedNote(book, say));
    return book.malformed > 0 ? STATUS.badLines : STATUS.ok;
  });
}

function malformedNote(book: Replay, say: Say): string {
  const first = book.refused.find((listed) => "line" in listed);
  return say("replay.malformed", { count: book.malformed, line: first === undefined ? "" : first.line });
}

/**
 * What a file of lines is often mistaken for, by its first bytes. One word is better than a million bad
 * lines.
 */
const OTHER_KINDS: readonly (readonly [magic: string, kind: string])[] = [
  ["fffe", "UTF-16"],
  ["feff", "UTF-16"],
  ["1f8b", "gzip"],
  ["504b0304", "ZIP / Excel"],
];

function refuseOtherKinds(head: Buffer, file: string): void {
  const start = head.subarray(0, 4).toString("hex");
  const found = OTHER_KINDS.find(([magic]) => start.startsWith(magic));
  if (found !== undefined) throw new Fault(STATUS.unreadable, "fault.not_lines", { file, kind: found[1] });
}

/** Reads the lines into the replay; `piece` is awaited after each piece of the file. */
async function feed(
  session: Session,
  options: EveryOption,
  input: Input,
  book: Replay,
  piece: () => Promise<void>,
): Promise<void> {
  const reader = new LineReader();
  const { total, stream, name } = input;
  const progress = session.progress(options, { title: safe(name), total, unit: "bytes" });
  let lines = 0;
  let bytes = 0;
  const take = (texts: readonly Line[]) => {
    for (const text of texts) book.line(text ?? NO_TEXT, ++lines);
  };
  const stop = () => stream.destroy();
  session.signal.addEventListener("abort", stop);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      session.check();
      if (bytes === 0) refuseOtherKinds(chunk, name);
      take(reader.push(chunk));
      bytes += chunk.length;
      progress.at(bytes, lines);
      await piece();
    }
    session.check();
    take(reader.end());
    await piece();
  } catch (error) {
    session.check();
    throw isSystem(error) ? systemFault("fault.unreadable", name, error, session.say) : error;
  } finally {
    session.signal.removeEventListener("abort", stop);
    progress.stop();
    stream.destroy();
  }
}
