import "./register-nodes.ts";
import { PostingVerbsResolver } from "./posting-verbs.resolver.ts";
import {
  JobPostingResolver,
  LinePostingResolver,
  PostingLineResolver,
  PostingResolver,
  RefusedLineResolver,
  SessionPostingsResolver,
} from "./posting.resolver.ts";

export const postingResolvers = [
  SessionPostingsResolver,
  LinePostingResolver,
  JobPostingResolver,
  PostingResolver,
  PostingLineResolver,
  RefusedLineResolver,
  PostingVerbsResolver,
] as const;
