import { type Bench, secondsOf } from "./harness/figure.ts";
import { installedStart } from "./harness/installed-start.ts";

/** From the command to the word that it is ready, with everything installed, built and seeded. */
const start: Bench = async (scope) => {
  const product = await installedStart(scope);
  scope.tell("first start: builds, makes the database and fills it");
  await product.startAndStop();
  return [
    {
      figure: "second start to ready, seconds",
      limit: 5,
      bound: "at most",
      ours: async () => {
        const running = await secondsOfStart(product);
        await running.stop();
        return running.seconds;
      },
    },
  ];
};

async function secondsOfStart(product: Awaited<ReturnType<typeof installedStart>>) {
  let stop = async () => {};
  const seconds = await secondsOf(async () => {
    stop = await product.start();
  });
  return { seconds, stop };
}

export default start;
