import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { toUser } from "../../accounts/graphql/to-object.ts";
import { loadUser } from "../../accounts/queries/load-one.ts";
import type { RequestContext } from "../../context.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { readPaces } from "../queries/read-paces.ts";

@ObjectType({ description: "How fast somebody counts." })
export class CounterPace {
  @Field(() => User, { description: "Who." })
  user!: User;

  @Field(() => Int, {
    description: "Lines an hour, walking included and breaks left out: the median of the counts.",
  })
  linesPerHour!: number;

  @Field(() => Int, { description: "In how many counts of the last 90 days it was seen." })
  counts!: number;
}

@Resolver()
export class PacesResolver {
  @Query(() => [CounterPace], {
    description: "How fast people count in a warehouse, as far as their latest counts tell.",
  })
  async counterPaces(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CounterPace[]> {
    const { db, em, now } = context;
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const paces = await readPaces(db, warehouseId, now);
    return Promise.all(
      paces.map(async ({ userId, linesPerHour, counts }) =>
        Object.assign(new CounterPace(), {
          user: toUser(await loadUser(em, userId)),
          linesPerHour,
          counts,
        }),
      ),
    );
  }
}
