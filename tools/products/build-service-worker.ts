import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

/** What the counter's service worker keeps, so that the hand opens without a network. */
interface HandFiles {
  /** Changes when any of them does. */
  version: string;
  files: string[];
}

interface Chunk {
  file: string;
  name?: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}

/** Letters of few names: without a network the system's own font has them. */
const rarelyNeeded = /latin-ext/;

const always = ["/mark.svg", "/count.webmanifest"];

/** Builds the worker of the counter's pages beside them: it knows by name what it has to keep. */
export async function buildServiceWorker(clientFolder: string): Promise<void> {
  await build({
    entryPoints: [path.join(clientFolder, "worker", "service-worker.ts")],
    outfile: path.join(clientFolder, "build", "service-worker.js"),
    tsconfig: path.join(clientFolder, "worker", "tsconfig.json"),
    define: { HAND_FILES: JSON.stringify(await listHandFiles(clientFolder)) },
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    logLevel: "warning",
  });
}

/** Of all that Vite has built, what the hand's pages are made of. */
async function listHandFiles(clientFolder: string): Promise<HandFiles> {
  const kit = path.join(clientFolder, ".svelte-kit");
  const manifest = JSON.parse(
    await readFile(path.join(kit, "output", "client", ".vite", "manifest.json"), "utf8"),
  ) as Record<string, Chunk>;
  const nodes = await handNodes(path.join(kit, "generated", "build", "client-optimized", "nodes"));
  const starts = Object.entries(manifest).filter(
    ([, { name = "" }]) => name.startsWith("entry/") || nodes.includes(name),
  );
  const built = new Set<string>();
  const seen = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])])
      built.add(`/${file}`);
    for (const each of chunk.imports ?? []) take(each);
    // The application knows every page; those of the desk are not needed here.
    if (chunk.name !== "entry/app") for (const each of chunk.dynamicImports ?? []) take(each);
  };
  for (const [key] of starts) take(key);
  for (const file of await filesOfWorkers(path.join(kit, "output", "client"), [...built]))
    built.add(file);
  const kept = [...built].filter((file) => !rarelyNeeded.test(file));
  const files = [...always, ...kept.sort()];
  const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
  return { version, files };
}

/** Vite's manifest knows workers and not what they load: their files stand beside them, named in their text. */
async function filesOfWorkers(folder: string, built: readonly string[]): Promise<string[]> {
  const workers = built.filter((file) => /\/workers\/[^/]+\.js$/.test(file));
  const named: string[] = [];
  for (const worker of workers) {
    const beside = path.posix.join(path.posix.dirname(worker), "assets");
    const text = await readFile(path.join(folder, worker), "utf8");
    for (const name of await readdir(path.join(folder, beside)))
      if (text.includes(name)) named.push(`${beside}/${name}`);
  }
  return named;
}

/** The frame of all pages, the page of errors, and the pages of the hand. */
async function handNodes(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const file of await readdir(folder)) {
    const number = path.basename(file, ".js");
    const text = await readFile(path.join(folder, file), "utf8");
    // A count is joined by asking the server: without a network its page is of no use.
    const isOfHand = text.includes("routes/(hand)/") && !text.includes("routes/(hand)/join/");
    if (number === "0" || number === "1" || isOfHand) names.push(`nodes/${number}`);
  }
  if (names.length < 4) throw new Error("The built client has no pages of the hand.");
  return names;
}
