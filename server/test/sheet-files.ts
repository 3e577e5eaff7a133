import * as xlsx from "@e965/xlsx";
import papaparse from "papaparse";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Caller } from "./door/caller.ts";

export const PRINT = `mutation ($input: PrintCountSheetInput!) {
  printCountSheet(input: $input) {
    ... on CountSheetPrinted { sheet { id number path linesTotal linesEntered showsBooks } }
    ... on PrintCountSheetRejected { reason message } } }`;

export interface PrintedSheet {
  id: string;
  number: number;
  path: string;
  linesTotal: number;
}

export async function printSheet(caller: Caller, input: object): Promise<PrintedSheet> {
  const { data, text } = await caller.ask(PRINT, { input });
  const sheet = data?.printCountSheet?.sheet as PrintedSheet | undefined;
  if (!sheet) throw new Error(text);
  return sheet;
}

export function fileOf({ url, headers }: Caller, path: string, ending: string): Promise<Response> {
  return fetch(new URL(`${path}.${ending}`, url), { headers });
}

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

/** All that can be read on paper, page by page. */
export async function wordsOfPdf(answer: Response): Promise<string[]> {
  const document = await getDocument({ data: await bytesOf(answer) }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join("\n"));
  }
  return pages;
}

export async function rowsOfWorkbook(answer: Response): Promise<unknown[][][]> {
  const book = xlsx.read(await bytesOf(answer));
  return book.SheetNames.map((name) =>
    xlsx.utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, defval: null }),
  );
}

export async function rowsOfCsv(answer: Response): Promise<Record<string, string>[]> {
  const { data } = papaparse.parse<Record<string, string>>(await answer.text(), {
    ...{ header: true, skipEmptyLines: true },
  });
  return data;
}
