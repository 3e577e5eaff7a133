import { expect, test } from "vitest";
import { soundApprovalCore } from "./simulation/approval-core.ts";
import { plantedApprovalBugs } from "./simulation/planted-approval-bugs.ts";
import { simulateApprovals } from "./simulation/simulate-approvals.ts";

const seeds = 10_000;
const slowMs = 120_000;

test(
  `T44: ${seeds} counts that are approved, changed, posted, taken back and posted again come out right`,
  () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const wrong = simulateApprovals(seed, soundApprovalCore);
      if (wrong) expect.fail(wrong);
    }
  },
  slowMs,
);

test.each(Object.entries(plantedApprovalBugs))(
  "T44, planted bug: %s is caught, with its seed",
  (_, bug) => {
    const core = { ...soundApprovalCore, ...bug };
    let found: string | null = null;
    for (let seed = 1; seed <= seeds && !found; seed += 1) found = simulateApprovals(seed, core);
    expect(found).toMatch(/^seed \d+: /u);
  },
  slowMs,
);
