import { InvestigationResolver, LineInvestigationResolver } from "./investigation.resolver.ts";
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
] as const;
