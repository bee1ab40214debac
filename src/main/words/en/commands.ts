/** replay, check, explain, bench, in English. */
import type { zhCommands } from "../zh/commands.ts";

export const enCommands: Readonly<Record<keyof typeof zhCommands, string>> = {
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
  "explain.bad_region":
    "--store-region takes a division code: 6 digits, those of a province first, as in 440106; not “{value}”.",
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
  wellspring bench engine --lots 1000,1000000,5000000 --mix mixed --json
  wellspring bench store --quick`,
  "bench.engine.about":
    "orders per second of the engine in memory, and how cost grows with the number of lots",
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
  "bench.timed": "The plan “{plan}” lets purchases wait or freezes commissions: they enter the pool later.",
  "bench.memory":
    "These books need about {need} GB of memory and about {free} GB are free; say smaller --lots.",
  "bench.head":
    "Plan {plan}, {mix}; {orders} orders a measurement, {rounds} measurements of each size, medians. " +
    "Node {node}, {cpu}.",
  "bench.columns":
    "lots|orders/s|per CPU s|core|µs/order|ratio|log allows|postings|collecting|exits|refused|MB|fill s",
  "bench.within": "Cost grows no faster than the logarithm of the number of lots.",
  "bench.beyond":
    "Cost grows faster than the logarithm of the number of lots (a low core share: measure when idle).",
};
