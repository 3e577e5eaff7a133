import type { FastifyInstance } from "fastify";
import { seesWarehouse } from "../accounts/domain/identity.ts";
import type { Server } from "../context.ts";
import { addImport } from "../exchange/commands/add-import.ts";
import { errorsCsv } from "../exchange/domain/import-files.ts";
import { importKinds, importKindWords } from "../exchange/domain/import-kind.ts";
import {
  importErrorsPath,
  importFilesPath,
  importTemplatePath,
  templateEndings,
} from "../exchange/domain/import-paths.ts";
import { templateCsv, templateWorkbook } from "../exchange/domain/import-template.ts";
import { tableLimits } from "../exchange/domain/table-layout.ts";
import { readImport, readImportErrors } from "../exchange/queries/list-imports.ts";
import { idOf, singleKeyOf } from "../shared/opaque-id.ts";
import { notFound, Refusal } from "../shared/refusal.ts";
import { workbookOf } from "../shared/workbook.ts";
import { answerInItsWords, identifyOrRefuse, seenKeyOf } from "./plain-http.ts";

/** A file that is a little too large is told so; what is larger by far is not read at all. */
const bodyLimit = tableLimits.bytes + 8 * 1024 * 1024;
const seeing = ["view:stock-count", "view:expected-quantity"] as const;
const sending = ["create:stock-count", "view:expected-quantity"] as const;
const refused = "You may not import files.";
const csv = "text/csv; charset=utf-8";
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Sent {
  warehouse?: string;
  name?: string;
  kind?: string;
}

/** Files to import come as they are, and what is wrong with them goes as a file: too large for a question. */
export function serveImportFiles(fastify: FastifyInstance, server: Server): void {
  fastify.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit },
    (_, body, done) => done(null, body),
  );

  fastify.post<{ Querystring: Sent }>(importFilesPath, { bodyLimit }, (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      if (!sending.every((permission) => identity.permissions.has(permission)))
        throw new Refusal("FORBIDDEN", refused);
      const { warehouse = "", name = "", kind } = request.query;
      const warehouseId = singleKeyOf(warehouse, "Warehouse");
      if (!seesWarehouse(identity, warehouseId)) throw notFound("warehouse");
      if (!Buffer.isBuffer(request.body))
        throw new Refusal("BAD_USER_INPUT", "Send the file as application/octet-stream.");
      const outcome = await addImport(server.orm.em.fork(), {
        ...{ warehouseId, fileName: name, content: request.body },
        kind: importKinds.find((each) => each === kind) ?? null,
        ...{ uploadedBy: identity.userId, now: server.now() },
      });
      if ("refused" in outcome) {
        const { reason, message } = outcome.refused;
        return reply.code(422).send({ reason, message });
      }
      return reply.code(201).send({ id: idOf("Import", warehouseId, outcome.added.id) });
    }),
  );

  fastify.get<{ Params: { id: string } }>(importErrorsPath(":id"), (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const { warehouseId, rowId: id } = seenKeyOf(identity, request.params.id, "Import", {
        permissions: seeing,
        refused,
      });
      const row = await readImport(server.db, { warehouseId, id });
      if (!row) throw notFound("import");
      const errors = await readImportErrors(server.db, { warehouseId, id });
      return reply
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="import-errors.csv"')
        .type(csv)
        .send(errorsCsv(row.kind, errors));
    }),
  );

  for (const ending of templateEndings)
    fastify.get<{ Params: { file: string } }>(
      importTemplatePath(":file", ending),
      (request, reply) =>
        answerInItsWords(reply, async () => {
          await identifyOrRefuse(server, request);
          const kind = importKinds.find((each) => each === request.params.file);
          if (!kind) throw notFound("template");
          const name = importKindWords[kind].replaceAll(" ", "-");
          return reply
            .header("content-disposition", `attachment; filename="${name}.${ending}"`)
            .type(ending === "csv" ? csv : workbook)
            .send(ending === "csv" ? templateCsv(kind) : await workbookOf(templateWorkbook(kind)));
        }),
    );
}
