import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file as the rules see it. Paths are relative to the project and use "/". */
export interface Source {
  path: string;
  lines: string[];
  imports: Import[];
}

export interface Import {
  line: number;
  /** The path of a file of ours, or the name of a package as it is written. */
  target: string;
}

const SKIPPED = new Set(["node_modules", "dist", "build", "test-results"]);
const READ = /\.(ts|mts|js|mjs|svelte|css|md|sql|yml|yaml|sh)$|(^|\/)(Dockerfile|run)$/;

export function readSources(root: string): Source[] {
  return filesUnder(root, "").map((file) => {
    return toSource(file, readFileSync(path.join(root, file), "utf8"));
  });
}

export function toSource(file: string, text: string): Source {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return { path: file, lines, imports: lines.flatMap((line, at) => importsIn(file, line, at + 1)) };
}

function filesUnder(root: string, folder: string): string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    // What tools keep for themselves begins with a dot.
    if (entry.name.startsWith(".")) return [];
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(root, file);
    return entry.isFile() && READ.test(file) ? [file] : [];
  });
}

/** Formatted code has what an import names on the line of its `from`, or of a bare `import`. */
function importsIn(file: string, text: string, line: number): Import[] {
  const pattern = /(?:\bfrom\s+|\bimport\s+|\bimport\s*\(\s*)["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map(([, name = ""]) => ({
    line,
    target: resolve(file, name),
  }));
}

function resolve(file: string, name: string): string {
  if (name.startsWith(".")) return path.posix.join(path.posix.dirname(file), name);
  if (name.startsWith("#lib/")) return `client/src/lib/${name.slice("#lib/".length)}`;
  return name;
}
