import "./register-nodes.ts";
import { JobsResolver } from "./jobs.resolver.ts";

export const jobResolvers = [JobsResolver] as const;
