import type { ImportKind } from "./import-kind.ts";

/** Where files go and come beside the API. */
export const importFilesPath = "/import-files";
export const importErrorsPath = (id: string) => `${importFilesPath}/${id}/errors.csv`;
export const templateEndings = ["csv", "xlsx"] as const;
export type TemplateEnding = (typeof templateEndings)[number];
export const importTemplatePath = (kind: ImportKind | ":file", ending: TemplateEnding) =>
  `/import-templates/${kind}.${ending}`;
