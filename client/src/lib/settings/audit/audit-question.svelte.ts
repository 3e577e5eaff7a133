import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { AuditEntries } from "@tallyroom/schema/operations/audit-entries.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { instantAt } from "#lib/shared/text/instant-at.ts";

export type AuditEntry = ResultOf<typeof AuditEntries>["auditLog"]["nodes"][number] & {
  id: string;
};
export type Subject = AuditEntry["subject"];

/** What decisions are about, in the words of the filter. */
export const subjectWords: Readonly<Record<Subject, string>> = {
  COUNT: "Counts",
  APPROVAL: "Approvals",
  POSTING: "Postings",
  SETTING: "Settings",
  PEOPLE: "People and keys",
  DEVICE: "Devices",
  OTHER: "Anything else",
};
export const subjects = Object.keys(subjectWords) as Subject[];

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Which decisions are looked for. It lives in the address, so that a link shows the same. */
export class AuditQuestion {
  readonly #given = $derived(page.url.searchParams);
  readonly isCompany = $derived(this.#given.get("of") === "company" && this.maySeeCompany);
  readonly search = $derived(this.#given.get("search") ?? "");
  readonly actorId = $derived(this.#given.get("by") ?? "");
  readonly subject = $derived(subjects.find((each) => each === this.#given.get("about")) ?? "");
  readonly fromDay = $derived(dayIn(this.#given.get("from")));
  readonly toDay = $derived(dayIn(this.#given.get("to")));
  readonly timeZone = $derived(currentWarehouse.value?.timeZone ?? "UTC");
  readonly warehouseId = $derived(this.isCompany ? null : (currentWarehouse.value?.id ?? ""));
  readonly isFiltered = $derived(
    !!(this.search || this.actorId || this.subject || this.fromDay || this.toDay),
  );
  /** Days begin where the warehouse is; the last one is whole. */
  readonly filter = $derived({
    ...(this.search && { search: this.search }),
    ...(this.actorId && { actorId: this.actorId }),
    ...(this.subject && { subjects: [this.subject] }),
    ...(this.fromDay && { from: startOf(this.fromDay, this.timeZone) }),
    ...(this.toDay && { to: startOf(nextDay(this.toDay), this.timeZone) }),
  });

  get maySeeCompany(): boolean {
    return session.viewer?.user.seesAllWarehouses ?? false;
  }

  set(changes: Partial<Record<"of" | "search" | "by" | "about" | "from" | "to", string>>) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    void goto(address, { replace: true, reset: false });
  }

  clear() {
    this.set({ search: "", by: "", about: "", from: "", to: "" });
  }

  /** The zip for an auditor: of the counts in which something was decided in the days chosen. */
  get packPath(): string {
    const { from, to } = this.filter;
    const asked = new URLSearchParams({ warehouse: this.warehouseId ?? "" });
    if (from) asked.set("from", from);
    if (to) asked.set("to", to);
    return `/audit-pack?${asked}`;
  }
}

const dayIn = (text: string | null) => (text !== null && day.test(text) ? text : "");
const startOf = (date: string, timeZone: string) =>
  instantAt(`${date}T00:00`, timeZone).toISOString();

function nextDay(date: string): string {
  const dayMs = 86_400_000;
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}
