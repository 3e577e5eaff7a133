/** What the server has read in a workbook, or in a sentence why it has not. */
export type FilledWorkbook =
  | {
      lines: { position: number; counted: string }[];
      finds: FilledFind[];
      countedBy: string;
      countedAt: string;
    }
  | { wrong: string };

/** What was written into a row for what is not listed. */
export type FilledFind = Record<"place" | "item" | "lot" | "unit" | "counted" | "note", string>;

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Nothing is recorded by it: what was read is typed in for whoever sent it. */
export async function sendWorkbook(path: string, file: File): Promise<FilledWorkbook> {
  const headers = { "content-type": mediaType };
  const answer = await fetch(path, { method: "POST", headers, body: file }).catch(() => undefined);
  if (!answer) return { wrong: "The server did not answer." };
  const told = (await answer.json().catch(() => ({}))) as Exclude<
    FilledWorkbook,
    { wrong: string }
  > & {
    errors?: { message: string }[];
  };
  if (answer.ok) return told;
  if (answer.status === 413) return { wrong: "This workbook is larger than a sheet can be." };
  return { wrong: told.errors?.[0]?.message ?? "The workbook was not read." };
}
