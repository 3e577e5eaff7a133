import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { collectCommand } from "./run-command.ts";

/** A checkout of nothing but the bootstrap and one task, whose installer is a script of ours. */
let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), "tallyroom-bootstrap-"));
  mkdirSync(path.join(checkout, "tools"));
  mkdirSync(path.join(checkout, "programs"));
  const bootstrap = path.join(import.meta.dirname, "bootstrap.mjs");
  copyFileSync(bootstrap, path.join(checkout, "tools", "bootstrap.mjs"));
  write("package.json", "{}");
  write("pnpm-lock.yaml", "first");
  write("tools/greet.ts", GREET);
  installer("exit 0");
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

const GREET = `
const given: string[] = process.argv.slice(2);
console.log("greetings", given.join(" "), process.env.PATH?.includes("node_modules/.bin"));
process.exitCode = Number(given[0] ?? 0);
`;

const write = (file: string, text: string) => writeFileSync(path.join(checkout, file), text);

/** Stands in for npx: what it is called with is noted, then it does what the test wants. */
function installer(ending: string): void {
  const file = "programs/npx";
  write(file, `#!/bin/sh\necho "$@" >> "${checkout}/installed"\n${ending}\n`);
  chmodSync(path.join(checkout, file), 0o755);
}

const installations = () => {
  const file = path.join(checkout, "installed");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
};

function run(task: string[], flags: string[] = []) {
  const bootstrap = path.join(checkout, "tools", "bootstrap.mjs");
  return collectCommand([process.execPath, ...flags, bootstrap, ...task], {
    cwd: checkout,
    environment: {
      PATH: `${path.join(checkout, "programs")}${path.delimiter}${process.env.PATH}`,
      npm_lifecycle_event: undefined,
    },
  });
}

const pretendNode = (version: string) => {
  const script = `Object.defineProperty(process, "version", { value: "${version}" })`;
  return ["--import", `data:text/javascript,${encodeURIComponent(script)}`];
};

describe("the bootstrap", () => {
  test("installs first, with the pinned installer and the lock file", async () => {
    const { output, code } = await run(["greet"]);
    expect(installations()).toEqual([
      "--yes pnpm@12.21.0 install --frozen-lockfile --reporter=append-only",
    ]);
    expect(output).toContain("greetings");
    expect(code).toBe(0);
  });

  test("installs no second time, until the lock file or a manifest changes", async () => {
    await run(["greet"]);
    await run(["greet"]);
    expect(installations()).toHaveLength(1);
    write("pnpm-lock.yaml", "second");
    await run(["greet"]);
    write("package.json", '{ "name": "other" }');
    await run(["greet"]);
    expect(installations()).toHaveLength(3);
  });

  test("shows what the installer said when it fails, and tries again the next time", async () => {
    installer("echo no such package; exit 3");
    const { output, code } = await run(["greet"]);
    expect(output).toContain("no such package");
    expect(output).toContain("The installation failed");
    expect(output).not.toContain("greetings");
    expect(code).toBe(1);
    installer("exit 0");
    expect((await run(["greet"])).output).toContain("greetings");
  });

  test("hands on arguments, programs and the exit code", async () => {
    const { output, code } = await run(["greet", "7", "a b"]);
    expect(output).toContain("greetings 7 a b true");
    expect(code).toBe(7);
  });

  test.each([
    [
      "a Node that is too old",
      pretendNode("v18.20.0"),
      "Tallyroom needs Node.js 20 or newer; this is v18.20.0.",
    ],
    [
      "a Node too old to do without the pinned one",
      pretendNode("v20.5.0"),
      `On ${process.platform} ${process.arch} Tallyroom needs Node.js 22.17 or newer; this is v20.5.0.`,
    ],
  ])("refuses %s in one sentence", async (_, flags, sentence) => {
    await run(["greet"]);
    const { output, code } = await run(["greet"], flags);
    expect(output).toBe(`${sentence}\n`);
    expect(code).toBe(1);
  });

  test("refuses a folder that cannot be written in one sentence", async () => {
    // Root may write everywhere, but not into a file.
    write("node_modules", "");
    const { output, code } = await run(["greet"]);
    expect(output).toBe(
      `Tallyroom cannot write to ${checkout}; unpack it into a folder that you may change.\n`,
    );
    expect(code).toBe(1);
  });

  test("refuses a task that it does not know", async () => {
    const { output, code } = await run(["grete"]);
    expect(output).toMatch(/^There is no task called grete; see "scripts" in package\.json\.\n$/);
    expect(code).toBe(1);
  });
});
