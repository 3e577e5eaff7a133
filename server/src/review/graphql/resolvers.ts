import { InvestigationResolver, LineInvestigationResolver } from "./investigation.resolver.ts";
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

export const reviewResolvers = [
  ToleranceResolver,
  LineToleranceResolver,
  SessionToleranceResolver,
  InvestigationResolver,
  LineInvestigationResolver,
  RecountResolver,
  LineRoundsResolver,
  CountRoundResolver,
  SessionRecountsResolver,
] as const;
