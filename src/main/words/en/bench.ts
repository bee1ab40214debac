/** bench store, in English. */
export const enBench = {
  "bench.store.about":
    "orders a second the store books durably, and how much faster that is than the usual way",
  "bench.store.examples": `  wellspring bench store --quick
  wellspring bench store
  wellspring bench store --members 1000000,5000000 --svg store.svg --json > store.json
  wellspring bench store --database-url postgresql://… --members 100000
  Nothing to set up: an embedded PostgreSQL is made in a temporary folder and removed afterwards. A PostgreSQL
  of your own needs an account that may create databases.
  The variants run in turns, figures are medians. Checked each time: nothing answered is lost, (C, N) is what
  the engine comes to when it books the same orders, every fen is in an account.
  Exit status: 0 all checks hold, 1 one does not.`,
  "bench.store.members": "members, separated by commas (1,000 to 5,000,000); 1000000 unless said otherwise",
  "bench.store.quick": "100,000 members and short runs, done within a minute",
  "bench.store.rounds": "rounds; 3 unless said otherwise",
  "bench.store.sustain":
    "seconds of the long run, through a checkpoint; 300 unless said otherwise, 0 with --quick",
  "bench.store.database":
    "use this PostgreSQL instead of the embedded one; a database is created there and dropped at the end",
  "bench.store.svg": "draw the chart into this file",
  "bench.store.not_empty": "--members needs one number of members at least.",
  "bench.store.stage.fill": "making the book",
  "bench.store.stage.usual": "making the usual service's tables",
  "bench.store.stage.load": "loading the book",
  "bench.store.stage.round": "round {round} {variant}: {rate} a second",
  "bench.store.stage.open": "open loop, {rate} arrivals a second",
  "bench.store.stage.sustain": "long run of {done} seconds",
  "bench.store.stage.crash": "killing the database under full load",
  "bench.store.stage.check": "checking order by order with the engine",
  "bench.store.at": "[{seconds} s] {members} members: {what}",
  "bench.store.variant.naive": "the usual way",
  "bench.store.variant.naive_zipf": "the usual way, few members often",
  "bench.store.variant.plpgsql": "one PL/pgSQL call an order",
  "bench.store.variant.reference": "book loaded anew a group",
  "bench.store.variant.product": "this product",
  "bench.store.variant.product_zipf": "this product, few members often",
  "bench.store.variant.simple_update": "transaction of pgbench -N",
  "bench.store.variant.copy": "bare COPY of the same rows (bound)",
  "bench.store.head":
    "{members} members, {stores} stores, medians of {rounds} rounds. " +
    "{cpu}, {cores} cores; Node {node}, PostgreSQL {postgresql}; load before {load}.",
  "bench.store.columns":
    "variant|orders/s|slowest|fastest|ratio|p50 ms|p99|p99.9|" +
    "PG µs/order|Node µs/order|log bytes/order|used by others",
  "bench.store.open":
    "Open loop at {rate} a second: p50 {p50}, p99 {p99}, p99.9 {p999} ms; {answered} a second were answered.",
  "bench.store.history":
    "Reading an account's newest 20 rows with the balance after each, under full load: " +
    "p50 {p50}, p99 {p99} ms.",
  "bench.store.views":
    "The views behind lists and figures follow later: PG {pg} and Node {us} µs an order, not counted above.",
  "bench.store.sustained": "{seconds} seconds on end, through a checkpoint: {rate} a second, p99 {p99} ms.",
  "bench.store.crash":
    "Database killed (kill -9) under full load: booking again after {recovery} s; " +
    "{answered} answered, {lost} lost, {doubled} doubled.",
  "bench.store.headline":
    "{ratio} times the usual way, {share} of bare COPY; {rate} orders a second, p99 {p99} ms, " +
    "PG {pg} and Node {us} µs an order.",
  "bench.store.growth": "From {from} to {to} members an order costs × {growth}.",
  "bench.store.check":
    "{variant}: {orders} orders, {lost} lost; (C, N) {same}; {fen} fen and {grains} grains astray.",
  "bench.store.same": "as the engine has it",
  "bench.store.differs": "differs from the engine",
  "bench.store.good": "All checks hold.",
  "bench.store.bad": "A check does not hold!",
  "bench.store.chart": "orders booked durably a second, {members} members",
} as const;
