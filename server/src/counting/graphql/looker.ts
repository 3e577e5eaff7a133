import type { RequestContext } from "../../context.ts";
import type { Looker } from "../domain/blindness.ts";

export function lookerOf(context: RequestContext): Looker {
  return { seesExpected: context.may("view:expected-quantity") };
}
