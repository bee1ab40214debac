/** The frame: help, usage, files, progress, in English. */
import type { zhFrame } from "../zh/frame.ts";

export const enFrame: Readonly<Record<keyof typeof zhFrame, string>> = {
  "program.about":
    "Wellspring: the membership books of a coalition of local stores, for anyone to check.\nBacktest " +
    "a plan on your own orders first; go live afterwards.",
  "program.usage": "<command> [options]",
  "program.after": `New here? wellspring demo
Examples and exit statuses of a command: wellspring help <command>`,

  "help.usage": "Usage:",
  "help.arguments": "Arguments:",
  "help.options": "Options:",
  "help.global_options": "Options of every command:",
  "help.commands": "Commands:",
  "help.examples": "Examples:",
  "help.status": "Exit status:",
  "help.version": "print the version",
  "help.help": "print this help",
  "help.help_command": "print the help of a command",

  "status.table": `  0    done
  1    refused: a plan that may not be published, or a check that failed
  2    done, but some lines of the input were bad (each is listed)
  3    wrong usage of the command line
  4    a file that cannot be read or written
  70   a fault of the program
  130  stopped by Ctrl-C`,

  "word.or": " or ",
  "word.command": "command",
  "word.options": "options",
  "word.stdin": "standard input",
  "word.orders_jsonl": "ORDERS.jsonl",
  "word.orders_csv": "ORDERS.csv",
  "word.plan": "plan",
  "word.yes": "yes",
  "word.no": "no",

  "option.lang": "language of the screen; by default the system's",
  "option.json": "write JSON, for programs",
  "option.progress": "always show progress (on standard error)",
  "option.no_progress": "show no progress",
  "option.plan": "a plan file, or the name of a preset such as local-life",
  "option.out": "directory for the results",
  "option.force": "write even where the directory holds other files (none is ever removed)",

  "progress.bounded":
    "[[title]]  [[bar]] [[percentage]]%  [[value]] / [[total]]  [[rate]] orders/s  [[eta_formatted]] " +
    "left",
  "progress.open": "[[title]]  [[value]]  [[rate]] orders/s  [[duration_formatted]] so far",

  "fault.cancelled": "Stopped; no half-written file is left.",
  "fault.internal":
    "A fault of the program: {message}. Run it again with WELLSPRING_DEBUG=1 for the details, and " +
    "report them.",
  "fault.safe_range": "The totals go beyond what can be written exactly (2^53 − 1 fen); no result is given.",
  "fault.stdout": "The result cannot be written to standard output: {reason}",
  "fault.unreadable": "Cannot read {file}: {reason}",
  "fault.unwritable": "Cannot write {file}: {reason}",
  "fault.file": "{file}: {sentence}",
  "fault.line": "{file}, line {number}: {sentence}",
  "fault.byte": "{file}, byte {number}: {sentence}",
  "fault.empty": "{file} is empty.",
  "fault.too_large": "{file} is larger than {limit} KiB; that is no plan.",
  "fault.no_such_plan": "There is no plan “{given}”: neither a file nor a preset. The presets are: {names}",
  "fault.no_such_world":
    "There is no world “{given}”: neither a file nor one that comes along. Those are: {names}",
  "fault.encoding": "{file} is text of neither UTF-8 nor GB18030.",
  "fault.not_lines": "{file} is not JSON line by line (it looks like {kind}); turn it into UTF-8 text.",
  "fault.json": "{file} line {line}, column {column}: this is not how JSON is written.",
  "fault.key_twice":
    "{file} line {line}, column {column}: “{key}” stands twice in one object; which one counts?",
  "fault.plan": "The plan {file} has {count} fault(s):",
  "fault.world": "The world {file} has {count} fault(s):",
  "fault.foreign_folder":
    "The directory {folder} holds other files ({found}); choose another --out, or say --force " +
    "(nothing is removed).",

  "system.not_found": "not found",
  "system.permission": "permission denied",
  "system.directory": "is a directory",
  "system.not_directory": "something on the way is no directory",
  "system.name_too_long": "its name is too long",
  "system.full": "no space left on the disk",
  "system.too_many_open": "too many open files",

  "usage.unknown_option": "There is no option {what}.",
  "usage.unknown_option_meant": "There is no option {what}; did you mean {meant}?",
  "usage.unknown_command": "There is no command “{what}”. wellspring --help lists them all.",
  "usage.unknown_command_meant": "There is no command “{what}”; did you mean {meant}?",
  "usage.missing_argument": "The argument {what} is missing.",
  "usage.option_needs_value": "The option {what} needs a value.",
  "usage.option_required": "The option {what} is missing.",
  "usage.too_many_arguments": "Too many arguments for {what}.",
  "usage.options_conflict": "{what} and {other} do not go together.",
  "usage.choice": "“{value}” is none of: {choices}.",
  "usage.whole": "{flag} takes a whole number from {least} to {most}, not “{value}”.",
  "usage.yuan": "{flag} takes an amount (yuan, at most two decimals, no separators), not “{value}”.",
  "usage.incomplete": "This command needs a subcommand; --help lists them.",
  "usage.other": "Wrong usage: {message}",
};
