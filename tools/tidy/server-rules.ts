import { findImports, findLines, isTest, type Rule } from "./rule.ts";

/** Which rings a ring may import, inside its feature and in other features. */
const RINGS: Record<string, { own: string[]; others: string[] }> = {
  domain: { own: ["domain"], others: [] },
  storage: { own: ["storage", "domain"], others: ["storage", "domain"] },
  reader: { own: ["reader", "domain"], others: [] },
  queries: { own: ["queries", "storage", "domain"], others: ["queries", "storage", "domain"] },
  commands: {
    own: ["commands", "queries", "reader", "storage", "domain"],
    others: ["queries", "storage", "domain"],
  },
  live: {
    own: ["live", "queries", "storage", "domain"],
    others: ["live", "queries", "storage", "domain"],
  },
  graphql: {
    own: ["graphql", "commands", "queries", "live", "domain"],
    others: ["graphql", "queries", "domain"],
  },
};

const DOMAIN_PACKAGES = ["decimal.js"];
const DATABASE_RINGS = ["storage", "queries", "commands", "live"];
const NO_FEATURES = ["database", "shared", "transport", "demonstration", "verify"];
const TRANSACTION_PLACES = /^server\/src\/(database|demonstration)\/|\/commands\/[^/]+\.ts$/;

interface Place {
  feature: string;
  ring: string;
}

function placeOf(path: string): Place | undefined {
  const [, feature, ring] = /^server\/src\/([^/]+)\/([^/]+)\//.exec(path) ?? [];
  if (!feature || !ring || NO_FEATURES.includes(feature) || !(ring in RINGS)) return undefined;
  return { feature, ring };
}

const inRing = (path: string) => placeOf(path) !== undefined && !isTest(path);
const inDomain = (path: string) => inRing(path) && placeOf(path)?.ring === "domain";

function judgeOwnRing(file: string, target: string): string | undefined {
  const from = placeOf(file);
  const to = placeOf(target);
  if (!from) return undefined;
  if (to?.feature === from.feature && !RINGS[from.ring]?.own.includes(to.ring)) {
    return `${from.ring}/ imports ${to.ring}/`;
  }
  const reachesDatabase = target.startsWith("server/src/database/");
  if (reachesDatabase && !DATABASE_RINGS.includes(from.ring)) {
    return `${from.ring}/ imports the database`;
  }
  return undefined;
}

function judgeOtherFeature(file: string, target: string): string | undefined {
  const from = placeOf(file);
  const to = placeOf(target);
  if (!from || !to || to.feature === from.feature) return undefined;
  if (RINGS[from.ring]?.others.includes(to.ring)) return undefined;
  return `${from.ring}/ imports ${to.ring}/ of the feature ${to.feature}`;
}

function judgeDomain(file: string, target: string): string | undefined {
  const isOurs = target.startsWith("server/") || target.startsWith("schema/");
  const isShared = target.startsWith("server/src/shared/");
  if (placeOf(target)?.feature === placeOf(file)?.feature && isOurs) return undefined;
  if (isShared || DOMAIN_PACKAGES.includes(target)) return undefined;
  return `the domain imports ${target}`;
}

export const SERVER_RULES: Rule[] = [
  {
    name: "rings import only inwards",
    applies: inRing,
    find: findImports(
      judgeOwnRing,
      "move what is needed to a ring that both may import, or pass it as an argument",
    ),
    planted: {
      path: "server/src/counting/queries/list-lines.ts",
      text: `import { postLines } from "../commands/post-lines.ts";\n`,
    },
  },
  {
    name: "features meet in their public rings",
    applies: inRing,
    find: findImports(judgeOtherFeature, "use the other feature's queries/, storage/ or domain/"),
    planted: {
      path: "server/src/posting/commands/post-lines.ts",
      text: `import { recordStockMoves } from "../../stock/commands/record-stock-moves.ts";\n`,
    },
  },
  {
    name: "the domain depends on nothing",
    applies: inDomain,
    find: findImports(judgeDomain, "pass it as an argument, or move the rule out of domain/"),
    planted: {
      path: "server/src/counting/domain/record-observations.ts",
      text: `import pg from "pg";\n`,
    },
  },
  {
    name: "the domain asks no clock and rolls no dice",
    applies: inDomain,
    find: findLines(
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(/,
      "the domain makes a time, an id or a chance of its own",
      "take it as an argument",
    ),
    planted: {
      path: "server/src/counting/domain/record-observations.ts",
      text: "export const decide = () => ({ receivedAt: new Date() });\n",
    },
  },
  {
    name: "shared code knows no feature",
    applies: (path) => path.startsWith("server/src/shared/") && !isTest(path),
    find: findImports(
      (_, target) => (placeOf(target) ? "shared/ imports a feature" : undefined),
      "move the code into the feature that it serves",
    ),
    planted: {
      path: "server/src/shared/page.ts",
      text: `import { Item } from "../catalogue/storage/item.ts";\n`,
    },
  },
  {
    name: "only commands open transactions",
    applies: (path) =>
      path.startsWith("server/src/") && !isTest(path) && !TRANSACTION_PLACES.test(path),
    find: findLines(
      /\binTransaction\(|\.transactional\(|\.transaction\(\)/,
      "a transaction is opened outside commands/",
      "move the verb to a file of its own in commands/",
    ),
    planted: {
      path: "server/src/counting/queries/list-lines.ts",
      text: "export const list = () => inTransaction(em, load);\n",
    },
  },
  {
    name: "the server writes to its log, not to the console",
    applies: (path) => path.startsWith("server/src/") && !isTest(path),
    find: findLines(/\bconsole\.\w+\(/, "the console is used", "use the logger of the request"),
    planted: { path: "server/src/app.ts", text: `console.log("here");\n` },
  },
];
