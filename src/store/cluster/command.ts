/** Running one of PostgreSQL's programs as its account. */
import { type SpawnOptions, spawn } from "node:child_process";
import type { Account } from "./account.ts";

/** Environment and account of every program: no PG… variable of the person's shell changes what we do. */
export function spawnOptions(home: { folder: string; account: Account | null }): SpawnOptions {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return {
    cwd: home.folder,
    env: { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" },
    windowsHide: true,
    ...(home.account === null ? {} : { uid: home.account.uid, gid: home.account.gid }),
  };
}

/** Runs a program to its end; `output` is the last of what it said. */
export function command(
  program: string,
  args: readonly string[],
  home: { folder: string; account: Account | null },
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { ...spawnOptions(home), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
