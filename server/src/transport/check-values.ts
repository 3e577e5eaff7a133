import { Kind, visit, type DocumentNode } from "graphql";
import { Refusal } from "../shared/refusal.ts";
import type { Variables } from "./is-left-out.ts";

/** What the values of one request may be; docs/API.md repeats these numbers. */
export const valueLimits = { depth: 16, count: 50_000, textLength: 10_000 } as const;

/** Documents come again and again; what stands in them does not change. */
const readBefore = new WeakSet<DocumentNode>();

/** Values that no field can take are refused here, once for all fields, before anything is read. */
export function checkValues(document: DocumentNode, variables: Variables): void {
  if (!readBefore.has(document)) {
    visit(document, { [Kind.STRING]: ({ value }) => checkText(value) });
    readBefore.add(document);
  }
  // A list of its own and not the call stack: the depth is the sender's choice.
  const waiting: { value: unknown; depth: number }[] = [{ value: variables, depth: 0 }];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    count += 1;
    if (count > valueLimits.count)
      throw tooComplex(`The variables hold more than ${valueLimits.count} values.`);
    if (typeof next.value === "string") checkText(next.value);
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > valueLimits.depth)
      throw tooComplex(`The variables are nested deeper than ${valueLimits.depth}.`);
    const depth = next.depth + 1;
    for (const value of Object.values(next.value)) waiting.push({ value, depth });
  }
}

function checkText(text: string): void {
  if (text.length > valueLimits.textLength)
    throw new Refusal(
      "BAD_USER_INPUT",
      `A text has at most ${valueLimits.textLength} characters, not ${text.length}.`,
    );
  if (text.includes("\0"))
    throw new Refusal("BAD_USER_INPUT", "A text cannot hold the character U+0000.");
}

function tooComplex(message: string): Refusal {
  return new Refusal("DOCUMENT_TOO_COMPLEX", message);
}
