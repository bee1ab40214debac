/** The frame of the command line: help in two languages, and wrong usage said in one sentence. */
import { Command, type CommanderError, Help, type Option } from "commander";
import { widthOf } from "#statement";
import { Fault } from "./fault.ts";
import { type Key, LANGUAGES, type Say, type Values } from "./language.ts";
import type { Session } from "./session.ts";
import { STATUS } from "./status.ts";

/** Commander writes these titles itself. */
const TITLES: Readonly<Record<string, Key>> = {
  "Usage:": "help.usage",
  "Arguments:": "help.arguments",
  "Options:": "help.options",
  "Global Options:": "help.global_options",
  "Commands:": "help.commands",
};

/** Wrong usage by commander's code; what stands in quotes in its English sentence is the thing at fault. */
const USAGE: Readonly<Record<string, Key>> = {
  "commander.unknownOption": "usage.unknown_option",
  "commander.unknownCommand": "usage.unknown_command",
  "commander.missingArgument": "usage.missing_argument",
  "commander.optionMissingArgument": "usage.option_needs_value",
  "commander.missingMandatoryOptionValue": "usage.option_required",
  "commander.excessArguments": "usage.too_many_arguments",
  "commander.conflictingOption": "usage.options_conflict",
};

/** The program without its commands. */
export function frame(session: Session, version: string): Command {
  const { say, out } = session;
  const program = new Command("wellspring");
  program
    .description(say("program.about"))
    .usage(say("program.usage"))
    .version(version, "-V, --version", say("help.version"))
    .helpOption("-h, --help", say("help.help"))
    .helpCommand(`help [${say("word.command")}]`, say("help.help_command"))
    .option("--lang <zh|en>", say("option.lang"), choice(session, LANGUAGES))
    .option("--json", say("option.json"))
    .option("--progress", say("option.progress"))
    .option("--no-progress", say("option.no_progress"))
    .exitOverride()
    // Whether there is colour is decided where it is put on.
    .configureOutput({ writeOut: (text) => out.now(text), writeErr: () => {}, getOutHasColors: () => true })
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: widthOf,
      helpWidth: Math.min(out.raw.columns ?? 100, 110),
      styleTitle: (title) => out.paint("bold", titleOf(title, say)),
      commandUsage: (command) =>
        new Help()
          .commandUsage(command)
          .replace("[options]", `[${say("word.options")}]`)
          .replace("[command]", `[${say("word.command")}]`),
      optionDescription: (option: Option) => option.description,
      subcommandTerm: (command) => command.name(),
    })
    .addHelpText("after", () => `\n${say("program.after")}`);
  return program;
}

const titleOf = (title: string, say: Say) => {
  const key = TITLES[title];
  return key === undefined ? title : say(key);
};

/** A command with its description, examples and, below them, what its exit statuses mean. */
export function commandOf(parent: Command, session: Session, name: string, texts: Key): Command {
  const { say, out } = session;
  const command = parent.command(name).description(say(texts));
  const examples = `${texts.replace(/\.about$/, "")}.examples` as Key;
  return command.addHelpText("after", () =>
    [
      `\n${out.paint("bold", say("help.examples"))}`,
      say(examples),
      `\n${out.paint("bold", say("help.status"))}`,
      say("status.table"),
    ].join("\n"),
  );
}

const wrong = (key: Key, values: Values) => new Fault(STATUS.usage, key, values);

/** An option that takes one of a few words. */
export function choice<T extends string>(session: Session, words: readonly T[]): (value: string) => T {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined)
      throw wrong("usage.choice", { value, choices: words.join(session.say("word.or")) });
    return found;
  };
}

/** An option that takes a whole number from `least` to `most`. */
export function whole(flag: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) throw wrong("usage.whole", { flag, value, least, most });
    return number;
  };
}

/** An amount of yuan with at most two decimals as fen; nothing is guessed (no separators, no exponents). */
export function yuan(flag: string): (value: string) => bigint {
  return (value) => {
    const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(value);
    if (found === null) throw wrong("usage.yuan", { flag, value });
    return BigInt(`${found[1]}${(found[2] ?? "").padEnd(2, "0")}`);
  };
}

/** What commander says of wrong usage, in the catalogue's words. */
export function usageFault(error: CommanderError): Fault {
  // A command that only holds others shows its help and says no more.
  if (error.code === "commander.help") return wrong("usage.incomplete", {});
  const key = USAGE[error.code];
  if (key === undefined) return wrong("usage.other", { message: error.message.replace(/^error: /, "") });
  const [what = "", other = ""] = [...error.message.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? "");
  const meant = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(error.message)?.[1];
  if (meant !== undefined) return wrong(`${key}_meant` as Key, { what, meant });
  return wrong(key, { what, other });
}
