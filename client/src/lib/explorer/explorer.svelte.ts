import {
  buildClientSchema,
  getIntrospectionQuery,
  parse,
  print,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { api } from "#lib/shared/api/api.svelte.ts";
import { chooseOperation } from "./choose-operation.ts";
import { ExplorerHistory } from "./explorer-history.svelte.ts";
import { sendOperation, type OperationText } from "./send-operation.ts";

const firstQuery = `# Ctrl Enter runs the operation at the cursor.
query Viewer {
  viewer {
    user {
      name
    }
    warehouses {
      id
      name
    }
  }
}
`;
const framesShown = 50;
const indent = (value: unknown) => JSON.stringify(value, null, 2);

/** The state of the explorer page: what is typed, what came back, and the schema. */
export class Explorer {
  readonly history = new ExplorerHistory();
  query = $state(this.history.queries[0]?.query ?? firstQuery);
  variables = $state(this.history.queries[0]?.variables ?? "");
  result = $state("");
  /** Says how the last run went, in a few words. */
  outcome = $state("");
  isRunning = $state(false);
  schema = $state.raw<GraphQLSchema>();
  schemaTrouble = $state("");
  cursor = 0;
  #stop: (() => void) | undefined;

  async readSchema() {
    try {
      const query = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true });
      const answer = (await sendOperation({ query, variables: {} })) as {
        data?: IntrospectionQuery;
      };
      if (answer.data) this.schema = buildClientSchema(answer.data);
      else this.schemaTrouble = "The server did not hand out its schema.";
    } catch {
      this.schemaTrouble = "The schema could not be read: the server is not reachable.";
    }
  }

  async run() {
    this.stop();
    const operation = this.#operation();
    if (!operation) return;
    this.history.add(this.query, this.variables);
    this.isRunning = true;
    if (operation.kind === "subscription") this.#follow(operation.text);
    else await this.#ask(operation.text);
  }

  stop() {
    this.#stop?.();
    this.#stop = undefined;
    this.isRunning = false;
  }

  format() {
    try {
      this.query = `${print(parse(this.query))}\n`;
    } catch (mistake) {
      this.#say(mistake);
    }
  }

  #operation() {
    try {
      const { name, kind } = chooseOperation(parse(this.query), this.cursor);
      const variables = this.variables.trim() ? JSON.parse(this.variables) : {};
      const text = { query: this.query, variables, ...(name && { operationName: name }) };
      return { kind, text };
    } catch (mistake) {
      this.#say(mistake);
      return undefined;
    }
  }

  async #ask(text: OperationText) {
    const abort = new AbortController();
    this.#stop = () => abort.abort();
    const startedAt = performance.now();
    try {
      this.result = indent(await sendOperation(text, abort.signal));
      this.outcome = `answered in ${Math.round(performance.now() - startedAt)} ms`;
    } catch (mistake) {
      if (!abort.signal.aborted) this.#say(mistake);
    }
    if (!abort.signal.aborted) this.isRunning = false;
  }

  #follow(text: OperationText) {
    const frames: string[] = [];
    this.result = "";
    this.outcome = "listening";
    this.#stop = api.live.subscribe(text, {
      next: (frame) => {
        frames.unshift(indent(frame));
        frames.length = Math.min(frames.length, framesShown);
        this.result = frames.join("\n");
        this.outcome = "listening, newest first";
      },
      error: (mistake) => {
        this.isRunning = false;
        this.result = indent(mistake);
        this.outcome = "refused";
      },
      complete: () => {
        this.isRunning = false;
        this.outcome = "ended";
      },
    });
  }

  #say(mistake: unknown) {
    this.outcome = "not sent";
    this.result = mistake instanceof Error ? mistake.message : String(mistake);
  }
}
