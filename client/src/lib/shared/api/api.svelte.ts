import {
  Client,
  fetchExchange,
  subscriptionExchange,
  type AnyVariables,
  type CombinedError,
  type ExecutionResult,
  type TypedDocumentNode,
} from "@urql/core";
import { LiveConnection } from "./live-connection.svelte.ts";
import { Problem, problemFrom } from "./problem.ts";
import { ownServer, type ServerAddress } from "./server-address.ts";

interface Following<Data> {
  onData: (data: Data) => void;
  onProblem: (problem: Problem) => void;
  /** Where the feed stands after this frame: a reconnected socket goes on from there. */
  cursorOf?: (data: Data) => string | undefined;
}

/** Every word with the server goes through here: questions and changes over HTTP, feeds over the socket. */
export class Api {
  /** Called when the server no longer knows who is asking. */
  onSignedOut = () => {};

  readonly live: LiveConnection;
  readonly #client: Client;

  constructor(address: ServerAddress) {
    this.live = new LiveConnection(address, () => this.onSignedOut());
    this.#client = this.#connect(address);
  }

  // Nothing is cached: the ledger moves under every list, and each page says when to ask again.
  #connect({ httpUrl, fetch }: ServerAddress): Client {
    return new Client({
      url: httpUrl,
      fetch,
      preferGetMethod: false,
      requestPolicy: "network-only",
      fetchOptions: { credentials: "same-origin" },
      exchanges: [
        subscriptionExchange({
          forwardSubscription: (request, operation) => ({
            subscribe: (sink) => {
              const variables: Record<string, unknown> = { ...request.variables };
              const cursorOf: unknown = operation.context.cursorOf;
              // The payload is read again on every reconnection; its variables are kept up to date.
              const unsubscribe = this.live.subscribe(
                { query: request.query ?? "", variables },
                {
                  ...sink,
                  next: (result: ExecutionResult) => {
                    if (typeof cursorOf === "function" && result.data) {
                      variables.after = cursorOf(result.data) ?? variables.after;
                    }
                    sink.next(result);
                  },
                },
              );
              return { unsubscribe };
            },
          }),
        }),
        fetchExchange,
      ],
    });
  }

  async query<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    return this.#answer(await this.#client.query(document, variables).toPromise());
  }

  async mutate<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    return this.#answer(await this.#client.mutation(document, variables).toPromise());
  }

  follow<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    { onData, onProblem, cursorOf }: Following<Data>,
  ): () => void {
    const feed = this.#client.subscription(document, variables, { cursorOf });
    return feed.subscribe(({ data, error }) => {
      if (error) onProblem(this.#problem(error));
      else if (data) onData(data);
    }).unsubscribe;
  }

  #answer<Data>({ data, error }: { data?: Data | undefined; error?: CombinedError | undefined }) {
    if (error) throw this.#problem(error);
    if (data === undefined) throw new Problem("internal", "The server gave an empty answer.");
    return data;
  }

  #problem(error: CombinedError): Problem {
    const problem = problemFrom(error);
    if (problem.kind === "unauthenticated") this.onSignedOut();
    return problem;
  }
}

/** This page's own. */
export const api = new Api(ownServer);
