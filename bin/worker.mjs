// The entry of every worker thread. A floor starts one by naming a module of its own:
//   new Worker(new URL("../../bin/worker.mjs", import.meta.url), { workerData: { room: "sim/run", … } })
// and that module reads workerData and parentPort itself. It runs alike from source and from dist.
import { workerData } from "node:worker_threads";
import { enter, findRoom } from "./rooms.mjs";

const found = findRoom(workerData.room);
if (found === undefined) throw new Error(`no module "${workerData.room}" for this worker`);
await enter(found);
