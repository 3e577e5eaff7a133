import "./register-nodes.ts";
import { PostingVerbsResolver } from "./posting-verbs.resolver.ts";
import {
  LinePostingResolver,
  PostingLineResolver,
  PostingResolver,
  RefusedLineResolver,
  SessionPostingsResolver,
} from "./posting.resolver.ts";

export const postingResolvers = [
  SessionPostingsResolver,
  LinePostingResolver,
  PostingResolver,
  PostingLineResolver,
  RefusedLineResolver,
  PostingVerbsResolver,
] as const;
