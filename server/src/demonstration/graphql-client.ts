import type { ResultOf, VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { SignIn } from "@tallyroom/schema/operations/sign-in.ts";
import { SignOut } from "@tallyroom/schema/operations/sign-out.ts";
import { type DocumentNode, print } from "graphql";

export interface Credentials {
  email: string;
  password: string;
}

type Viewer = NonNullable<ResultOf<typeof OpenSession>["viewer"]>;

/** One signed-in person over the same API and with the same cookie as a browser. */
export class GraphqlClient {
  readonly #endpoint: URL;
  #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#endpoint = new URL("/graphql", url);
  }

  async signIn({ email, password }: Credentials): Promise<Viewer> {
    const { signIn } = await this.ask(SignIn, { input: { email, password } });
    if (signIn.__typename === "SignInRejected") {
      throw new Error(`${email} may not come in: ${signIn.message}`);
    }
    return signIn.viewer;
  }

  async signOut(): Promise<void> {
    await this.ask(SignOut, {});
  }

  async ask<Document extends DocumentNode>(
    document: Document,
    variables: VariablesOf<Document>,
  ): Promise<ResultOf<Document>> {
    const response = await fetch(this.#endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json",
        origin: this.#endpoint.origin,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      body: JSON.stringify({ query: print(document), variables }),
      signal: AbortSignal.timeout(15_000),
    });
    this.#keepCookies(response);
    const body = (await response.json()) as {
      data?: ResultOf<Document> | null;
      errors?: { message: string }[];
    };
    if (body.errors?.[0]) throw new Error(body.errors[0].message);
    if (!body.data) throw new Error(`The server answered ${response.status} and no data.`);
    return body.data;
  }

  #keepCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const equals = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
  }
}
