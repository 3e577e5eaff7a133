import { buildProducts } from "./products/build-products.ts";
import { startClock } from "./progress-clock.ts";
import { runTask } from "./run-task.ts";

await runTask(async () => {
  const clock = startClock();
  const built = await buildProducts(clock.report);
  clock.report(built.length > 0 ? `Built the ${built.join(" and the ")}` : "All is up to date");
});
