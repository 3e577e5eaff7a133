import "./register-nodes.ts";
import { AbcItemResolver, AbcResolver } from "./abc.resolver.ts";
import {
  CountTriggerResolver,
  OverduePlaceResolver,
  PlannedCountResolver,
  PlanOfWarehouseResolver,
  PlanRunResolver,
} from "./plan.resolver.ts";
import { ScheduleResolver } from "./schedule.resolver.ts";

export const planningResolvers = [
  AbcResolver,
  AbcItemResolver,
  PlanOfWarehouseResolver,
  PlanRunResolver,
  PlannedCountResolver,
  OverduePlaceResolver,
  CountTriggerResolver,
  ScheduleResolver,
] as const;
