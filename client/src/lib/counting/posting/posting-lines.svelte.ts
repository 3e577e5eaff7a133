import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { PostingLines as PostingLinesQuestion } from "@tallyroom/schema/operations/posting-lines.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { seesLineValues } from "../api-session-source.ts";

type Node = NonNullable<ResultOf<typeof PostingLinesQuestion>["node"]>;
type Connection = Extract<Node, { __typename: "Posting" }>["lines"];
export type PostedLine = Connection["nodes"][number] & { id: string };

/** The lines of one posting, and which of them are ticked to be taken back. */
export class PostingLines {
  onlyAdjusted = $state(true);
  ticked = $state.raw<ReadonlySet<string>>(new Set());
  readonly reading: PagedReading<PostedLine>;

  constructor(postingId: string) {
    this.reading = new PagedReading((after) => {
      const { onlyAdjusted } = this;
      const asked = { postingId, after, onlyAdjusted, seesValue: seesLineValues() };
      return api.query(PostingLinesQuestion, asked).then(({ node }) => {
        const found = node?.__typename === "Posting" ? node.lines : nothing;
        return { ...found, nodes: found.nodes.map((row) => ({ ...row, id: row.line.id })) };
      });
    });
  }

  tick(id: string, isTicked: boolean) {
    const ticked = new Set(this.ticked);
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
    this.ticked = ticked;
  }
}

const nothing: Connection = {
  nodes: [],
  totalCount: 0,
  pageInfo: { hasNextPage: false, endCursor: null },
};
