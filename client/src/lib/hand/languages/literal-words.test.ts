import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "svelte/compiler";
import { expect, test } from "vitest";

const folder = path.join(import.meta.dirname, "..");
/** A name, which is the same in every language. */
const names = ["Tallyroom"];
/** What a person reads or hears of an element. */
const spoken = ["aria-label", "title", "placeholder", "alt", "label", "name"];

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

function* childrenOf(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    if (isNode(value)) yield value;
    if (Array.isArray(value)) yield* value.filter(isNode);
  }
}

/** Two small letters on end are a word, unless the name of something in code is meant. */
const isAddressOrType = (text: string) => /^[./]|^([A-Z][a-z]+){2,}$/.test(text);
const isWord = (text: string) =>
  /\p{Ll}{2}/u.test(text) && !isAddressOrType(text) && !names.includes(text.trim());
const isSentence = (text: string) => isWord(text) && /^\P{Ll}|\s\p{L}/u.test(text.trim());

/** Words that stand in a component and not in the catalogue. */
export function literalWords(source: string): string[] {
  const found: string[] = [];
  const walk = (node: Node, within: Node[]) => {
    const parent = within.at(-1);
    if (node.type === "Text") {
      const attribute = parent?.type === "Attribute" ? String(parent.name) : null;
      const said = String(node.data);
      const isSpoken =
        attribute === null ? isWord(said) : spoken.includes(attribute) && isSentence(said);
      if (isSpoken) found.push(said.trim());
    }
    const isImport = within.some(({ type }) => /^(Import|Export)/.test(type));
    const isCode = within.some(
      ({ type, name }) =>
        type === "Attribute" && ["class", "href", "src", "style"].includes(String(name)),
    );
    if (node.type === "Literal" && typeof node.value === "string" && !isImport && !isCode)
      if (isSentence(node.value)) found.push(node.value);
    if (node.type === "TemplateElement" && !isCode) {
      const { cooked } = node.value as { cooked: string };
      if (isSentence(cooked)) found.push(cooked);
    }
    for (const child of childrenOf(node)) walk(child, [...within, node]);
  };
  const { fragment, instance } = parse(source, { modern: true });
  walk(fragment as unknown as Node, []);
  if (instance) walk(instance.content as unknown as Node, []);
  return found;
}

const components = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".svelte"),
);

test.each(components)("%s has its words from the catalogue", (file) => {
  expect(literalWords(readFileSync(path.join(folder, file), "utf8"))).toEqual([]);
});

test.each([
  ["a text", "<p>Nothing here</p>"],
  ["one word", "<b>counted</b>"],
  ["a label", '<button aria-label="One more">+</button>'],
  ["a name", '<ChoiceRow name="Hand" />'],
  ["a choice of words", '<p>{isOpen ? "Is open" : "Not open"}</p>'],
  ["a sentence of the script", '<script>let trouble = "The server is not reached.";</script>'],
  ["words around a value", "<p>{`Code ${code} read`}</p>"],
])("control: %s is seen", (_, source) => {
  expect(literalWords(source).length).toBeGreaterThan(0);
});

test("control: icons, classes, keys and addresses are no words", () => {
  const source = `<script>import Icon from "./icon.svelte"; const kind = "COUNT";</script>
    <a class={["pill", isWell && "well done"]} href="/count/sync"><Icon name="back" /></a>
    <p>{words("closePlace")} {shown === "–" ? "+1" : "123"}</p>`;
  expect(literalWords(source)).toEqual([]);
});
