/** Starting and stopping the server process. */
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StoreFault } from "../trouble.ts";
import { command, spawnOptions } from "./command.ts";
import { give, type Home } from "./home.ts";
import { findPostmaster, serves } from "./postmaster.ts";
import type { Programs } from "./programs.ts";

const LOG = "postgresql.log";
const LOG_LIMIT = 10 * 2 ** 20;

/** Orphans of a killed server let go of its memory within moments; a start until then is refused. */
const ORPHANS = 20_000;

/**
 * Starts the server and waits until it is ready, or recovering, or another process's server is there. It is
 * detached: neither Ctrl-C in the terminal nor the death of this process ends it.
 */
export async function startServer(
  home: Home,
  programs: Programs,
  port: number,
): Promise<"started" | "other" | "port taken"> {
  const until = Date.now() + ORPHANS;
  for (;;) {
    const log = join(home.folder, LOG);
    if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log);
    const handle = openSync(log, "a", 0o600);
    give(home, log);
    const from = statSync(log).size;
    const child = spawn(programs.postgres, ["-D", home.data, "-p", String(port)], {
      ...spawnOptions(home),
      detached: true,
      stdio: ["ignore", handle, handle],
    });
    closeSync(handle);
    let ended: string | undefined;
    child.on("error", (error) => {
      ended = error.message;
    });
    child.on("exit", (code, signal) => {
      ended = `exit ${code ?? signal}`;
    });
    child.unref();
    while (ended === undefined) {
      if (findPostmaster(home.data)?.pid === child.pid) return "started";
      await pause(20);
    }
    const said = readFileSync(log, "utf8").slice(from);
    if (/lock file "postmaster\.pid" already exists/.test(said)) return "other";
    if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return "port taken";
    const orphans = /pre-existing shared memory block|lock file .* is empty/.test(said);
    if (!orphans || Date.now() > until) throw notStarted(log, ended, said);
    await pause(200);
  }
}

function notStarted(log: string, ended: string, said: string): StoreFault {
  const last = said.trim().split("\n").slice(-6).join("\n");
  return new StoreFault(
    `PostgreSQL 没有启动（${ended}），记录在 ${log}：\n${last}`,
    `PostgreSQL did not start (${ended}); its log is ${log}.`,
  );
}

/** Stops the server in order: connections are ended, a checkpoint is written. */
export async function stopServer(home: Home, programs: Programs): Promise<void> {
  const running = findPostmaster(home.data);
  if (running === undefined) return;
  const args = ["stop", "-D", home.data, "-m", "fast", "-t", "60"];
  const { code } = await command(programs.pgCtl, args, home);
  if (code !== 0) await endServer(home, programs, running.pid);
}

/** Ends a server that does not answer: at once, and if even that is not heard, by force. Loses no commit. */
export async function endServer(home: Home, programs: Programs, pid: number): Promise<void> {
  await command(programs.pgCtl, ["stop", "-D", home.data, "-m", "immediate", "-t", "5"], home);
  if (!serves(pid, home.data)) return;
  process.kill(pid, "SIGKILL");
  for (let tries = 0; tries < 100 && serves(pid, home.data); tries++) await pause(50);
}

/** `wanted` if it is free on the loopback, else any free port. */
export async function freePort(wanted: number | undefined): Promise<number> {
  return (wanted === undefined ? undefined : await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const got = typeof address === "object" ? address?.port : undefined;
      server.close(() => resolve(got));
    });
  });
}
