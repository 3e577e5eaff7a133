import { spawnSync } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { projectRoot } from "../server-process.ts";

export interface Chromium {
  executablePath: string;
  environment: Record<string, string>;
}

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The system's Chromium, or else the one that an npm package carries for x64 Linux. */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env.CHROME_PATH;
  const known = chosen ? [chosen] : SYSTEM_PATHS;
  const executablePath = known.find((file) => existsSync(file));
  if (executablePath) return { executablePath, environment: {} };
  if (chosen) throw new Error(`There is no browser at ${chosen} (CHROME_PATH).`);
  if (process.platform === "linux" && process.arch === "x64") return unpackChromium();
  throw new Error(
    "The browser tests need Chromium or Chrome on this system; install it or set CHROME_PATH.",
  );
}

async function unpackChromium(): Promise<Chromium> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const home = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  const folder = path.join(chooseCache(), `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder, path.join(home, "bin"));
  return {
    executablePath: path.join(folder, "chromium"),
    environment: {
      FONTCONFIG_FILE: path.join(folder, "fonts.conf"),
      ...libraryPath(folder),
    },
  };
}

function chooseCache(): string {
  const own = path.join(projectRoot, "node_modules", ".cache", "tallyroom");
  try {
    mkdirSync(own, { recursive: true });
    return own;
  } catch {
    return path.join(tmpdir(), `tallyroom-cache-${process.getuid?.() ?? ""}`);
  }
}

/** Unpacks beside the final place: a run that is killed half-way leaves nothing that looks whole. */
async function unpackInto(folder: string, archives: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const unpack = (from: string, to: string) =>
    pipeline(
      createReadStream(path.join(archives, from)),
      createBrotliDecompress(),
      createWriteStream(path.join(partial, to)),
    );
  await unpack("chromium.br", "chromium");
  chmodSync(path.join(partial, "chromium"), 0o755);
  for (const archive of ["al2023.tar", "fonts.tar", "swiftshader.tar"]) {
    await unpack(`${archive}.br`, archive);
    spawnSync("tar", ["-xf", archive], { cwd: partial });
    rmSync(path.join(partial, archive));
  }
  writeFileSync(path.join(partial, "fonts.conf"), fontConfiguration(folder));
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  }
}

const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, "fonts")}</dir>
  <cachedir>${path.join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;

/** The package brings the security libraries too; the system's own fit better where it has them. */
function libraryPath(folder: string): Record<string, string> {
  const linked = spawnSync("ldd", [path.join(folder, "chromium")], { encoding: "utf8" });
  const isComplete = linked.status === 0 && !linked.stdout.includes("not found");
  return isComplete ? {} : { LD_LIBRARY_PATH: path.join(folder, "lib") };
}
