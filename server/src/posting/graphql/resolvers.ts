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

import {
  AdjustmentByPlaceResolver,
  AdjustmentReportResolver,
  PostingPreviewReasonsResolver,
  PostingReportResolver,
  PostingSignatureResolver,
} from "./report.resolver.ts";

export const postingResolvers = [
  SessionPostingsResolver,
  LinePostingResolver,
  JobPostingResolver,
  PostingResolver,
  PostingLineResolver,
  RefusedLineResolver,
  PostingVerbsResolver,
  PostingPreviewReasonsResolver,
  PostingReportResolver,
  AdjustmentReportResolver,
  AdjustmentByPlaceResolver,
  PostingSignatureResolver,
] as const;
