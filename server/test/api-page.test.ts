import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { signInLimits } from "../src/accounts/domain/sign-in-limit.ts";
import { bodyBytes } from "../src/app.ts";
import { longestFilterList } from "../src/shared/filters.ts";
import { defaultPageSize, maxPageSize } from "../src/shared/page.ts";
import { refusalCodes } from "../src/shared/refusal.ts";
import { valueLimits } from "../src/transport/check-values.ts";
import { documentLimits } from "../src/transport/document-limits.ts";
import { socketLimits } from "../src/transport/graphql-websocket.ts";

const page = readFileSync(path.join(import.meta.dirname, "../../docs/API.md"), "utf8");

/** The cells of every row of the page's tables, by the first cell. */
function rowsOf(text: string): Map<string, string[]> {
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  const cells = rows.map((row) => row.split("|").slice(1, -1));
  return new Map(
    cells.map(([first = "", ...rest]) => [
      first.replaceAll("`", "").trim(),
      rest.map((cell) => cell.trim()),
    ]),
  );
}

const number = (value: number) => value.toLocaleString("en");
const minutes = (ms: number) => ms / 60_000;
const tries = ({ tries: count, windowMs }: { tries: number; windowMs: number }) =>
  `${count} in ${minutes(windowMs)} minutes`;

const promised: [string, string][] = [
  ["rows of a page", `${maxPageSize} (${defaultPageSize} by default)`],
  ["values of `in`", number(longestFilterList)],
  ["tokens of a document", number(documentLimits.tokens)],
  ["depth of a document", number(documentLimits.depth)],
  ["aliases of a document", number(documentLimits.aliases)],
  ["directives of a document", number(documentLimits.directives)],
  ["cost of an operation", number(documentLimits.cost)],
  ["size of a request", `${bodyBytes / 1024 ** 2} MiB`],
  ["values in the variables", number(valueLimits.count)],
  ["depth of the variables", number(valueLimits.depth)],
  ["characters of a text", number(valueLimits.textLength)],
  ["subscriptions of a socket", number(socketLimits.subscriptions)],
  ["size of a message on a socket", `${socketLimits.messageBytes / 1024} KiB`],
  ["tries of a password, each account", tries(signInLimits.account)],
  ["tries of a password, each address", tries(signInLimits.address)],
  ["invalid API keys, each address", tries(signInLimits.keyAddress)],
];

test.each(promised)("the page for integrators and the code agree on %s: %s", (what, value) => {
  expect(rowsOf(page).get(what.replaceAll("`", ""))).toEqual([value]);
});

test("every code of a refusal is explained, in the order of the list", () => {
  const explained = [...rowsOf(page).keys()].filter((name) => /^[A-Z_]{4,}$/u.test(name));
  expect(explained).toEqual([...refusalCodes]);
});

test("control: another number on the page would be found", () => {
  const other = rowsOf(page.replace("| 2,000 ", "| 3,000 "));
  expect(other.get("tokens of a document")).not.toEqual([number(documentLimits.tokens)]);
});
