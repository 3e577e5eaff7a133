/** What only somebody inside should read: SQL, names of tables and columns, stacks, files, libraries. */
const internal: [string, RegExp][] = [
  ["SQL", /\b(select|insert into|update|delete from)\b.+\b(from|values|set|where)\b/isu],
  ["a name of the database", /\b[a-z]+(_[a-z]+)+\b/u],
  [
    "the database's own words",
    /\b(relation|column|constraint|violates|pool|backend|database|terminat\w+|administrator command|postgres\w*)\b/iu,
  ],
  ["a stack", /\bat .+[(:]\d+:\d+\)?/u],
  ["a file", /(\/[\w.-]+){2,}\.(ts|js|mjs)|node_modules|file:\/\//u],
  ["a library", /apollo|fastify|FST_|mikro|kysely|better-auth|graphql-ws|type-graphql|pg-pool/iu],
  ["an error of the runtime", /\b(ECONN\w+|EPIPE|TypeError|RangeError|ReferenceError)\b/u],
];

/** Where in the sender's own document something is wrong is his to know. */
const locations = /"locations":\[[^\]]*\]/gu;

export function internalStringsIn(answer: string): string[] {
  const text = answer.replaceAll(locations, "");
  return internal.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
}
