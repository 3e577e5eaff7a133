import { CountLines } from "@tallyroom/schema/operations/count-lines.ts";
import { RecordInvestigation } from "@tallyroom/schema/operations/record-investigation.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import type { CountLine } from "../count-session.ts";
import type { ChosenLines } from "./grid-selection.svelte.ts";

export const reasonsAtMost = 1_000;
const atOnce = 4;
const linesAPage = 100;

export interface SetReason {
  sessionId: string;
  chosen: ChosenLines;
  reasonCode: string;
  find: (id: string) => CountLine | undefined;
  onset: (id: string, investigation: CountLine["investigation"]) => void;
}

/** Gives many lines one reason, each as a revision of its own; says what was refused. */
export async function setReasons(request: SetReason): Promise<string[]> {
  const known = "lineIds" in request.chosen ? request.chosen.lineIds.map(request.find) : undefined;
  const lines =
    known && known.every((line) => line !== undefined) ? known : await readChosen(request);
  const refusals: string[] = [];
  const rest = lines.values();
  const work = async () => {
    for (const line of rest) {
      const refusal = await setReason(request, line);
      if (refusal) refusals.push(refusal);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return refusals;
}

async function setReason({ reasonCode, onset }: SetReason, line: CountLine) {
  const latest = line.investigation?.[0];
  const input = {
    lineId: line.id,
    basedOnRevision: latest?.revision ?? 0,
    reasonCode,
    notes: latest?.notes ?? null,
    fix: latest?.fix ?? null,
  };
  const { recordInvestigation: said } = await api.mutate(RecordInvestigation, { input });
  if (said.__typename === "RecordInvestigationRejected") return said.message;
  onset(line.id, said.line.investigation ?? []);
  return undefined;
}

async function readChosen({ sessionId, chosen, find }: SetReason): Promise<CountLine[]> {
  if ("lineIds" in chosen) return chosen.lineIds.flatMap((id) => find(id) ?? []);
  const lines: CountLine[] = [];
  for (let offset = 0; offset < reasonsAtMost; offset += linesAPage) {
    const { countSession } = await api.query(CountLines, {
      sessionId,
      offset,
      limit: linesAPage,
      query: { selection: chosen.selection },
      seesValue: false,
      seesReview: true,
    });
    const page = countSession?.lineWindow ?? [];
    lines.push(...page);
    if (page.length < linesAPage) break;
  }
  return lines;
}
