import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../server-process.ts";

const SKIPPED_FOLDERS = new Set(["node_modules", "dist", "build", ".svelte-kit", "e2e"]);
const isTest = (name: string) => /\.(test|spec)\.ts$/.test(name);

/** A digest of what a product is built from; tests are no part of it. */
export function stampSources(sources: string[]): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of filesUnder(path.join(projectRoot, source))) {
      hash
        .update(`${path.relative(projectRoot, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

export function isUpToDate(stampFile: string, stamp: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

export function writeStamp(stampFile: string, stamp: string): void {
  writeFileSync(stampFile, stamp);
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const full = path.join(place, entry.name);
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesUnder(full);
    return entry.isFile() && !isTest(entry.name) ? [full] : [];
  });
}
