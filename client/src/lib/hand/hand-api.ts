import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "gql.tada";
import { problemFrom, type ServerAnswer } from "#lib/shared/api/problem.ts";

/** Asks and changes; no feeds and no socket, so that the hand is small and a request can be given up. */
export interface HandApi {
  ask<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

/** A request that hangs is worse than one that fails: the floor has holes in its radio. */
export class HttpHandApi implements HandApi {
  constructor(private readonly answersWithinMs: number) {}

  async ask<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data, ...answer } = await this.#send<Data>({ query: print(document), variables });
    if (answer.graphQLErrors.length > 0 || data === undefined || data === null)
      throw problemFrom(answer);
    return data;
  }

  async #send<Data>(question: object): Promise<ServerAnswer & { data?: Data | null }> {
    try {
      const response = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(question),
        credentials: "same-origin",
        signal: AbortSignal.timeout(this.answersWithinMs),
      });
      // What stands between may answer with a page of its own, such as that of a bad gateway.
      const said = (await response.json().catch(() => ({}))) as {
        data?: Data | null;
        errors?: ServerAnswer["graphQLErrors"];
      };
      const { data, errors = [] } = said;
      return { graphQLErrors: errors, response, ...(data !== undefined && { data }) };
    } catch {
      return { graphQLErrors: [], response: undefined };
    }
  }
}
