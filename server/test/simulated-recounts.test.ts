import { expect, test } from "vitest";
import { plantedRecountBugs } from "./recounts-simulated/planted-recount-bugs.ts";
import { soundRecountCore } from "./recounts-simulated/recount-core.ts";
import { simulateRecount } from "./recounts-simulated/simulate-recount.ts";

const seeds = 10_000;
const slowMs = 120_000;

test(
  `T44: ${seeds} lines are counted again as they should, whoever counts when and however late it is heard of`,
  () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const wrong = simulateRecount(seed, soundRecountCore);
      // A failure names its seed: simulateRecount with that seed alone is the same line again.
      if (wrong) expect.fail(wrong);
    }
  },
  slowMs,
);

test.each(Object.entries(plantedRecountBugs))(
  "T44, planted bug: %s is caught, with its seed",
  (_, bug) => {
    const core = { ...soundRecountCore, ...bug };
    let found: string | null = null;
    for (let seed = 1; seed <= seeds && !found; seed += 1) found = simulateRecount(seed, core);
    expect(found).toMatch(/^seed \d+: /u);
  },
  slowMs,
);
