import type { FastifyInstance } from "fastify";
import type { Server } from "../context.ts";
import { addObservationPhoto } from "../review/commands/add-observation-photo.ts";
import { observationPhotoPath, observationPhotosPath } from "../review/domain/observation-photo.ts";
import { readObservationPhoto } from "../review/queries/read-observation-photo.ts";
import { idOf } from "../shared/opaque-id.ts";
import { notFound } from "../shared/refusal.ts";
import {
  answerInItsWords,
  identifyOrRefuse,
  pictureIn,
  seenKeyOf,
  sendPicture,
} from "./plain-http.ts";

const seeing = ["view:stock-count", "create:stock-count"] as const;
const adding = ["update:stock-count"] as const;
const refused = "You may not do that with pictures of entries.";

/** Pictures of what counters could not name: theirs to send, and their supervisors' to see. */
export function serveObservationPhotos(fastify: FastifyInstance, server: Server): void {
  fastify.get<{ Params: { id: string } }>(observationPhotoPath(":id"), (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const needed = { permissions: seeing, refused };
      const key = seenKeyOf(identity, request.params.id, "ObservationPhoto", needed);
      const photo = await readObservationPhoto(server.db, key.warehouseId, key.rowId);
      if (!photo) throw notFound("observation photo");
      return sendPicture(reply, photo);
    }),
  );

  fastify.post<{ Querystring: { count?: string; entry?: string } }>(
    observationPhotosPath,
    (request, reply) =>
      answerInItsWords(reply, async () => {
        const identity = await identifyOrRefuse(server, request);
        const { count = "", entry: externalId = "" } = request.query;
        const needed = { permissions: adding, refused };
        const { warehouseId, rowId } = seenKeyOf(identity, count, "CountSession", needed);
        const outcome = await addObservationPhoto(server.orm.em.fork(), {
          ...{ warehouseId, sessionId: rowId, externalId, image: pictureIn(request) },
          ...{ addedBy: identity.userId, now: server.now() },
        });
        if ("rejection" in outcome) return reply.code(409).send(outcome.rejection);
        const id = idOf("ObservationPhoto", warehouseId, outcome.photo.id);
        return reply.code(201).send({ id, path: observationPhotoPath(id) });
      }),
  );
}
