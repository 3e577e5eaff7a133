import { ApprovalPreview } from "@tallyroom/schema/operations/approval-preview.ts";
import { ApproveLines } from "@tallyroom/schema/operations/approve-lines.ts";
import { RecordObservations } from "@tallyroom/schema/operations/record-observations.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, type BegunCount, linesOf } from "./begun-count.ts";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();
const linesAPage = 500;
const entriesAtOnce = 200;

/** Pieces that are told apart by serials are left out: they cannot be entered by number. */
async function countAll(page: Page, { id }: BegunCount, lines: readonly { id: string }[]) {
  let recorded = 0;
  for (let from = 0; from < lines.length; from += entriesAtOnce) {
    const observations = lines.slice(from, from + entriesAtOnce).map((line) => ({
      externalId: crypto.randomUUID(),
      mode: "ADD" as const,
      clockOffsetMs: 0,
      lineId: line.id,
      quantity: "1",
      countedAt: new Date().toISOString(),
    }));
    const input = { sessionId: id, observations };
    const { recordObservations } = await ask(page, RecordObservations, { input });
    recorded += recordObservations.results.filter(
      ({ __typename }) => __typename === "ObservationRecorded",
    ).length;
  }
  return recorded;
}

/** A thousand lines are posted before anybody could look: the page's follower of the job waits here. */
async function holdJobFeed(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.routeWebSocket(/graphql/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (String(message).includes("JobFeed")) void promise.then(() => server.send(message));
      else server.send(message);
    });
  });
  return resolve;
}

const patienceMs = 120_000;

test(
  "posts more than 1,000 lines as a job, and sees how far it is",
  async () => {
    const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
    const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
    const petra = await enter(desk, "Approver", "/counts?warehouse=MAIN");
    const count = await beginCount(ines, { title: "More than a thousand", isAlone: true });
    let counted = 0;
    for (let offset = 0; offset < 3 * linesAPage; offset += linesAPage)
      counted += await countAll(maria, count, await linesOf(maria, count, linesAPage, offset));
    expect(counted).toBeGreaterThan(1_000);
    const input = { sessionId: count.id };
    const { approvalPreview } = await ask(petra, ApprovalPreview, { input, seesValue: false });
    const { numbersDigest } = approvalPreview;
    await ask(petra, ApproveLines, { input: { ...input, numbersDigest } });

    const letGo = await holdJobFeed(ines);
    await ines.goto(count.path);
    await ines
      .getByRole("grid", { name: /^Lines of/ })
      .locator("tbody .opener")
      .first()
      .waitFor();
    await ines.keyboard.press("Control+Enter");
    const sheet = ines.getByRole("dialog", { name: "Post Receipts and Issues" });
    await sheet.getByText("Net change of stock").waitFor();
    const leave = sheet.getByRole("button", { name: /^Leave out/ });
    if (await leave.count()) await leave.click();
    await sheet.getByRole("button", { name: /^Post 1,\d{3} lines/ }).click();
    await sheet.getByRole("progressbar", { name: "Lines posted" }).waitFor();
    letGo();
    await sheet.getByText(/1,\d{3} lines\s+posted/).waitFor({ timeout: 60_000 });
    await sheet.getByRole("button", { name: "Close" }).last().click();
    await ines.getByRole("link", { name: /^Postings 1/ }).waitFor();

    // What became of it stands among the long tasks of the warehouse.
    await ines.goto("/settings/jobs?warehouse=MAIN");
    const row = ines.getByRole("row").filter({ hasText: "Posting" });
    await row.getByText("Done", { exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/1,\d{3} \/ 1,\d{3}/);
  },
  patienceMs,
);
