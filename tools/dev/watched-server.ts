import path from "node:path";
import { context, type Plugin } from "esbuild";
import { serverBuildOptions } from "../products/build-server.ts";
import { Refusal } from "../run-task.ts";
import { builtServer, launchServer, type ServerProcess } from "../server-process.ts";
import { prefixLines, sayAs } from "./prefixed-output.ts";

const bundle = path.join(path.dirname(builtServer), "dev.js");

export interface WatchedServer {
  stop(): Promise<void>;
}

/** Bundles the server at every change of a source, and starts it anew when that worked. */
export async function watchServer(environment: Record<string, string>): Promise<WatchedServer> {
  let running: ServerProcess | undefined;
  let isStopping = false;
  let work = Promise.resolve();

  const restart = async () => {
    await running?.stop();
    running = undefined;
    if (isStopping) return;
    try {
      running = await launchServer({
        environment,
        bundle,
        onProgress: (text) => sayAs("server", text),
        onOutput: (stream) => prefixLines(stream, "server"),
      });
      sayAs("server", `ready at ${running.url}`);
    } catch (error) {
      sayAs("server", error instanceof Refusal ? error.message : String(error));
    }
  };
  const restartAfterBuild: Plugin = {
    name: "restart-after-build",
    setup: ({ onEnd }) =>
      onEnd(({ errors }) => {
        if (errors.length > 0) sayAs("server", "not restarted: the build failed");
        else work = work.then(restart);
      }),
  };
  const plugins = [...(serverBuildOptions.plugins ?? []), restartAfterBuild];
  const building = await context({ ...serverBuildOptions, outfile: bundle, plugins });
  await building.watch();
  return {
    stop: async () => {
      isStopping = true;
      await building.dispose();
      await work;
      await running?.stop();
    },
  };
}
