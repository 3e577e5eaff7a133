import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { readLastFrame } from "../live/read-last-frame.ts";
import { SessionFrame } from "./feed-objects.ts";
import { lookerOf } from "./looker.ts";
import { CountSession } from "./objects.ts";
import { toFrame } from "./to-frame.ts";

const eventsAtMost = 100;

@Resolver(() => CountSession)
export class LastFrameResolver {
  @FieldResolver(() => SessionFrame, {
    description:
      "The last that happened in it, as its feed told it, with the lines as they now stand.",
  })
  async lastFrame(
    @Root() { id }: CountSession,
    @Arg("atMost", () => Int, {
      defaultValue: 40,
      description: "How many events, from 1 to 100.",
    })
    atMost: number,
    @Ctx() context: RequestContext,
  ): Promise<SessionFrame> {
    if (atMost < 1 || atMost > eventsAtMost)
      throw new Refusal("BAD_USER_INPUT", `atMost is a number from 1 to ${eventsAtMost}.`);
    const { warehouseId, rowId } = warehouseKeyOf(id, "CountSession");
    const key = { warehouseId, id: rowId };
    return toFrame(await readLastFrame(context.db, key, { looker: lookerOf(context), atMost }));
  }
}
