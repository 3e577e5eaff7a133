import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { CountLine } from "../../counting/graphql/objects.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { linePhotoPath, type LinePhotoRow } from "../domain/line-photo.ts";

@ObjectType({ description: "A picture of what somebody saw where a line differs." })
export class LinePhoto {
  addedById!: string;

  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "Where the picture is, on this server." })
  path!: string;

  @Field(() => DateTimeScalar, { description: "When it was added." })
  addedAt!: Date;
}

function toLinePhoto({ warehouseId, id: rowId, addedById, addedAt }: LinePhotoRow): LinePhoto {
  const id = idOf("LinePhoto", warehouseId, rowId);
  return Object.assign(new LinePhoto(), { id, path: linePhotoPath(id), addedById, addedAt });
}

@Resolver(() => LinePhoto)
export class LinePhotoResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who took it." })
  addedBy(@Root() { addedById }: LinePhoto, @Ctx() { em }: RequestContext): Promise<User | null> {
    return userOrNull(em, addedById);
  }
}

@Resolver(() => CountLine)
export class LinePhotosResolver {
  @FieldResolver(() => [LinePhoto], {
    nullable: true,
    description: "What was photographed of it; null where the count is blind.",
  })
  async photos(
    @Root() { warehouseId, rowId, isBlindHere }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LinePhoto[] | null> {
    if (isBlindHere) return null;
    const rows = await loaders.linePhotos.load({ warehouseId, lineId: rowId });
    return rows.map(toLinePhoto);
  }
}
