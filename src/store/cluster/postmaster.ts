/** What stands in postmaster.pid, and whether that process is really the server of this data folder. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Accepts connections; otherwise it starts, recovers or stops. */
  readonly ready: boolean;
}

const FILE = "postmaster.pid";

/** The server of the data folder that lives now, if any. */
export function findPostmaster(data: string): Postmaster | undefined {
  const path = join(data, FILE);
  if (!existsSync(path)) return undefined;
  let lines: string[];
  try {
    lines = readFileSync(path, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !serves(pid, data)) return undefined;
  return { pid, port: Number(lines[3] ?? Number.NaN), ready: lines[7]?.trim() === "ready" };
}

/**
 * Takes away a postmaster.pid whose number now belongs to a strange process: PostgreSQL would refuse to start
 * beside it for ever. One whose process is gone is left to PostgreSQL, which first looks for orphans of it.
 */
export function dropStrangePid(data: string): void {
  const path = join(data, FILE);
  try {
    const pid = Number(readFileSync(path, "utf8").split("\n")[0]);
    if (lives(pid) && !serves(pid, data)) rmSync(path);
  } catch {
    // No file, or it went away just now: nothing to drop.
  }
}

/** Whether `pid` is a live PostgreSQL server on `data`: a number alone may have gone to another process. */
export function serves(pid: number, data: string): boolean {
  if (!lives(pid)) return false;
  if (process.platform === "linux") {
    try {
      const name = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
      return name.startsWith("postgres") && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch (error) {
      // Gone, or dead and not yet buried; what may not be looked at belongs to somebody else and is let be.
      return error instanceof Error && "code" in error && error.code === "EACCES";
    }
  }
  if (process.platform === "win32") return true;
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).includes("postgres");
  } catch {
    return false;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
