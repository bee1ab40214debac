/**
 * A program that holds a cluster until it is told to go: `node --import tsx holder.ts FOLDER`. Says one line of
 * JSON when the cluster is up; SIGTERM lets go of it in order.
 */
import { openCluster } from "../../src/store/cluster/index.ts";

const folder = process.argv[2] ?? "";
const cluster = await openCluster({ folder, log: (line) => console.error(line) });
console.log(JSON.stringify({ url: cluster.url, pid: cluster.postmasterPid }));
const stay = setInterval(() => {}, 1000);
process.once("SIGTERM", () => {
  clearInterval(stay);
  void cluster.stop();
});
