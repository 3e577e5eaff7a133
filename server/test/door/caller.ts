import type {} from "../../../tools/testing/provide-database.ts";

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; traceId?: string };
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test knows what it asked for. */
  data: any;
  errors: GraphqlError[];
  code: string | undefined;
}

/** Somebody who talks to the server over HTTP, with the same headers each time. */
export class Caller {
  constructor(
    readonly url: string,
    readonly headers: Record<string, string> = {},
  ) {}

  ask(query: string, variables: object = {}, headers: Record<string, string> = {}) {
    return this.send({ body: JSON.stringify({ query, variables }), headers });
  }

  async send(request: RequestInit & { path?: string }): Promise<Answer> {
    const response = await fetch(new URL(request.path ?? "/graphql", this.url), {
      method: "POST",
      ...request,
      headers: {
        "content-type": "application/json",
        ...this.headers,
        ...(request.headers as Record<string, string>),
      },
    });
    const text = await response.text();
    const body = parsed(text);
    const errors = body.errors ?? [];
    const { status, headers } = response;
    return { status, headers, text, data: body.data, errors, code: errors[0]?.extensions?.code };
  }
}

function parsed(text: string): { data?: unknown; errors?: GraphqlError[] } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}

export const people = {
  administrator: "ada@tallyroom.example",
  supervisor: "ines@tallyroom.example",
  approver: "petra@tallyroom.example",
  counter: "maria@tallyroom.example",
  viewer: "viktor@tallyroom.example",
} as const;
export type RoleCode = keyof typeof people;

export const password = "count-the-shelf";

export const signInMutation = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignInRejected { reason retryAfterSeconds }
  }
}`;

/** A session as a browser holds it: by its cookie. */
export async function signIn(url: string, email: string): Promise<Caller> {
  const answer = await new Caller(url).ask(signInMutation, { input: { email, password } });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.text}`);
  return new Caller(url, { cookie });
}

export interface KeyWish {
  permissions: string[];
  warehouseIds?: string[];
  expiresAt?: string;
}

export interface MadeKey {
  id: string;
  secret: string;
  caller: Caller;
}

/** A key of one's own, for everything its owner sees unless warehouses are named. */
export async function makeKey(owner: Caller, wish: KeyWish): Promise<MadeKey> {
  const { data, text } = await owner.ask(
    `mutation ($input: CreateApiKeyInput!) {
      createApiKey(input: $input) { ... on ApiKeyCreated { secret apiKey { id } } }
    }`,
    {
      input: {
        name: "Door",
        permissions: wish.permissions,
        seesAllWarehouses: wish.warehouseIds === undefined,
        warehouseIds: wish.warehouseIds ?? [],
        expiresAt: wish.expiresAt,
      },
    },
  );
  const made = data?.createApiKey;
  if (!made?.secret) throw new Error(`No key was made: ${text}`);
  const caller = new Caller(owner.url, { authorization: `Bearer ${made.secret}` });
  return { id: made.apiKey.id, secret: made.secret, caller };
}

/** The ids of the demonstration's warehouses, by code. */
export async function warehouseIds(caller: Caller): Promise<Record<string, string>> {
  const { data } = await caller.ask("{ warehouses { nodes { id code } } }");
  const nodes: { id: string; code: string }[] = data.warehouses.nodes;
  return Object.fromEntries(nodes.map(({ id, code }) => [code, id]));
}
