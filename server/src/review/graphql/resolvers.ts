import { ApprovalResolver } from "./approval.resolver.ts";
import { ApproverLimitResolver } from "./approver-limit.resolver.ts";
import {
  CountApprovalResolver,
  LineApprovalOfLineResolver,
  LineApprovalResolver,
  LineNotApprovedResolver,
} from "./line-approval.resolver.ts";
import { InvestigationResolver, LineInvestigationResolver } from "./investigation.resolver.ts";
import { ReasonResolver } from "./reason.resolver.ts";
import { LinePhotoResolver, LinePhotosResolver } from "./line-photo.resolver.ts";
import { ObservationPhotosResolver } from "./observation-photo.resolver.ts";
import { RecountResolver } from "./recount.resolver.ts";
import {
  CountRoundResolver,
  LineRoundsResolver,
  SessionRecountsResolver,
} from "./rounds.resolver.ts";
import {
  LineToleranceResolver,
  SessionToleranceResolver,
  ToleranceResolver,
} from "./tolerance.resolver.ts";
import { ToleranceTrialResolver } from "./tolerance-trial.resolver.ts";

export const reviewResolvers = [
  ToleranceTrialResolver,
  ToleranceResolver,
  LineToleranceResolver,
  SessionToleranceResolver,
  InvestigationResolver,
  ReasonResolver,
  LineInvestigationResolver,
  LinePhotoResolver,
  LinePhotosResolver,
  ObservationPhotosResolver,
  RecountResolver,
  LineRoundsResolver,
  CountRoundResolver,
  SessionRecountsResolver,
  ApprovalResolver,
  LineApprovalOfLineResolver,
  LineApprovalResolver,
  LineNotApprovedResolver,
  CountApprovalResolver,
  ApproverLimitResolver,
] as const;
