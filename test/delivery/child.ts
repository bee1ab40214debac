/** A node of its own, to be killed: works at jobs and webhooks of a cell until then. Arguments: URL, cell. */
import { Database } from "#store";
import { Delivery, Jobs } from "../../src/desk/delivery/index.ts";

const [url = "", cell = "0"] = process.argv.slice(2);
const database = new Database(url, { most: 5 });
const jobs = new Jobs(database, { poll: 20, lease: 400, most: 8 });
jobs.handle("effect", async (run) => {
  await new Promise((done) => setTimeout(done, 15));
  await database.transaction(async (tx) => {
    await tx.query("INSERT INTO effect (cell_id, job_id) VALUES ($1, $2)", [run.cell, run.id]);
    await run.finishIn(tx, null);
  });
});
const delivery = new Delivery(database, {
  allowPrivate: true,
  poll: 20,
  lease: 400,
  timeout: 300,
  retry: { first: 50, longest: 200 },
});
jobs.start([BigInt(cell)]);
delivery.start([BigInt(cell)]);
process.stdout.write("working\n");
