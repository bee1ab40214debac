/**
 * What a run costs: time on a core of node and of PostgreSQL, log written, and how much others used the
 * machine.
 */
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import type { Queryable } from "#store";

/** The kernel counts in hundredths of a second. */
const US_A_TICK = 10_000;

export interface Cost {
  readonly seconds: number;
  readonly nodeUs: number;
  /** Null where the database's processes cannot be seen from here. */
  readonly pgUs: number | null;
  readonly walBytes: number;
  /** Share of the machine's cores that neither this program nor its database used, but somebody else. */
  readonly others: number | null;
}

interface Reading {
  readonly at: number;
  readonly node: number;
  readonly pg: number | null;
  readonly wal: bigint;
  readonly busy: number | null;
}

/** Reads the meters at the start and the end of a run. */
export class Meter {
  private start: Reading | null = null;

  constructor(
    private readonly db: Queryable,
    /** The database's first process, told anew after a crash. */
    private readonly postmaster: () => number | null,
  ) {}

  async begin(): Promise<void> {
    this.start = await this.read();
  }

  async end(): Promise<Cost> {
    const { start } = this;
    if (start === null) throw new Error("the meter was not begun");
    const end = await this.read();
    const seconds = (end.at - start.at) / 1_000;
    const nodeUs = end.node - start.node;
    const pgUs = end.pg === null || start.pg === null ? null : end.pg - start.pg;
    const all = end.busy === null || start.busy === null ? null : end.busy - start.busy;
    const others =
      all === null || pgUs === null ? null : (all - nodeUs - pgUs) / (seconds * 1e6 * cpus().length);
    const walBytes = Number(end.wal - start.wal);
    return { seconds, nodeUs, pgUs, walBytes, others: others === null ? null : Math.max(0, others) };
  }

  private async read(): Promise<Reading> {
    const { rows } = await this.db.query<{ wal: bigint }>(
      "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint AS wal",
    );
    const { user, system } = process.cpuUsage();
    const postmaster = this.postmaster();
    return {
      at: performance.now(),
      node: user + system,
      pg: postmaster === null ? null : treeUs(postmaster),
      wal: rows[0]?.wal ?? 0n,
      busy: busyUs(),
    };
  }
}

/** Microseconds on a core of a process, its children that live, and those that have ended. */
function treeUs(root: number): number | null {
  const own = statOf(root);
  if (own === null) return null;
  let ticks = own.ticks + own.ended;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(Number(name));
    if (stat !== null && stat.parent === root) ticks += stat.ticks;
  }
  return ticks * US_A_TICK;
}

function statOf(pid: number): { parent: number; ticks: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold blanks; what follows it does not.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const at = (n: number) => fields[n - 3] ?? 0;
    return { parent: at(4), ticks: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return null;
  }
}

/** Microseconds that all cores have worked. */
function busyUs(): number | null {
  try {
    const [, ...fields] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").split(/\s+/);
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = fields.map(Number);
    return (user + nice + system + irq + softirq) * US_A_TICK;
  } catch {
    return null;
  }
}

/** The first process of the database behind a connection, where it runs on this machine. */
export async function postmasterBehind(db: Queryable): Promise<number | null> {
  const { rows } = await db.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const parent = statOf(rows[0]?.pid ?? 0)?.parent ?? null;
  if (parent === null) return null;
  try {
    return readFileSync(`/proc/${parent}/comm`, "utf8").startsWith("postgres") ? parent : null;
  } catch {
    return null;
  }
}
