import path from "node:path";
import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node";
import { type Sum, sumLine } from "./sum-line.ts";

/**
 * Prints the sum as the very last line, after every skipped test with its reason. A file that does
 * not load and an error outside any test each count as one failure.
 */
export default class SumReporter implements Reporter {
  private vitest: Vitest | undefined;
  private sum: Sum = { passed: 0, failed: 0, skipped: 0 };

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
    // Other reporters, and errors while closing, still print after the run has ended.
    process.on("exit", () => {
      if (vitest.config.watch) return;
      // A run that fails without a failing test (no file found, a setup that broke) is no success.
      if (process.exitCode && this.sum.failed === 0) this.sum.failed = 1;
      process.stdout.write(`${sumLine(this.sum)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.sum = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    const reasons: string[] = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) this.count(test, reasons);
      this.sum.failed += this.failuresOutsideTests(module, tests);
    }
    if (reasons.length > 0) process.stdout.write(`\nskipped:\n${reasons.join("\n")}\n\n`);
  }

  private count(test: TestCase, reasons: string[]): void {
    const result = test.result();
    if (result.state === "passed") this.sum.passed += 1;
    else if (result.state === "skipped") this.countSkipped(test, result.note, reasons);
    // A test that never ended belongs to a run that broke off.
    else this.sum.failed += 1;
  }

  private countSkipped(test: TestCase, note: string | undefined, reasons: string[]): void {
    const isFilteredOut = this.vitest?.config.testNamePattern && test.options.mode === "run";
    if (isFilteredOut) return;
    this.sum.skipped += 1;
    const file = path.relative(process.cwd(), test.module.moduleId);
    reasons.push(`  ${file} > ${test.fullName}: ${note ?? "no reason given"}`);
  }

  private failuresOutsideTests(module: TestModule, tests: TestCase[]): number {
    const suites = [module, ...module.children.allSuites()];
    const broken = suites.filter((suite) => suite.errors().length > 0).length;
    const failed = tests.some((test) => test.result().state === "failed");
    const isFailedWithoutCause = module.state() === "failed" && broken === 0 && !failed;
    return broken + (isFailedWithoutCause ? 1 : 0);
  }
}
