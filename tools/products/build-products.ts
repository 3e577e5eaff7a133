import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../run-task.ts";
import { builtServer, projectRoot } from "../server-process.ts";
import { buildClient, builtClient } from "./build-client.ts";
import { buildServer } from "./build-server.ts";
import { isUpToDate, stampSources, writeStamp } from "./source-stamp.ts";

interface Product {
  name: string;
  sources: string[];
  stampFile: string;
  /** Must be there, or the stamp is not believed. */
  result: string;
  build(): Promise<void>;
}

const COMMON = ["pnpm-lock.yaml", "tsconfig.base.json", "tools/products"];

const PRODUCTS: Product[] = [
  {
    name: "server",
    sources: [...COMMON, "server", "schema"],
    stampFile: path.join(path.dirname(builtServer), ".built-from"),
    result: builtServer,
    build: buildServer,
  },
  {
    name: "web client",
    sources: [...COMMON, "client", "schema"],
    stampFile: path.join(builtClient, ".built-from"),
    result: path.join(builtClient, "200.html"),
    build: buildClient,
  },
];

/** Builds what is older than its sources; answers with the names of what was built. */
export async function buildProducts(report: (text: string) => void): Promise<string[]> {
  const built: string[] = [];
  for (const product of PRODUCTS) {
    const stamp = stampSources(product.sources);
    if (existsSync(product.result) && isUpToDate(product.stampFile, stamp)) continue;
    requireWritable();
    report(`Building the ${product.name}`);
    await product.build();
    writeStamp(product.stampFile, stamp);
    built.push(product.name);
  }
  return built;
}

function requireWritable(): void {
  try {
    for (const folder of ["server", "client"]) {
      accessSync(path.join(projectRoot, folder), constants.W_OK);
    }
  } catch {
    throw new Refusal(
      `Tallyroom cannot write to ${projectRoot}; unpack it into a folder that you may change.`,
    );
  }
}
