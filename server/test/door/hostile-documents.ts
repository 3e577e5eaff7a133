import { SeededRandom } from "../../src/demonstration/seeded-random.ts";

export interface HostileDocument {
  what: string;
  query: string;
  /** A further member of the variables, as JSON: some are too deep to be made from objects. */
  variable: string | null;
}

/** How a document of this kind of operation looks around a selection. */
export interface Operation {
  around: (selection: string, moreVariables?: string) => string;
  leaf: string;
  /** The type in which the leaf is a field. */
  type: string;
}

type Kind = (operation: Operation, size: number) => { query: string; variable?: string };

const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(" ");
const nested = (depth: number, inside: string) =>
  `${"... { ".repeat(depth)}${inside}${" }".repeat(depth)}`;

/** `size` is 1 to 100. */
const kinds: Record<string, Kind> = {
  "deeper than 12": ({ around, leaf }, size) => ({ query: around(nested(13 + size, leaf)) }),
  "wider than 2,000 tokens": ({ around, leaf }, size) => ({
    query: around(`${leaf} `.repeat(2_000 + size * 50)),
  }),
  "more than 15 aliases": ({ around, leaf }, size) => ({
    query: around(times(16 + size, (at) => `a${at}: ${leaf}`)),
  }),
  "__typename under many names": ({ around }, size) => ({
    query: around(times(16 + size, (at) => `a${at}: __typename`)),
  }),
  "fragments in a circle": ({ around, leaf, type }, size) => ({
    query: around("...F0").concat(
      times(size, (at) => `fragment F${at} on ${type} { ${leaf} ...F${(at + 1) % size} }`),
    ),
  }),
  "fragments that double": ({ around, leaf, type }, size) => ({
    query: around("...F0").concat(
      times(20 + size, (at) => `fragment F${at} on ${type} { ...F${at + 1} ...F${at + 1} }`),
      `fragment F${20 + size} on ${type} { ${leaf} }`,
    ),
  }),
  "more than 30 directives": ({ around, leaf }, size) => ({
    query: around(`${leaf} ${"@include(if: true) ".repeat(31 + size)}`),
  }),
  "directives on many fields": ({ around, leaf }, size) => ({
    query: around(`${leaf} @skip(if: false) `.repeat(31 + size)),
  }),
  "lists in lists": ({ around, leaf }, size) => ({
    query: around(`${leaf}(x: ${"[".repeat(100 + size * 5)}${"]".repeat(100 + size * 5)})`),
  }),
  "fields that do not exist": ({ around }, size) => ({
    query: around(times(100 + size, (at) => `no${at}`)),
  }),
  "fields that contradict": ({ around, leaf }, size) => ({
    query: around(times(8 + size, (at) => `${leaf}(a: ${at})`)),
  }),
  "many variables": ({ around, leaf }, size) => ({
    query: around(
      leaf,
      times(50 + size, (at) => `$v${at}: Int`),
    ),
  }),
  "variables in depth": ({ around, leaf }, size) => ({
    query: around(leaf),
    variable: `"deep": ${"[".repeat(90 * size)}${"]".repeat(90 * size)}`,
  }),
  "50,000 values in variables": ({ around, leaf }, size) => ({
    query: around(leaf),
    variable: `"many": [${Array<number>(50_000 + size).fill(0)}]`,
  }),
  "a text as long as a novel": ({ around, leaf }, size) => ({
    query: around(leaf),
    variable: `"text": "${"a".repeat(10_001 + 300 * size)}"`,
  }),
  "a literal as long as a novel": ({ around, leaf }, size) => ({
    query: around(`${leaf}(x: "${"a".repeat(10_001 + 300 * size)}")`),
  }),
  "half a document": ({ around, leaf }, size) => ({
    query: around(leaf).slice(0, -1) + "{ ".repeat(size),
  }),
  "no document": (_operation, size) => ({ query: "{".repeat(size * 100) }),
  "introspection in circles": (_operation, size) => {
    const depth = 4 + (size % 40);
    const circle = `${"fields { type { ".repeat(depth)} name ${"} } ".repeat(depth)}`;
    return { query: `{ __schema { types { ${circle} } } }` };
  },
  "pages of pages": (_operation, size) => ({
    query: `query ($w: ID!) { items(first: 250) { nodes {
      quants(warehouseId: $w, first: ${150 + size}) { nodes { id } } } } }`,
  }),
};

/** The same documents for everybody who gives the same seed; as many of each kind as of any other. */
export function hostileDocuments(
  seed: string,
  count: number,
  operation: Operation,
): HostileDocument[] {
  const random = new SeededRandom(seed);
  const all = Object.entries(kinds);
  return Array.from({ length: count }, (_, at) => {
    const [what, make] = all[at % all.length] as [string, Kind];
    const { query, variable = null } = make(operation, random.integer(1, 100));
    return { what, query, variable };
  });
}
