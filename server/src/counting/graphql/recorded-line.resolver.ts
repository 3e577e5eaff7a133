import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "./looker.ts";
import { CountLine } from "./objects.ts";
import { ObservationAlreadyRecorded, ObservationRecorded } from "./results.ts";
import { toLine } from "./to-object.ts";

/** Read after the commit, and only for those who ask: the lock on the count is not kept for it. */
async function lineOf(
  { line, isBlindHere }: ObservationRecorded | ObservationAlreadyRecorded,
  context: RequestContext,
): Promise<CountLine | null> {
  const row = line && (await context.loaders.line.load(line));
  const { seesExpected: seesRounds } = lookerOf(context);
  return row && toLine(row, { isBlind: isBlindHere, seesRounds });
}

@Resolver(() => ObservationRecorded)
export class RecordedLineResolver {
  @FieldResolver(() => CountLine, {
    nullable: true,
    description: "The line as it is now; null while nobody knows what was seen.",
  })
  line(@Root() recorded: ObservationRecorded, @Ctx() context: RequestContext) {
    return lineOf(recorded, context);
  }
}

@Resolver(() => ObservationAlreadyRecorded)
export class AlreadyRecordedLineResolver {
  @FieldResolver(() => CountLine, { nullable: true, description: "The line as it is now." })
  line(@Root() recorded: ObservationAlreadyRecorded, @Ctx() context: RequestContext) {
    return lineOf(recorded, context);
  }
}
