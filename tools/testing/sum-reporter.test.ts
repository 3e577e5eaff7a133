import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { collectCommand } from "../run-command.ts";
import { projectRoot } from "../server-process.ts";

let folder: string;

beforeEach(() => {
  // Inside the project, because the tests in it import vitest.
  const cache = path.join(projectRoot, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, "sum-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = `import { beforeAll, describe, test } from "vitest";\n`;

async function run(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), HEAD + text);
  }
  const vitest = path.join(projectRoot, "node_modules", "vitest", "vitest.mjs");
  const reporter = path.join(import.meta.dirname, "sum-reporter.ts");
  const config = path.join(folder, "vitest.config.mjs");
  writeFileSync(config, "export default {};\n");
  const command = [process.execPath, vitest, "run", "--root", folder, "--config", config];
  const { code, output } = await collectCommand([...command, "--reporter", reporter], {
    environment: { CI: "true" },
  });
  return { code, lines: output.trimEnd().split("\n") };
}

describe("the last line of a run", () => {
  test("counts what passed and failed over all files", async () => {
    const { code, lines } = await run({
      "a.test.js": `test("one", () => {}); test("two", () => { throw new Error("no"); });`,
      "b.test.js": `test("three", () => {});`,
    });
    expect(lines.at(-1)).toBe("tests: 2 passed, 1 failed");
    expect(code).not.toBe(0);
  });

  test("counts what was skipped, after the reason for each", async () => {
    const { code, lines } = await run({
      "a.test.js": `test("one", () => {}); test("moon", (t) => t.skip("no moon tonight"));`,
    });
    expect(lines.at(-1)).toBe("tests: 1 passed, 0 failed, 1 skipped");
    expect(lines).toContainEqual(expect.stringMatching(/a\.test\.js > moon: no moon tonight/));
    expect(code).toBe(0);
  });

  test("counts a file that does not load, a broken hook and an error outside any test", async () => {
    const { code, lines } = await run({
      "a.test.js": `import "./missing.js"; test("never", () => {});`,
      "b.test.js": `describe("s", () => { beforeAll(() => { throw new Error("no"); }); test("x", () => {}); });`,
      "c.test.js": `test("ok", () => new Promise((done) => { setTimeout(() => { done(); throw new Error("late"); }); }));`,
    });
    expect(lines.at(-1)).toBe("tests: 1 passed, 3 failed, 1 skipped");
    expect(code).not.toBe(0);
  });

  test("is no success when nothing ran", async () => {
    const { code, lines } = await run({});
    expect(lines.at(-1)).toBe("tests: 0 passed, 1 failed");
    expect(code).not.toBe(0);
  });
});
