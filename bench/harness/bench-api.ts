import type { SeededServer } from "./seeded-server.ts";

const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { __typename }
}`;

const WAREHOUSES = `query Warehouses { viewer { warehouses { id code } } }`;

/** What an integrator's script would do: sign in once, then ask over HTTP. */
export class BenchApi {
  readonly #endpoint: URL;
  #cookie = "";

  private constructor(url: string) {
    this.#endpoint = new URL("/graphql", url);
  }

  static async signIn({ url, administrator }: SeededServer): Promise<BenchApi> {
    const api = new BenchApi(url);
    const { email, password } = administrator;
    await api.ask(SIGN_IN, { input: { email, password } });
    return api;
  }

  async warehouseId(code: string): Promise<string> {
    type Answer = { viewer: { warehouses: { id: string; code: string }[] } };
    const { viewer } = await this.ask<Answer>(WAREHOUSES, {});
    const found = viewer.warehouses.find((warehouse) => warehouse.code === code);
    if (!found) throw new Error(`There is no warehouse ${code}.`);
    return found.id;
  }

  get endpoint(): string {
    return this.#endpoint.href;
  }

  get headers(): Record<string, string> {
    return {
      "content-type": "application/json",
      origin: this.#endpoint.origin,
      cookie: this.#cookie,
    };
  }

  async ask<Answer>(query: string, variables: Record<string, unknown>): Promise<Answer> {
    const response = await fetch(this.#endpoint, {
      method: "POST",
      headers: this.headers,
      body: JSON.stringify({ query, variables }),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    if (cookies.length > 0) this.#cookie = cookies.join("; ");
    const { data, errors } = (await response.json()) as { data?: Answer; errors?: unknown };
    if (!data || errors) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
    return data;
  }
}
