import "./register-nodes.ts";
import { RestrictionVerbsResolver } from "./restriction-verbs.resolver.ts";
import {
  CloseOffMoveResolver,
  RecordedMovesResolver,
  RejectedMoveResolver,
} from "./restricted.resolver.ts";
import {
  CloseOffResolver,
  CloseOffStepResolver,
  RestrictionsResolver,
  StockHoldResolver,
} from "./restrictions.resolver.ts";

export const restrictionResolvers = [
  RestrictionsResolver,
  RestrictionVerbsResolver,
  CloseOffResolver,
  CloseOffStepResolver,
  CloseOffMoveResolver,
  StockHoldResolver,
  RejectedMoveResolver,
  RecordedMovesResolver,
] as const;
