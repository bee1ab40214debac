/** Who this process is among those that may write a cell, and whether another one is surely gone. */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Holder } from "#store";

const SHAPE = /^(.*) (\d+) ([0-9a-f]+)$/;

/** This process: its machine, its number there, and chance, for numbers come again. */
export function thisHolder(url: string): Holder {
  return { id: `${hostname()} ${process.pid} ${randomBytes(6).toString("hex")}`, url };
}

/**
 * Whether a holder was a process of this machine that no longer is: whoever starts after a crash need not
 * wait for the end of its lease. To be wrong would cost a hand-over and nothing else, for the epoch
 * fences.
 */
export function isGone(holder: Holder): boolean {
  const [, host, pid] = SHAPE.exec(holder.id) ?? [];
  if (host !== hostname()) return false;
  const number = Number(pid);
  if (number === process.pid) return true;
  try {
    process.kill(number, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
