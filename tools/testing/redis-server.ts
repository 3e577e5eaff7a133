import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../server-process.ts";

const run = promisify(execFile);

export interface RedisServer {
  url: string;
  /** As a crash does; `start` brings it back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Program {
  file: string;
  libraries?: string;
}

const unpacked = path.join(projectRoot, "node_modules", ".cache", "tallyroom-redis");
/** In Debian's package the program that checks files is the server under another name. */
const unpackedServer = path.join(unpacked, "usr", "bin", "redis-check-rdb");
const debianPackages = ["redis-tools", "libjemalloc2", "liblzf1"];

/** A real server: one that is installed, or Debian's unpacked for these tests; or why there is none. */
export async function startRedisServer(): Promise<RedisServer | { reason: string }> {
  const program = await findProgram().catch((error: unknown) => ({ reason: String(error) }));
  if ("reason" in program) return program;
  const port = await freePort();
  let running: ChildProcess | null = null;
  const start = async () => {
    running = launch(program, port);
    await answers(port, running);
  };
  const kill = async () => {
    const child = running;
    running = null;
    if (!child || child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, kill, start, stop: kill };
}

async function findProgram(): Promise<Program | { reason: string }> {
  for (const name of ["valkey-server", "redis-server"])
    for (const folder of (process.env["PATH"] ?? "").split(path.delimiter))
      if (existsSync(path.join(folder, name))) return { file: path.join(folder, name) };
  if (!existsSync(unpackedServer)) {
    if (!existsSync("/usr/bin/apt-get"))
      return { reason: "neither valkey-server nor redis-server is installed" };
    await unpackDebians();
  }
  const libraries = path.join(unpacked, "usr", "lib");
  const folders = await run("find", [libraries, "-name", "*.so.*", "-printf", "%h\n"]);
  return { file: unpackedServer, libraries: [...new Set(folders.stdout.split("\n"))].join(":") };
}

/** Installs nothing: the packages are unpacked beside the dependencies. */
async function unpackDebians(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "tallyroom-redis-"));
  const download = () => run("apt-get", ["download", ...debianPackages], { cwd: folder });
  await download().catch(async () => {
    await run("apt-get", ["update"]);
    await download();
  });
  const root = path.join(folder, "root");
  const { stdout } = await run("find", [folder, "-name", "*.deb"]);
  for (const file of stdout.trim().split("\n")) await run("dpkg-deb", ["-x", file, root]);
  await mkdir(path.dirname(unpacked), { recursive: true });
  await rename(root, unpacked).catch(() => run("cp", ["-r", root, unpacked]));
  await rm(folder, { recursive: true, force: true });
}

function launch({ file, libraries }: Program, port: number): ChildProcess {
  const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  return spawn(file, settings, {
    argv0: "redis-server",
    cwd: tmpdir(),
    stdio: "ignore",
    env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
  });
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The Redis server ended: ${child.exitCode}.`);
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
