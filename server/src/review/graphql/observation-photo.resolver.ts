import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { LooseObservation } from "../../counting/graphql/loose-objects.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { observationPhotoPath } from "../domain/observation-photo.ts";

@ObjectType({ description: "A picture of what a counter saw and could not name." })
export class ObservationPhoto {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "Where the picture is, on this server." })
  path!: string;

  @Field(() => DateTimeScalar, { description: "When the server had it." })
  addedAt!: Date;
}

@Resolver(() => LooseObservation)
export class ObservationPhotosResolver {
  @FieldResolver(() => [ObservationPhoto], { description: "What its counter photographed." })
  async photos(
    @Root() { id }: LooseObservation,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ObservationPhoto[]> {
    const { warehouseId, rowId: observationId } = warehouseKeyOf(id, "Observation");
    const rows = await loaders.observationPhotos.load({ warehouseId, observationId });
    return rows.map((row) => {
      const photoId = idOf("ObservationPhoto", warehouseId, row.id);
      const shown = { id: photoId, path: observationPhotoPath(photoId), addedAt: row.addedAt };
      return Object.assign(new ObservationPhoto(), shown);
    });
  }
}
