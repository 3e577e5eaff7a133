import { Problem } from "#lib/shared/api/problem.ts";

/** Sends a file as it is; answers with the id of its import, or throws with what to do about it. */
export async function sendFile(warehouseId: string, file: File): Promise<string> {
  const query = new URLSearchParams({ warehouse: warehouseId, name: file.name });
  const headers = { "content-type": "application/octet-stream" };
  const answer = await fetch(`/import-files?${query}`, {
    ...{ method: "POST", headers, body: file },
  }).catch(() => {
    throw new Problem("network", "The server cannot be reached: the file was not sent.");
  });
  const said = (await answer.json().catch(() => ({}))) as {
    id?: string;
    message?: string;
    errors?: { message: string }[];
  };
  if (answer.ok && said.id) return said.id;
  const sentence = said.message ?? said.errors?.[0]?.message ?? "The file was not taken.";
  throw new Problem(answer.status >= 500 ? "internal" : "bad-input", sentence);
}
