export type ProblemKind =
  | "network"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "bad-input"
  | "rate-limited"
  | "internal";

const kindByCode: Record<string, ProblemKind> = {
  UNAUTHENTICATED: "unauthenticated",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not-found",
  BAD_USER_INPUT: "bad-input",
  DOCUMENT_TOO_COMPLEX: "bad-input",
  RATE_LIMITED: "rate-limited",
};

/** What went wrong, in a sentence for the person at the screen. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  /** Names the request in the server's log; only a fault of ours has one. */
  readonly traceId: string | undefined;

  constructor(kind: ProblemKind, sentence: string, traceId?: string) {
    super(sentence);
    this.kind = kind;
    this.traceId = traceId;
  }
}

/** What came back, as far as it tells what went wrong. */
export interface ServerAnswer {
  readonly graphQLErrors: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly response?: unknown;
}

/**
 * Turns the first coded error of an answer into a problem. The server words its own refusals; only
 * what it cannot or must not word (no answer at all, a masked fault) is worded here.
 */
export function problemFrom(error: ServerAnswer): Problem {
  const refusal = error.graphQLErrors[0];
  if (!refusal) return problemWithoutAnswer(error);

  const { code, traceId } = refusal.extensions ?? {};
  const kind = kindByCode[String(code)] ?? "internal";
  switch (kind) {
    case "unauthenticated":
      return new Problem(kind, "Your session has ended. Sign in again to go on.");
    case "forbidden":
    case "not-found":
    case "bad-input":
    case "rate-limited":
    case "network":
      return new Problem(kind, refusal.message);
    case "internal":
      return new Problem(
        kind,
        "Something went wrong on the server. Nothing you typed is lost; try again in a moment.",
        typeof traceId === "string" ? traceId : undefined,
      );
  }
  kind satisfies never;
}

function problemWithoutAnswer(error: ServerAnswer): Problem {
  const response: unknown = error.response;
  const status = response instanceof Response ? response.status : 0;
  if (status === 429) {
    return new Problem("rate-limited", "Too many requests at once. Wait a moment and try again.");
  }
  return new Problem(
    "network",
    "The server cannot be reached. What is on the screen stays; it is asked again by itself.",
  );
}

/** Anything thrown, as a problem; a mistake in the page itself is a fault like any other. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  console.error(thrown);
  return new Problem("internal", "This page ran into a fault of its own. Load it again.");
}
