#!/usr/bin/env node
import { nodeWillDo } from "./node-version.mjs";

// launch.mjs is loaded only after the check: an old Node could not even parse what it brings in.
if (nodeWillDo(process.versions.node)) {
  void import("./launch.mjs").then((launcher) => launcher.launch(process.argv.slice(2)));
}
