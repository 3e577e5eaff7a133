import { Field, Int, ObjectType } from "type-graphql";
import { DecimalScalar } from "../../shared/scalars.ts";
import { isBlindFor, type Looker } from "../domain/blindness.ts";
import { sessionStatuses, type SessionStatus } from "../domain/words.ts";
import type { SessionTotals } from "../queries/list-sessions.ts";
import { CountSessionStatus } from "./enums.ts";

@ObjectType({ description: "How many counts are how far." })
export class CountSessionsByStatus {
  @Field(() => CountSessionStatus, { description: "How far." })
  status!: SessionStatus;

  @Field(() => Int, { description: "How many counts." })
  sessions!: number;
}

@ObjectType({
  description:
    "Sums over the counts of a list. What the books say is null to those for whom one of them is blind.",
})
export class CountSessionTotals {
  @Field(() => Int, { description: "How many counts." })
  sessions!: number;

  @Field(() => [CountSessionsByStatus], { description: "By how far they are; each status once." })
  byStatus!: CountSessionsByStatus[];

  @Field(() => Int, { description: "How many lines they have." })
  lines!: number;

  @Field(() => Int, { description: "How many are counted." })
  counted!: number;

  @Field(() => Int, { description: "How many were left out on purpose." })
  skipped!: number;

  @Field(() => Int, { description: "How many nobody could get to." })
  notAccessible!: number;

  @Field(() => Int, { nullable: true, description: "How many differ from the books." })
  different!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Values of variances, with signs; null where warehouses have different currencies.",
  })
  valueVariance!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Values without their signs." })
  valueVarianceGross!: string | null;
}

export function toSessionTotals(
  { isAnyBlind, isOneCurrency, byStatus, ...totals }: SessionTotals,
  looker: Looker,
): CountSessionTotals {
  const isHidden = isBlindFor({ isBlind: isAnyBlind }, looker);
  const isWorthHidden = isHidden || !isOneCurrency;
  const told = { sessions: totals.sessions, lines: totals.lines, counted: totals.counted };
  return Object.assign(new CountSessionTotals(), {
    ...told,
    skipped: totals.skipped,
    notAccessible: totals.notAccessible,
    byStatus: sessionStatuses.map((status) =>
      Object.assign(new CountSessionsByStatus(), { status, sessions: byStatus[status] }),
    ),
    different: isHidden ? null : totals.different,
    valueVariance: isWorthHidden ? null : totals.valueVariance,
    valueVarianceGross: isWorthHidden ? null : totals.valueVarianceGross,
  });
}
