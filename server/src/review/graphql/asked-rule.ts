import { numberKeyOrNull } from "../../shared/opaque-id.ts";
import type { AskedRule } from "../domain/reject-tolerance-set.ts";
import { limitsGiven } from "./limit-objects.ts";
import type { ToleranceRuleInput } from "./tolerance-objects.ts";

/** An id that names nothing here becomes 0, which nothing has. */
export function askedRule(warehouseId: number, rule: ToleranceRuleInput): AskedRule {
  const { itemId, locationId, abcClass } = rule;
  const [ownWarehouseId, place] = numberKeyOrNull(locationId ?? "", "Location") ?? [];
  return {
    itemId: itemId == null ? null : (numberKeyOrNull(itemId, "Item")?.[0] ?? 0),
    abcClass: abcClass ?? null,
    locationId: locationId == null ? null : ownWarehouseId === warehouseId ? (place ?? 0) : 0,
    limits: limitsGiven(rule.limits),
  };
}
