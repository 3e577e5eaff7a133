import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Identity } from "../accounts/domain/identity.ts";
import type { Server } from "../context.ts";
import { loadSession } from "../counting/queries/load-one.ts";
import { RefusedFile } from "../exchange/domain/refused-file.ts";
import { readSheet } from "../exchange/reader/read-sheet.ts";
import { pdfOfPages } from "../shared/paper/pdf-of-pages.ts";
import { notFound, Refusal } from "../shared/refusal.ts";
import { workbookOf } from "../shared/workbook.ts";
import { layOutSheet } from "../sheets/domain/lay-out-sheet.ts";
import { countSheetPath, nameOfCount } from "../sheets/domain/count-sheet.ts";
import { readFilledSheet, type FilledPages } from "../sheets/domain/filled-sheet.ts";
import type { PaperSheet } from "../sheets/domain/paper-sheet.ts";
import { sheetCsv, sheetWorkbook } from "../sheets/domain/sheet-table.ts";
import { loadSheet } from "../sheets/queries/load-sheet.ts";
import { readPaper } from "../sheets/queries/read-paper.ts";
import { answerInItsWords, identifyOrRefuse, seenKeyOf } from "./plain-http.ts";

const needed = {
  permissions: ["view:stock-count"],
  refused: "You may not see the sheets of counts.",
} as const;

type Ending = "pdf" | "csv" | "xlsx";
const mediaTypes: Record<Ending, string> = {
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const filling = {
  permissions: ["view:stock-count", "update:stock-count"],
  refused: "You may not type in what others have counted.",
} as const;
const filledBytesAtMost = 1024 * 1024;

/** A sheet as a file, for whoever may see its count: count-sheets/….pdf, .csv or .xlsx. */
export function serveCountSheets(fastify: FastifyInstance, server: Server): void {
  fastify.get<{ Params: { file: string } }>(countSheetPath(":file"), (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const { id, ending } = fileAsked(request.params.file);
      const { warehouseId, rowId } = seenKeyOf(identity, id, "CountSheet", needed);
      const { paper, printedAt } = await paperOf(server, { warehouseId, rowId }, identity, request);
      const name = `${paper.count}-sheet-${paper.number}`;
      return reply
        .header("cache-control", "no-store")
        .header(
          "content-disposition",
          `${ending === "pdf" ? "inline" : "attachment"}; filename="${name}.${ending}"`,
        )
        .type(mediaTypes[ending])
        .send(await contentOf(paper, ending, printedAt));
    }),
  );

  fastify.addContentTypeParser(
    mediaTypes.xlsx,
    { parseAs: "buffer", bodyLimit: filledBytesAtMost },
    (_, body, done) => done(null, body),
  );

  // Nothing is recorded: whoever sent it sees what was read, and says by whom and when.
  fastify.post<{ Params: { id: string } }>(countSheetPath(":id"), (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      const key = seenKeyOf(identity, request.params.id, "CountSheet", filling);
      const { body } = request;
      if (!Buffer.isBuffer(body))
        throw new Refusal("BAD_USER_INPUT", "Send the workbook as the body, as XLSX.");
      const sheet = await loadSheet(server.db, key.warehouseId, key.rowId);
      const session = await loadSession(server.db, key.warehouseId, sheet.sessionId);
      const { number, linesTotal } = sheet;
      const expected = { count: nameOfCount(session.number), number, linesTotal };
      const filled = readFilledSheet(await pagesOf(body), expected);
      if ("wrong" in filled) throw new Refusal("BAD_USER_INPUT", filled.wrong);
      return reply.send(filled);
    }),
  );
}

/** Reads it as every file from outside is read: in a thread, within limits. */
async function pagesOf(workbook: Buffer): Promise<FilledPages> {
  try {
    return { lines: await readSheet(workbook, "Lines"), sheet: await readSheet(workbook, "Sheet") };
  } catch (error) {
    if (error instanceof RefusedFile) throw new Refusal("BAD_USER_INPUT", error.message);
    throw error;
  }
}

async function paperOf(
  server: Server,
  { warehouseId, rowId }: { warehouseId: number; rowId: number },
  { permissions }: Identity,
  request: FastifyRequest,
) {
  const sheet = await loadSheet(server.db, warehouseId, rowId);
  const session = await loadSession(server.db, warehouseId, sheet.sessionId);
  const origin = server.config.publicUrl ?? `${request.protocol}://${request.host}`;
  const looker = { seesExpected: permissions.has("view:expected-quantity") };
  const paper = await readPaper(server.db, { sheet, session, looker, origin });
  return { paper, printedAt: sheet.printedAt };
}

function contentOf(paper: PaperSheet, ending: Ending, printedAt: Date) {
  switch (ending) {
    case "pdf":
      return pdfOfPages(layOutSheet(paper), {
        ...{ title: `${paper.count} Sheet ${paper.number}`, at: printedAt },
      });
    case "csv":
      return sheetCsv(paper);
    case "xlsx":
      return workbookOf(sheetWorkbook(paper));
    default:
      return ending satisfies never;
  }
}

function fileAsked(file: string): { id: string; ending: Ending } {
  const [id = "", ending = ""] = file.split(".");
  if (!Object.hasOwn(mediaTypes, ending)) throw notFound("count sheet");
  return { id, ending: ending as Ending };
}
