/**
 * Who PostgreSQL runs as. It refuses to run as root, so root lends it an account without rights; anybody else
 * runs it as themselves.
 */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StoreFault } from "../trouble.ts";

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAMES = ["wellspring", "postgres"];

/**
 * The account for the cluster in `folder`; null: whoever runs this process. An existing folder keeps its
 * owner, so that a cluster made as one user is not taken over by another.
 */
export function chooseAccount(folder: string): Account | null {
  const self = process.getuid?.();
  if (self === undefined) return null;
  const owner = existsSync(folder) ? statSync(folder) : undefined;
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return null;
    throw new StoreFault(
      `数据文件夹 ${folder} 属于另一个系统用户（uid ${owner.uid}）。请用那个用户或 root 运行。`,
      `The data folder ${folder} belongs to another system user (uid ${owner.uid}). Run as that user ` +
        "or as root.",
    );
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of NAMES) {
    const account = lookUp(name);
    if (account !== null) return account;
  }
  return create("wellspring");
}

function lookUp(name: string): Account | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** Debian and Red Hat have the first, BusyBox the second. */
const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"]],
  ["adduser", ["-S", "-D", "-H"]],
];

function create(name: string): Account {
  for (const [command, args] of WAYS) {
    try {
      execFileSync(command, [...args, name], { stdio: "ignore" });
    } catch {
      continue;
    }
    const account = lookUp(name);
    if (account !== null) return account;
  }
  throw new StoreFault(
    `PostgreSQL 不能以 root 运行，而系统用户 ${name} 无法自动建立（没有 useradd / adduser）。请手工建立该用户，或以普通用户运行，或用 ` +
      "WELLSPRING_DATABASE_URL 指向自己的 PostgreSQL。",
    `PostgreSQL does not run as root, and the system user ${name} could not be created (no useradd ` +
      "or adduser). Create it by hand, run as an ordinary user, or set WELLSPRING_DATABASE_URL to a " +
      "PostgreSQL of your own.",
  );
}

/** Whether the account can walk down to `path`: each folder above it lets it pass. ACLs are not read. */
export function canReach(account: Account | null, path: string): boolean {
  if (account === null) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { uid, gid, mode } = statSync(folder);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
