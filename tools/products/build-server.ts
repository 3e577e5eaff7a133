import { readFileSync } from "node:fs";
import path from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { builtServer, projectRoot } from "../server-process.ts";

const source = path.join(projectRoot, "server", "src");
const outputFolder = path.dirname(builtServer);

/**
 * One file starts faster than a few hundred, and needs no transpiler at run time. Dependencies stay
 * outside: they are installed anyway, and some read files beside themselves.
 */
export const serverBuildOptions: BuildOptions = {
  entryPoints: [path.join(source, "main.ts")],
  outfile: builtServer,
  tsconfig: path.join(projectRoot, "server", "tsconfig.json"),
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node22",
  sourcemap: true,
  // Node keeps the whole map in memory; a trace needs names and lines, and the sources are at hand.
  sourcesContent: false,
  // The GraphQL schema takes the names of its types from the classes; a bundle may rename those.
  keepNames: true,
  logLevel: "warning",
  plugins: [keepPlaces()],
};

export async function buildServer(): Promise<void> {
  await build(serverBuildOptions);
}

/** A source that reads a file beside itself goes on doing so after it was bundled elsewhere. */
function keepPlaces(): Plugin {
  return {
    name: "keep-places",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]server[\\/](src|migrations)[\\/].*\.ts$/ }, ({ path: file }) => {
        const text = readFileSync(file, "utf8");
        if (!text.includes("import.meta.")) return undefined;
        const relative = path.relative(outputFolder, file).split(path.sep).join("/");
        const folder = path.posix.dirname(relative);
        const contents = text
          .replaceAll(
            "import.meta.url",
            `new URL(${JSON.stringify(relative)}, import.meta.url).href`,
          )
          .replaceAll(
            "import.meta.dirname",
            `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`,
          );
        return { contents, loader: "ts" };
      });
    },
  };
}
