import { CountBoardResolver } from "./board.resolver.ts";
import "./register-nodes.ts";
import {
  CountSessionsFeedResolver,
  SessionEventResolver,
  SessionFeedResolver,
} from "./feed.resolver.ts";
import { CountLineResolver } from "./line.resolver.ts";
import { EarlierCountsResolver } from "./earlier-counts.resolver.ts";
import { LineGroupResolver } from "./line-group.resolver.ts";
import { LooseObservationResolver, LooseObservationsResolver } from "./loose.resolver.ts";
import { DisputeResolver, IndependentCountResolver } from "./dispute.resolver.ts";
import { ObservationResolver } from "./observation.resolver.ts";
import { OptionResolver } from "./option.resolver.ts";
import { PacesResolver } from "./paces.resolver.ts";
import { PlanResolver } from "./plan.resolver.ts";
import { LastFrameResolver } from "./last-frame.resolver.ts";
import { CountProgressResolver } from "./progress.resolver.ts";
import { CountSessionResolver } from "./session.resolver.ts";
import { AlreadyRecordedLineResolver, RecordedLineResolver } from "./recorded-line.resolver.ts";
import { LineSelectionResolver } from "./selection.resolver.ts";
import { SessionOptionsResolver } from "./session-options.resolver.ts";
import { SessionFiguresResolver } from "./session-figures.resolver.ts";
import { SessionVerbsResolver } from "./session-verbs.resolver.ts";
import { CountScopeResolver } from "./scope.resolver.ts";
import { CountSessionPlanResolver, CountTemplateResolver } from "./template.resolver.ts";

export const countingResolvers = [
  CountSessionResolver,
  CountLineResolver,
  SessionVerbsResolver,
  ObservationResolver,
  DisputeResolver,
  IndependentCountResolver,
  RecordedLineResolver,
  AlreadyRecordedLineResolver,
  PlanResolver,
  PacesResolver,
  OptionResolver,
  CountProgressResolver,
  LastFrameResolver,
  CountBoardResolver,
  SessionFeedResolver,
  CountSessionsFeedResolver,
  SessionEventResolver,
  CountTemplateResolver,
  CountSessionPlanResolver,
  CountScopeResolver,
  LineSelectionResolver,
  LineGroupResolver,
  EarlierCountsResolver,
  SessionFiguresResolver,
  SessionOptionsResolver,
  LooseObservationsResolver,
  LooseObservationResolver,
] as const;
