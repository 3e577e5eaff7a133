import { SeededRandom } from "../../src/demonstration/seeded-random.ts";
import { Onlooker } from "./onlooker.ts";
import { planLine } from "./planned-line.ts";
import type { RecountCore } from "./recount-core.ts";
import { RecountServer } from "./recount-server.ts";

/** One line from its first count to its last; what came out other than it should, or null. */
export function simulateRecount(seed: number, core: RecountCore): string | null {
  const server = new RecountServer(core);
  const onlooker = new Onlooker();
  for (const what of planLine(new SeededRandom(`recount ${seed}`))) {
    const wasTaken = server.hear(what);
    const shouldBeTaken = onlooker.see(what);
    const is = JSON.stringify([wasTaken, server.told()]);
    const should = JSON.stringify([shouldBeTaken, onlooker.told()]);
    if (is !== should)
      return `seed ${seed}: after ${JSON.stringify(what)} is ${is}, should be ${should}`;
  }
  return null;
}
