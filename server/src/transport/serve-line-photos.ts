import type { FastifyInstance } from "fastify";
import type { Server } from "../context.ts";
import { addLinePhoto } from "../review/commands/add-line-photo.ts";
import { linePhotoPath, linePhotosPath, photoBytesAtMost } from "../review/domain/line-photo.ts";
import { readLinePhoto } from "../review/queries/read-line-photo.ts";
import { idOf } from "../shared/opaque-id.ts";
import { notFound } from "../shared/refusal.ts";
import {
  answerInItsWords,
  identifyOrRefuse,
  pictureIn,
  seenKeyOf,
  sendPicture,
} from "./plain-http.ts";

/** A picture that is a little too large is told so; what is larger by far is not read at all. */
const bodyLimit = 2 * photoBytesAtMost;
const seeing = ["view:stock-count", "view:expected-quantity"] as const;
const adding = ["create:stock-count", "view:expected-quantity"] as const;

const refused = "You may not see what was found out about lines.";

/** Pictures of lines, as files: too large for a question, and a page shows them by their address. */
export function serveLinePhotos(fastify: FastifyInstance, server: Server): void {
  fastify.addContentTypeParser(/^image\//u, { parseAs: "buffer", bodyLimit }, (_, body, done) =>
    done(null, body),
  );

  fastify.get<{ Params: { id: string } }>(linePhotoPath(":id"), (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const { warehouseId, rowId } = seenKeyOf(identity, request.params.id, "LinePhoto", {
        permissions: seeing,
        refused,
      });
      const photo = await readLinePhoto(server.db, warehouseId, rowId);
      if (!photo) throw notFound("line photo");
      return sendPicture(reply, photo);
    }),
  );

  fastify.post<{ Querystring: { line?: string } }>(linePhotosPath, (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const { line = "" } = request.query;
      const { warehouseId, rowId } = seenKeyOf(identity, line, "CountLine", {
        permissions: adding,
        refused,
      });
      const outcome = await addLinePhoto(server.orm.em.fork(), {
        ...{ warehouseId, lineId: rowId, image: pictureIn(request) },
        ...{ addedBy: identity.userId, now: server.now() },
      });
      if ("rejection" in outcome) return reply.code(409).send(outcome.rejection);
      const id = idOf("LinePhoto", warehouseId, outcome.photo.id);
      return reply.code(201).send({ id, path: linePhotoPath(id) });
    }),
  );
}
