import type { FastifyInstance } from "fastify";
import { seesWarehouse, type Identity } from "../accounts/domain/identity.ts";
import type { Permission } from "../accounts/domain/permission.ts";
import type { Server } from "../context.ts";
import { addLinePhoto } from "../review/commands/add-line-photo.ts";
import { linePhotoPath, linePhotosPath, photoBytesAtMost } from "../review/domain/line-photo.ts";
import { readLinePhoto } from "../review/queries/read-line-photo.ts";
import { idOf, nounOf, warehouseKeyOf, type IdKind } from "../shared/opaque-id.ts";
import { notFound, Refusal } from "../shared/refusal.ts";
import { answerInItsWords, identifyOrRefuse } from "./plain-http.ts";

/** A picture that is a little too large is told so; what is larger by far is not read at all. */
const bodyLimit = 2 * photoBytesAtMost;
const seeing = ["view:stock-count", "view:expected-quantity"] as const;
const adding = ["create:stock-count", "view:expected-quantity"] as const;

/** Pictures of lines, as files: too large for a question, and a page shows them by their address. */
export function serveLinePhotos(fastify: FastifyInstance, server: Server): void {
  fastify.addContentTypeParser(/^image\//u, { parseAs: "buffer", bodyLimit }, (_, body, done) =>
    done(null, body),
  );

  fastify.get<{ Params: { id: string } }>(linePhotoPath(":id"), (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const { warehouseId, rowId } = seenKeyOf(identity, request.params.id, "LinePhoto", seeing);
      const photo = await readLinePhoto(server.db, warehouseId, rowId);
      if (!photo) throw notFound("line photo");
      return reply
        .type(photo.mediaType)
        .header("cache-control", "private, max-age=86400, immutable")
        .header("content-security-policy", "default-src 'none'; sandbox")
        .send(photo.image);
    }),
  );

  fastify.post<{ Querystring: { line?: string } }>(linePhotosPath, (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const { line = "" } = request.query;
      const { warehouseId, rowId } = seenKeyOf(identity, line, "CountLine", adding);
      if (!Buffer.isBuffer(request.body))
        throw new Refusal("BAD_USER_INPUT", "Send the picture as the body, as image/jpeg or so.");
      const outcome = await addLinePhoto(server.orm.em.fork(), {
        ...{ warehouseId, lineId: rowId, image: request.body },
        ...{ addedBy: identity.userId, now: server.now() },
      });
      if ("rejection" in outcome) return reply.code(409).send(outcome.rejection);
      const id = idOf("LinePhoto", warehouseId, outcome.photo.id);
      return reply.code(201).send({ id, path: linePhotoPath(id) });
    }),
  );
}

/** A thing of a warehouse that one does not see is as unknown as one that does not exist. */
function seenKeyOf(
  identity: Identity,
  id: string,
  kind: IdKind,
  needed: readonly Permission[],
): { warehouseId: number; rowId: number } {
  if (!needed.every((permission) => identity.permissions.has(permission)))
    throw new Refusal("FORBIDDEN", "You may not see what was found out about lines.");
  const key = warehouseKeyOf(id, kind);
  if (!seesWarehouse(identity, key.warehouseId)) throw notFound(nounOf(kind));
  return key;
}
