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
  const files = [...always, ...[...built].sort()];
  const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
  return { version, files };
}

/** The frame of all pages, the page of errors, and the pages of the hand. */
async function handNodes(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const file of await readdir(folder)) {
    const number = path.basename(file, ".js");
    const text = await readFile(path.join(folder, file), "utf8");
    if (number === "0" || number === "1" || text.includes("routes/(hand)/"))
      names.push(`nodes/${number}`);
  }
  if (names.length < 4) throw new Error("The built client has no pages of the hand.");
  return names;
}
