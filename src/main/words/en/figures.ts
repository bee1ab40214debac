/** backtest, simulate, demo, in English. */
import type { zhFigures } from "../zh/figures.ts";

export const enFigures: Readonly<Record<keyof typeof zhFigures, string>> = {
  "headline.split":
    "{spent} yuan spent. Of each 100: merchants get {merchants}, {pool} enters the pool, the operator gets " +
    "{operator}, commissions {commissions}{others}.",
  "headline.unspent": "No spend: no purchase was booked, or all were refunded.",
  "headline.others": ", others {others}",
  "headline.members":
    "{counted} members with spend: so far the pool has paid {got} of the spend (median); redeeming " +
    "all today would make it {now}, and {full} of them ({share}) would have no less than they spent.",
  "headline.pool":
    "The price of a point went from {from} to {to} yuan; {into} yuan entered the pool, {paid} was " +
    "paid to members; forced exits: {exits}.",

  "backtest.about": "backtest a plan on your own orders, with a report and tables",
  "backtest.orders": "a shop's export (CSV, UTF-8 or GBK); “-” is standard input",
  "backtest.out": "directory for the results; reports/<plan>-<file> if absent",
  "backtest.format": "format of the file; csv if absent",
  "backtest.column":
    "say which column is what, as often as needed; “role=” means there is none. Roles: {roles}",
  "backtest.unit": "unit of the amounts; by default the header's, else yuan",
  "backtest.encoding": "encoding of the file; by default found out",
  "backtest.delimiter": "what separates the columns; by default found out",
  "backtest.offset": "offset of times that carry none; +08:00 if absent",
  "backtest.store": "store of the rows that name none",
  "backtest.stores": "spread members over so many stores where the file names none; 1 if absent",
  "backtest.region": "division code of stores that have none; 110101 if absent",
  "backtest.goods": "all stores sell self-operated goods",
  "backtest.bad_column": "--column takes role=header, not “{value}”. The roles are: {roles}",
  "backtest.no_time":
    "The plan “{plan}” has a waiting or freezing period, but {file} has rows without a time.",
  "backtest.no_rows": "{file} has a header but no row of orders.",
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

  "adversary.section": "Adversaries",
  "adversary.explained":
    "Each acts on the real engine in the first stretch of this world, so figures are smaller than those of " +
    "the whole; of all the ways tried, the one best for him is shown.",
  "adversary.name": "adversary",
  "adversary.verdict": "verdict",
  "adversary.proof": "proof",
  "adversary.holds": "holds",
  "adversary.pays": "pays",
  "adversary.disclosed": "known, to be disclosed",

  "demo.about": "backtest the real purchases that come along; understood within seconds",
  "demo.examples": `  wellspring demo
  wellspring demo --lang en
  The results are in reports/demo.`,
  "demo.result":
    "Backtest of real purchases (CDNOW, {members} members, {rows} rows, {left} of them not booked, " +
    "{seconds} s), plan local-life:",
  "demo.disclosed": "  This replays history; it promises no gain.",
  "demo.report": "Report:",
  "demo.next": "Next, with your own data:",
  "demo.check": "check local-life|may this plan be published?",
  "demo.explain": "explain local-life --amount 1000|where each fen of 1000 yuan goes",
  "demo.backtest": "backtest --plan local-life orders.csv|your own orders",
  "demo.simulate": "simulate --plan local-life --world stop|what if growth stops?",
  "demo.help": "help backtest|every command has examples",

  "simulate.about": "play a plan in a made-up world many times over: growth, panic, a stop",
  "simulate.world":
    "a world file, or the name of one that comes along (such as stop, panic, s-curve); town if absent",
  "simulate.adversary": "let an adversary act, too, and judge: {names}",
  "simulate.seed": "seed of chance; the same seed gives the same result, 1 if absent",
  "simulate.runs_option": "how many times to play, 20 if absent",
  "simulate.out": "directory for the results; reports/<plan>-<world> if absent",
  "simulate.title": "Plan {plan} version {version} · world: {world}",
  "simulate.title_report": "Simulation",
  "simulate.section": "The range over many runs",
  "simulate.runs":
    "{days} days, {runs} runs, seed {seed}; the details are those of the run in the middle (run " +
    "{median}).",
  "simulate.range": "p50 is the value in the middle; 8 of 10 runs lie between p10 and p90.",
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
  wellspring simulate --plan local-life --adversary all
  wellspring simulate --plan my-plan.json --world my-world.json --out reports/mine --json
  Exit status 1 where an adversary comes out ahead, unless the rules know and say so.`,
};
