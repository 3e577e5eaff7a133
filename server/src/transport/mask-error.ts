import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { refusalCodes, type RefusalCode } from "../shared/refusal.ts";

/** Codes whose sentence is meant for whoever asked. Everything else is a fault of ours. */
const openCodes = new Set<string>([
  ...refusalCodes,
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
]);

export interface MaskedError {
  shown: GraphQLFormattedError;
  isFault: boolean;
}

/** Keeps the sentence of a refusal and hides everything about a fault but its trace. */
export function maskError(
  shown: GraphQLFormattedError,
  error: unknown,
  traceId: string,
): MaskedError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const code = codeWithin(original, shown) ?? shown.extensions?.["code"];
  const isOpen = typeof code === "string" && openCodes.has(code);
  const isThrownByUs = !original || original instanceof GraphQLError;
  if (isOpen && isThrownByUs)
    return {
      shown: {
        message: shown.message,
        ...(shown.locations ? { locations: shown.locations } : {}),
        ...(shown.path ? { path: shown.path } : {}),
        extensions: { code },
      },
      isFault: false,
    };
  return {
    shown: {
      message: "Something went wrong on our side.",
      ...(shown.path ? { path: shown.path } : {}),
      extensions: { code: "INTERNAL", traceId },
    },
    isFault: true,
  };
}

const refusals = new Set<unknown>(refusalCodes);
const tooManyTokens = /^Syntax Error: Document contains more tha[nt] \d+ tokens/u;

/** What our rules and scalars refuse while a document is read is wrapped by a library; the code stays ours. */
function codeWithin(original: unknown, shown: GraphQLFormattedError): RefusalCode | null {
  if (tooManyTokens.test(shown.message)) return "DOCUMENT_TOO_COMPLEX";
  const code = original instanceof GraphQLError ? original.extensions["code"] : null;
  return refusals.has(code) ? (code as RefusalCode) : null;
}
