import type { EntityManager } from "@mikro-orm/postgresql";
import { isBlindFor, type Looker } from "../../counting/domain/blindness.ts";
import { may } from "../../counting/domain/session-status.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import type { AskedSheet, CountSheetRow } from "../domain/count-sheet.ts";
import { rejectPrint, type PrintRejectionReason } from "../domain/reject-print.ts";
import { chooseLines, countSheets, findSheet, insertSheet } from "../storage/count-sheets.ts";

export interface PrintCountSheet {
  warehouseId: number;
  sessionId: number;
  asked: AskedSheet;
  looker: Looker;
  actorId: string;
  now: Date;
}

export type PrintOutcome =
  { sheet: CountSheetRow } | { rejection: Rejection<PrintRejectionReason> };

/** Keeps which lines go on paper, in the order of the walk; the files are drawn when they are asked for. */
export function printCountSheet(em: EntityManager, input: PrintCountSheet): Promise<PrintOutcome> {
  const { warehouseId, sessionId, looker, actorId, now } = input;
  return inTransaction<PrintOutcome>(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const { asked } = input;
    const chosen = await chooseLines(db, input, asked, now);
    const rejection = rejectPrint(asked, {
      mayCount: may("COUNT", session),
      isBlindHere: isBlindFor(session, looker),
      lines: chosen.lines,
      sheets: await countSheets(db, input),
    });
    if (rejection) return { rejection };
    const printed = { lineIds: chosen.lineIds, by: actorId, at: now };
    const id = await insertSheet(db, input, asked, printed);
    return { sheet: (await findSheet(db, warehouseId, id)) as CountSheetRow };
  });
}
