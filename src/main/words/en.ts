/** What the command line says in English; the keys are those of zh.ts, checked by the type and by a test. */
import { enRefusals } from "./refusals.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...enRefusals,

  "program.about":
    "Wellspring: the membership books of a coalition of local stores, for anyone to check.\nBacktest a plan on your own orders first; go live afterwards.",
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

  "progress.bounded": "[[title]]  [[bar]] [[percentage]]%  [[value]] / [[total]]  [[rate]] orders/s  [[eta_formatted]] left",
  "progress.open": "[[title]]  [[value]]  [[rate]] orders/s  [[duration_formatted]] so far",

  "fault.cancelled": "Stopped; no half-written file is left.",
  "fault.internal":
    "A fault of the program: {message}. Run it again with WELLSPRING_DEBUG=1 for the details, and report them.",
  "fault.safe_range": "The totals go beyond what can be written exactly (2^53 − 1 fen); no result is given.",
  "fault.stdout": "The result cannot be written to standard output: {reason}",
  "fault.unreadable": "Cannot read {file}: {reason}",
  "fault.unwritable": "Cannot write {file}: {reason}",
  "fault.too_large": "{file} is larger than {limit} KiB; that is no plan.",
  "fault.no_such_plan": "There is no plan “{given}”: neither a file nor a preset. The presets are: {names}",
  "fault.no_such_world":
    "There is no world “{given}”: neither a file nor one that comes along. Those are: {names}",
  "fault.encoding": "{file} is text of neither UTF-8 nor GB18030.",
  "fault.not_lines": "{file} is not JSON line by line (it looks like {kind}); turn it into UTF-8 text.",
  "fault.json": "{file} line {line}, column {column}: this is not how JSON is written.",
  "fault.key_twice": "{file} line {line}, column {column}: “{key}” stands twice in one object; which one counts?",
  "fault.plan": "The plan {file} has {count} fault(s):",
  "fault.world": "The world {file} has {count} fault(s):",
  "fault.foreign_folder":
    "The directory {folder} holds other files ({found}); choose another --out, or say --force (nothing is removed).",

  "system.not_found": "not found",
  "system.permission": "permission denied",
  "system.directory": "is a directory",
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
  "usage.incomplete": "The command {what} needs a subcommand.",
  "usage.other": "Wrong usage: {message}",

  "replay.about": "book a file of orders by a plan and print the result (one JSON object)",
  "replay.orders": "file of orders, one JSON object a line; “-” is standard input",
  "replay.journal": "write every journal as readable text",
  "replay.pretty": "print the result over several lines",
  "replay.keyboard": "Waiting for the keyboard; Ctrl-D ends.",
  "replay.malformed": "{count} line(s) were malformed; see refused in the result (the first is line {line}).",
  "replay.examples": `  wellspring replay --plan local-life orders.jsonl
  wellspring replay --plan my-plan.json --pretty orders.jsonl > result.json
  gunzip -c orders.jsonl.gz | wellspring replay --plan local-life -
  wellspring replay --plan local-life --journal journals.txt orders.jsonl
  Refused orders do not change the exit status; malformed lines make it 2.`,

  "check.about": "check a plan: may it be published, what pays for each promise, what does it come to",
  "check.cost": "cost of self-operated goods as a share of the price; by default what the plan's take leaves",
  "check.bad_cost": "--cost takes a percent up to 100% such as 30%, not “{value}”.",
  "check.examples": `  wellspring check local-life
  wellspring check my-plan.json --json
  wellspring check product-2x --cost 30%
  Exit status 0 where it may be published (also with conditions), 1 where it is refused or faulty.`,

  "headline.split":
    "{spent} yuan spent. Of each 100: stores get {stores}, {pool} enters the pool, the operator gets {operator}, rewards {rewards}.",
  "headline.members":
    "{counted} members with spend: so far the pool has paid {got} of the spend (median); redeeming all today would make it {now}, and {full} of them ({share}) would have no less than they spent.",
  "headline.pool":
    "The price of a point went from {from} to {to} yuan; {into} yuan entered the pool, {paid} was paid to members; forced exits: {exits}.",

  "backtest.about": "backtest a plan on your own orders, with a report and tables",
  "backtest.orders": "a shop's export (CSV, UTF-8 or GBK); “-” is standard input",
  "backtest.out": "directory for the results; reports/<plan>-<file> if absent",
  "backtest.format": "format of the file; csv if absent",
  "backtest.column": "say which column is what, as often as needed; “role=” means there is none. Roles: {roles}",
  "backtest.unit": "unit of the amounts; by default the header's, else yuan",
  "backtest.encoding": "encoding of the file; by default found out",
  "backtest.delimiter": "what separates the columns; by default found out",
  "backtest.offset": "offset of times that carry none; +08:00 if absent",
  "backtest.store": "store of the rows that name none",
  "backtest.stores": "spread members over so many stores where the file names none; 1 if absent",
  "backtest.region": "division code of stores that have none; 110101 if absent",
  "backtest.goods": "all stores sell self-operated goods",
  "backtest.bad_column": "--column takes role=header, not “{value}”. The roles are: {roles}",
  "backtest.no_time": "The plan “{plan}” has a waiting or freezing period, but {file} has rows without a time.",
  "backtest.title": "Plan {plan} version {version} × {source}",
  "backtest.rows": "{rows} rows read: {booked} booked, {refused} refused by the book, {bad} bad.",
  "backtest.note": "Note: ",
  "backtest.report": "Report: ",
  "backtest.tables": "Tables: ",
  "backtest.bad_rows": "Rows not booked: ",
  "backtest.examples": `  wellspring backtest --plan local-life orders.csv
  wellspring backtest --plan my-plan.json orders.csv --column member=Phone --column amount=Paid --unit yuan
  wellspring backtest --plan local-life orders.csv --column sponsor= --out reports/mine
  wellspring backtest --plan local-life --format cdnow CDNOW_master.txt --stores 20
  Orders are taken by time, then by line; negative amounts or a status column are refunds.
  Bad rows make the exit status 2; each is listed in bad-rows.csv.`,

  "demo.about": "backtest the real purchases that come along; understood within seconds",
  "demo.examples": `  wellspring demo
  wellspring demo --lang en
  The results are in reports/demo.`,
  "demo.result":
    "Backtest of real purchases (CDNOW, {members} customers, {rows} rows, {left} of them not booked, {seconds} s), plan local-life:",
  "demo.disclosed": "  This replays history; it promises no gain.",
  "demo.report": "Report:",
  "demo.next": "Next, with your own data:",
  "demo.check": "check local-life|may this plan be published?",
  "demo.explain": "explain local-life --amount 1000|where each fen of 1000 yuan goes",
  "demo.backtest": "backtest --plan local-life orders.csv|your own orders",
  "demo.simulate": "simulate --plan local-life --world stop|what if growth stops?",
  "demo.help": "help backtest|every command has examples",

  "simulate.about": "play a plan in a made-up world many times over: growth, panic, a stop",
  "simulate.world": "a world file, or the name of one that comes along (such as stop, panic, s-curve)",
  "simulate.seed": "seed of chance; the same seed gives the same result, 1 if absent",
  "simulate.runs_option": "how many times to play, 20 if absent",
  "simulate.out": "directory for the results; reports/<plan>-<world> if absent",
  "simulate.title": "Plan {plan} version {version} · world: {world}",
  "simulate.title_report": "Simulation",
  "simulate.section": "The range over many runs",
  "simulate.runs": "{days} days, {runs} runs, seed {seed}; the details are those of the run in the middle (run {median}).",
  "simulate.figure": "At the end (percentiles over runs)",
  "simulate.price": "price of a point (yuan)",
  "simulate.spent": "spent (yuan)",
  "simulate.pool": "pool (yuan)",
  "simulate.paid": "paid to members (yuan)",
  "simulate.members": "members",
  "simulate.purchases": "purchases",
  "simulate.exits": "forced exits",
  "simulate.got": "median member: got, of spend",
  "simulate.now": "median member: redeemed today, of spend",
  "simulate.full": "members with no less than they spent",
  "simulate.median": "The run in the middle (run {median}):",
  "simulate.disclosed": "This plays an assumed world; it promises no gain.",
  "simulate.examples": `  wellspring simulate --plan local-life --world stop
  wellspring simulate --plan local-life --world panic --runs 200 --seed 7
  wellspring simulate --plan my-plan.json --world my-world.json --out reports/mine --json`,

  "explain.about": "the receipt of one purchase: each fen, to whom, by which rule, and why each zero is zero",
  "explain.amount": "amount in yuan, 1000 if absent",
  "explain.cost": "cost of self-operated goods in yuan",
  "explain.goods": "the store sells self-operated goods",
  "explain.take": "the take of the store's own contract, such as 15%",
  "explain.region": "division code of the store, 440106 (Tianhe, Guangzhou) if absent",
  "explain.after": "equal purchases that came before, 0 if absent",
  "explain.own_store": "the buyer owns the store",
  "explain.no_sponsor": "the buyer has no sponsor (the store's owner will be, by the lock)",
  "explain.no_second": "the sponsor has no sponsor",
  "explain.no_recruiter": "nobody brought the store in",
  "explain.no_district": "no district agent",
  "explain.no_city": "no city agent",
  "explain.no_province": "no province agent",
  "explain.bad_take": "--take takes a percent below 100% such as 15%, not “{value}”.",
  "explain.bad_region": "--store-region takes a division code of 6 digits, not “{value}”.",
  "explain.id.purchase": "purchase-1",
  "explain.id.buyer": "buyer",
  "explain.id.sponsor": "sponsor",
  "explain.id.second": "second",
  "explain.id.owner": "owner",
  "explain.id.store": "store",
  "explain.id.recruiter": "recruiter",
  "explain.id.district": "district",
  "explain.id.city": "city",
  "explain.id.province": "province",
  "explain.examples": `  wellspring explain local-life --amount 1000
  wellspring explain local-life --amount 1000 --no-city --no-sponsor
  wellspring explain product-2x --amount 1000 --cost 300
  wellspring explain local-life --store-region 441900 --after 100
  Exit status 1 where the plan refuses the purchase.`,

  "bench.about": "measure the speed of this machine",
  "bench.examples": `  wellspring bench engine
  wellspring bench engine --quick
  wellspring bench engine --lots 1000,1000000,5000000 --mix mixed --json`,
  "bench.engine.about": "orders per second of the engine in memory, and how cost grows with the number of lots",
  "bench.engine.examples": `  wellspring bench engine
  wellspring bench engine --quick
  wellspring bench engine --lots 1000,1000000,5000000 --mix mixed --json
  taskset -c 0 wellspring bench engine      on one core only
  Each size has a book in a thread of its own; they are measured in turns and the median is
  taken. The first turn warms up and does not count.`,
  "bench.lots": "lots in the pool, separated by commas (1 to 5,000,000)",
  "bench.mix": "purchase: purchases alone; mixed: 90% purchases, 5% redemptions, 4% refunds, 1% injections",
  "bench.orders": "orders of one measurement",
  "bench.rounds": "measurements of each size",
  "bench.quick": "small sizes and fewer rounds, done within seconds",
  "bench.timed": "The plan “{plan}” lets purchases wait or freezes commissions; they do not enter the pool at once.",
  "bench.memory": "These books need about {need} GB of memory and about {free} GB are free; say smaller --lots.",
  "bench.head":
    "Plan {plan}, {mix}; {orders} orders a measurement, {rounds} measurements of each size, medians. Node {node}, {cpu}.",
  "bench.columns":
    "lots|orders/s|slowest|fastest|µs/order|ratio|log allows|postings|collecting|exits|refused|heap MB|fill s",
  "bench.within": "Cost grows no faster than the logarithm of the number of lots.",
  "bench.beyond": "Cost grows faster than the logarithm of the number of lots (is the machine busy with other work?).",
};
