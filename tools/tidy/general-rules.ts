import path from "node:path";
import { findLines, isCode, isTest, type Rule } from "./rule.ts";

const VAGUE_NAMES = ["utils", "util", "helpers", "helper", "types", "services", "common", "misc"];
const LONGEST = { ".ts": 300, ".svelte": 200 };
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Written in pieces, because this file is judged too. */
const MARKERS = new RegExp(
  ["TO" + "DO", "FIX" + "ME", "XX" + "X"].map((word) => `\\b${word}\\b`).join("|"),
);
const ONLY = new RegExp(`\\b(test|it|describe|suite)(\\.\\w+)*\\.on${"ly"}\\b`);

const isOurs = (file: string) => isCode(file) && !file.endsWith(".d.ts");

export const GENERAL_RULES: Rule[] = [
  {
    name: "surroundings are read in one place",
    applies: (file) =>
      isOurs(file) &&
      !isTest(file) &&
      /^(server|client\/src|schema|bench)\//.test(file) &&
      file !== "server/src/config.ts",
    find: findLines(
      /\bprocess\.env\b/,
      "the environment is read here",
      "add it to server/src/config.ts and pass it on",
    ),
    planted: { path: "server/src/app.ts", text: "const port = process.env.PORT;\n" },
  },
  {
    name: "names say what is inside",
    applies: isOurs,
    find: ({ path: file }) => {
      const parts = file.split("/");
      const stem = path.posix.basename(file).split(".")[0] ?? "";
      const vague = [...parts.slice(0, -1), stem].find((part) => VAGUE_NAMES.includes(part));
      if (!vague) return [];
      const fix = "name the file after its main export, the folder after its part of the domain";
      return [{ line: 1, what: `"${vague}" could hold anything`, fix }];
    },
    planted: { path: "server/src/stock/utils.ts", text: "" },
  },
  {
    name: "file names are kebab-case",
    applies: (file) => isOurs(file) && !file.startsWith("client/src/routes/"),
    find: ({ path: file }) => {
      const stem = path.posix.basename(file).split(".")[0] ?? "";
      if (KEBAB.test(stem)) return [];
      return [{ line: 1, what: `"${stem}" is not kebab-case`, fix: "rename the file" }];
    },
    planted: { path: "server/src/stock/stockMove.ts", text: "" },
  },
  {
    name: "features have no barrels",
    applies: (file) => /^(server\/src|client\/src\/lib)\/.*\/index\.ts$/.test(file),
    find: () => [
      { line: 1, what: "a barrel hides who uses what", fix: "import from the file that has it" },
    ],
    planted: { path: "server/src/stock/index.ts", text: "" },
  },
  {
    name: "files fit a head",
    applies: (file) => isOurs(file) && path.extname(file) in LONGEST,
    find: ({ path: file, lines }) => {
      const longest = LONGEST[path.extname(file) as keyof typeof LONGEST];
      if (lines.length <= longest) return [];
      const what = `${lines.length} lines, at most ${longest}`;
      return [{ line: longest + 1, what, fix: "split it where the subject changes" }];
    },
    planted: { path: "server/src/stock/ledger.ts", text: "//\n".repeat(LONGEST[".ts"] + 1) },
  },
  {
    name: "nothing unfinished is left",
    applies: isOurs,
    find: findLines(MARKERS, "a marker was left", "do it now, or leave it out"),
    planted: { path: "server/src/app.ts", text: `// ${"TO" + "DO"}: later\n` },
  },
  {
    name: "no test shuts out the others",
    applies: isTest,
    find: findLines(ONLY, "only this test would run", "remove the word"),
    planted: { path: "server/src/app.test.ts", text: `test.${"only"}("this", () => {});\n` },
  },
  {
    name: "no debugger",
    applies: isOurs,
    find: findLines(/^\s*debugger;/, "a debugger statement was left", "remove it"),
    planted: { path: "client/src/lib/stock/stock-row.ts", text: "  debugger;\n" },
  },
  {
    name: "the lock file names no registry",
    applies: (file) => file === "pnpm-lock.yaml",
    find: findLines(
      /\bregistry\b|https?:\/\/|\btarball:/,
      "a host is named",
      "install again without a registry of your own in the settings",
    ),
    planted: {
      path: "pnpm-lock.yaml",
      text: "    resolution: {integrity: sha512-x, tarball: https://packages.example/a.tgz}\n",
    },
  },
];
