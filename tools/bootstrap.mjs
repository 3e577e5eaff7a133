// The only file that runs before anything is installed: plain JavaScript, Node 20 or newer, no
// dependency. It installs what is missing, then hands over to tools/<task>.ts under the pinned Node.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@12.21.0";
const PACKAGES = [".", "server", "client", "schema", "bench"];
/** Tasks that load the server's decorated classes, which Node's own type stripping cannot read. */
const TASKS_THROUGH_TSX = new Set(["demo", "demo-large", "schema", "verify", "bench"]);

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, "node_modules");
const stampFile = path.join(modules, ".tallyroom-installed");

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const versionOf = (text) => text.replace(/^v/, "").split(".").map(Number);
const isAtLeast = ([major, minor], wantedMajor, wantedMinor) =>
  major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);

const [task, ...taskArguments] = process.argv.slice(2);
const taskFile = path.join(root, "tools", `${task}.ts`);
if (!isAtLeast(versionOf(process.version), 20, 0)) {
  fail(`Tallyroom needs Node.js 20 or newer; this is ${process.version}.`);
}
if (!task || !existsSync(taskFile)) {
  fail(`There is no task called ${task ?? "(nothing)"}; see "scripts" in package.json.`);
}

/** What an installation was made from; it is repeated only when one of these changes. */
function fingerprintInstallation() {
  const hash = createHash("sha256").update(`${PNPM} ${process.platform} ${process.arch}`);
  const manifests = PACKAGES.map((folder) => path.join(folder, "package.json"));
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests]) {
    const full = path.join(root, file);
    hash.update(`\n${file}\n`).update(existsSync(full) ? readFileSync(full) : "");
  }
  return hash.digest("hex");
}

function isInstalled(fingerprint) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint;
}

function requireWritable(folder) {
  try {
    mkdirSync(modules, { recursive: true });
    accessSync(folder, constants.W_OK);
    accessSync(modules, constants.W_OK);
  } catch {
    fail(`Tallyroom cannot write to ${folder}; unpack it into a folder that you may change.`);
  }
}

/** One line that counts the seconds on a terminal, two lines elsewhere. */
function showProgress(text) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  if (!process.stderr.isTTY) {
    process.stderr.write(`${text} …\n`);
    return () => process.stderr.write(`${text}: ${seconds()}\n`);
  }
  const draw = () => process.stderr.write(`\r${text} … ${seconds()}`);
  draw();
  const timer = setInterval(draw, 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write(`\r${text}: ${seconds()}   \n`);
  };
}

async function install(fingerprint) {
  requireWritable(root);
  const done = showProgress("Installing (once; this needs the network)");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const child = spawn(
    npx,
    ["--yes", PNPM, "install", "--frozen-lockfile", "--reporter=append-only"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      // Without a terminal pnpm would stop to ask before it replaces an older node_modules.
      env: { ...process.env, CI: "true" },
    },
  );
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(1);
    });
    child.on("close", resolve);
  });
  done();
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output));
    fail("The installation failed; what it said is above. Is the npm registry reachable?");
  }
  writeFileSync(stampFile, fingerprint);
}

function chooseNode() {
  const isNewEnough = isAtLeast(versionOf(process.version), 22, 17);
  // The registry has the pinned version for Linux alone; elsewhere the user's own is likely newer.
  if (process.platform !== "linux" && isNewEnough) return process.execPath;
  const pinned = path.join(modules, ".bin", "node");
  if (existsSync(pinned)) return realpathSync(pinned);
  if (isNewEnough) return process.execPath;
  return fail(
    `On ${process.platform} ${process.arch} Tallyroom needs Node.js 22.17 or newer; this is ${process.version}.`,
  );
}

function run(node) {
  const loader = TASKS_THROUGH_TSX.has(task)
    ? ["--import", "tsx"]
    : ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];
  const child = spawn(node, [...loader, taskFile, ...taskArguments], {
    cwd: root,
    // The channel tells the task when this process dies without a word (kill -9).
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: [path.dirname(node), path.join(modules, ".bin"), process.env.PATH].join(path.delimiter),
      TSX_TSCONFIG_PATH: path.join(root, "server", "tsconfig.json"),
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  stopWhenNpmDies(() => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`The task ${task} did not start: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** A killed npm leaves its script running, unseen and holding the port. */
function stopWhenNpmDies(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const ancestry = describeAncestry();
  const watch = setInterval(() => {
    if (describeAncestry() === ancestry) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

/** Our parent is npm, or a shell between us and npm. */
function describeAncestry() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}

const fingerprint = fingerprintInstallation();
if (!isInstalled(fingerprint)) await install(fingerprint);
run(chooseNode());
