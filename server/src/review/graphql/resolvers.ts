import {
  LineToleranceResolver,
  SessionToleranceResolver,
  ToleranceResolver,
} from "./tolerance.resolver.ts";

export const reviewResolvers = [
  ToleranceResolver,
  LineToleranceResolver,
  SessionToleranceResolver,
] as const;
