// The door of every npm script: `node scripts/run.mjs start`. It needs no package to be installed.
import { nodeWillDo } from "../bin/node-version.mjs";

if (nodeWillDo(process.versions.node)) {
  void import(`./${process.argv[2]}.mjs`).then((task) => task.run(process.argv.slice(3)));
}
