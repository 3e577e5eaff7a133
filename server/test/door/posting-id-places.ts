import type { IdUse } from "./id-places.ts";

const session = (document: string): IdUse => ({ kind: "CountSession", document });
const line = (document: string): IdUse => ({ kind: "CountLine", document });
const posting = (document: string): IdUse => ({ kind: "Posting", document });
const posted = "{ ... on PostSessionRejected { reason message } }";
const reversed = "{ ... on ReversePostingRejected { reason message } }";
const nothing = `"bm90aGluZw"`;

/** Places of postings that take an id; $s is a count that is seen. */
export const postingIdUses: Record<string, IdUse[] | "company-wide"> = {
  "PostingPreviewInput.sessionId": [
    session("query ($id: ID!) { postingPreview(input: { sessionId: $id }) { digest } }"),
  ],
  "PostingPreviewInput.lineIds": [
    line(`query ($id: ID!, $s: ID!) {
      postingPreview(input: { sessionId: $s, lineIds: [$id] }) { digest } }`),
  ],
  "PostSessionInput.sessionId": [
    session(
      `mutation ($id: ID!) { postSession(input: { sessionId: $id, digest: "x" }) ${posted} }`,
    ),
  ],
  "PostSessionInput.lineIds": [
    line(`mutation ($id: ID!, $s: ID!) {
      postSession(input: { sessionId: $s, lineIds: [$id], digest: "x" }) ${posted} }`),
  ],
  "ReversePostingInput.postingId": [
    posting(`mutation ($id: ID!) {
      reversePosting(input: { postingId: $id, reason: "T36" }) ${reversed} }`),
  ],
  "ReversePostingInput.lineIds": [
    line(`mutation ($id: ID!) {
      reversePosting(input: { postingId: ${nothing}, lineIds: [$id], reason: "T36" }) ${reversed} }`),
  ],
};
