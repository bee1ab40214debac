/**
 * One PostgreSQL for a whole run of vitest. This file only names its folder: the first test that asks for a
 * database starts it there, the other worker adopts it, and a run without such tests never starts one.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serves } from "../src/store/cluster/postmaster.ts";

export const FOLDER = "WELLSPRING_TEST_CLUSTER";
const PREFIX = "wellspring-test-";

/** A new folder under the system's own, which PostgreSQL's account can walk into. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

export function setup(): () => Promise<void> {
  sweep();
  const folder = testFolder();
  process.env[FOLDER] = folder;
  return () => discard(folder);
}

/** Ends whatever server runs in the folder, gently or not, and takes the folder away. */
export async function discard(folder: string): Promise<void> {
  const data = join(folder, "postgresql");
  const pid = pidIn(data);
  if (pid !== undefined && serves(pid, data)) {
    process.kill(pid, "SIGQUIT");
    for (let tries = 0; tries < 200 && serves(pid, data); tries++) {
      await new Promise((done) => setTimeout(done, 25));
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What a run that was killed has left behind. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const run = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (run === undefined) continue;
    try {
      process.kill(Number(run), 0);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ESRCH") {
        // Another user's leftovers may not be ours to take away.
        discard(join(tmpdir(), name)).catch(() => {});
      }
    }
  }
}

function pidIn(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
