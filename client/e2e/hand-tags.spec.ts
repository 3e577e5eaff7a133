import { CountLines } from "@tallyroom/schema/operations/count-lines.ts";
import pg from "pg";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, useDesk } from "./desk.ts";
import { beginOnFloor, type Floor } from "./floor.ts";
import { band, deviceDump, openPlace, takePhone } from "./phone.ts";

const desk = useDesk();
const reads = 200;

/** A place with pieces that have radio tags, and the tags of all of them. */
async function taggedPlace({ lines }: Floor) {
  const client = new pg.Client({ connectionString: desk.server.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ serial: string; tag: string }>(
    "select serial, rfid_tag as tag from serial_unit where rfid_tag is not null",
  );
  await client.end();
  const sizeOf = ({ pieces }: (typeof lines)[number]) => pieces?.length ?? 0;
  const [line] = lines
    .filter((each) => each.item.tracking === "RFID" && sizeOf(each) >= 5)
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  if (!line) throw new Error("No line of this count has tagged pieces.");
  const tagOf = new Map(rows.map(({ serial, tag }) => [serial, tag]));
  const here = (line.pieces ?? []).map(({ serial }) => tagOf.get(serial) ?? "");
  return { line, here, elsewhere: rows.map(({ tag }) => tag).filter((tag) => !here.includes(tag)) };
}

/** As a reader on a sledge leaves it: a line for each read, in no order, most of them again and again. */
async function burst(page: Page, tags: readonly string[]): Promise<void> {
  const text = Array.from({ length: reads }, (_, at) => tags[(at * 7) % tags.length]).join("\n");
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, text);
}

async function lineAtDesk({ ines, countId }: Floor, lineId: string) {
  const limit = 250;
  for (let offset = 0; ; offset += limit) {
    const variables = { sessionId: countId, offset, limit, query: {}, seesValue: false };
    const { countSession } = await ask(ines, CountLines, variables);
    const window = countSession?.lineWindow ?? [];
    const line = window.find(({ id }) => id === lineId);
    if (line || window.length < limit) return line;
  }
}

test("blind: a burst of 200 reads is a set, and the server says what each tag is on", async () => {
  const floor = await beginOnFloor(desk, "Tags, blind", { isWhole: true });
  const { line, here, elsewhere } = await taggedPlace(floor);
  const [missing, ...read] = here;
  const unknown = "35DEADBEEF00000000000001";
  const tags = [...read, ...elsewhere.slice(0, 3), unknown];
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  await burst(maria, tags);
  await expect.poll(() => band(maria).innerText()).toContain(`Tags read: ${tags.length}`);

  await expect
    .poll(async () => (await lineAtDesk(floor, line.id))?.quantityCounted)
    .toBe(String(read.length));
  const client = new pg.Client({ connectionString: desk.server.databaseUrl });
  await client.connect();
  const { rows: entries } = await client.query<{ outcome: string; tag: string }>(
    "select outcome, raw_scan as tag from observation where raw_scan = any($1)",
    [[...tags, missing]],
  );
  await client.end();
  // Each once, however often it was read; nobody's piece waits as it was read.
  expect(entries.map(({ tag }) => tag).toSorted()).toEqual(tags.toSorted());
  expect(entries.filter(({ outcome }) => outcome === "UNMATCHED")).toEqual([
    { outcome: "UNMATCHED", tag: unknown },
  ]);
  // Nothing on the device says which tags the books expect.
  expect(await deviceDump(maria)).not.toContain(missing);
  expect(await deviceDump(maria)).toContain(unknown);
});

test("where the count is not blind, a tag is its piece, and what was not read is told", async () => {
  const floor = await beginOnFloor(desk, "Tags, told", { isBlind: false, isWhole: true });
  const { line, here } = await taggedPlace(floor);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  await burst(maria, here.slice(1));
  await maria.getByRole("button", { name: /Open the serials$/ }).click();
  const sheet = maria.getByRole("dialog", { name: "Serials" });
  await sheet.getByText(`${here.length - 1} of ${here.length} expected here`).waitFor();
  await sheet.getByText("Not seen yet: suspect, not zero").waitFor();
  await expect
    .poll(async () => (await lineAtDesk(floor, line.id))?.quantityCounted)
    .toBe(String(here.length - 1));
});
