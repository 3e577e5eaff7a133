import { findImports, isCode, isTest, type Rule } from "./rule.ts";

/** Tiers from below to above; each may import itself and what is below it. */
const TIERS = ["shared", "feature", "views", "routes"];

interface Place {
  tier: number;
  feature: string | undefined;
}

function placeOf(path: string): Place | undefined {
  if (path.startsWith("client/src/routes/"))
    return { tier: TIERS.indexOf("routes"), feature: undefined };
  const [, feature, rest = ""] = /^client\/src\/lib\/([^/]+)\/(.*)/.exec(path) ?? [];
  if (!feature) return undefined;
  if (feature === "shared") return { tier: TIERS.indexOf("shared"), feature: undefined };
  const tier = rest.startsWith("views/") ? "views" : "feature";
  return { tier: TIERS.indexOf(tier), feature };
}

function judgeTier(file: string, target: string): string | undefined {
  const from = placeOf(file);
  const to = placeOf(target);
  if (!from || !to || to.tier <= from.tier) return undefined;
  return `the tier ${TIERS[from.tier]} imports the tier ${TIERS[to.tier]}`;
}

function judgeFeature(file: string, target: string): string | undefined {
  const from = placeOf(file);
  const to = placeOf(target);
  const isForeign = from?.feature && to?.feature && to.feature !== from.feature;
  if (!isForeign || TIERS[from.tier] !== "feature") return undefined;
  return `the feature ${from.feature} imports the feature ${to.feature}`;
}

export const CLIENT_RULES: Rule[] = [
  {
    name: "client tiers import only downwards: shared, feature, views, routes",
    applies: (path) => path.startsWith("client/src/") && isCode(path) && !isTest(path),
    find: findImports(judgeTier, "move what both need into lib/shared, or compose them in a view"),
    planted: {
      path: "client/src/lib/shared/ui/button.svelte",
      text: `import { stockList } from "../../stock/stock-list.svelte.ts";\n`,
    },
  },
  {
    name: "client features do not import each other",
    applies: (path) => path.startsWith("client/src/lib/") && isCode(path) && !isTest(path),
    find: findImports(
      judgeFeature,
      "move what both need into lib/shared, or compose them in a view",
    ),
    planted: {
      path: "client/src/lib/stock/stock-row.svelte",
      text: `import { tracking } from "#lib/catalogue/tracking.ts";\n`,
    },
  },
];
