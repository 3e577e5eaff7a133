import { SaveOption } from "@tallyroom/schema/operations/save-option.ts";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { ask, enter, useDesk } from "./desk.ts";
import { beginOnFloor, serialLine, simpleLine, type FloorLine } from "./floor.ts";
import { band, deviceDump, openPlace, quantity, scan, takePhone } from "./phone.ts";

const desk = useDesk();
const changed = new Set<string>();

async function setOptions(options: Record<string, boolean | null>): Promise<void> {
  const ada = await enter(desk, "Administrator");
  for (const [code, isOn] of Object.entries(options)) {
    await ask(ada, SaveOption, { input: { code, isOn } });
    if (isOn === null) changed.delete(code);
    else changed.add(code);
  }
  await ada.context().close();
}

afterEach(() => setOptions(Object.fromEntries([...changed].map((code) => [code, null]))));

const turnOf = (page: Page) => band(page).getAttribute("data-turn");

async function refusedAfter(page: Page, act: () => Promise<unknown>): Promise<string> {
  const turn = await turnOf(page);
  await act();
  await expect.poll(() => turnOf(page)).not.toBe(turn);
  expect(await band(page).getAttribute("data-tone")).toBe("REFUSE");
  return band(page).innerText();
}

/** Every piece gets a second serial, as an import would give it. */
async function giveSecondSerials(): Promise<void> {
  const client = new pg.Client({ connectionString: desk.server.databaseUrl });
  await client.connect();
  await client.query("update serial_unit set serial2 = 'ALT-' || serial");
  await client.end();
}

const openAt = (page: Page, countId: string, { location }: FloorLine) =>
  openPlace(page, countId, location.id);

test("the options of a count take effect in the hand, and stay those of its start", async () => {
  await setOptions({ "325": false, "340": true, "345": true, "341": false });
  const floor = await beginOnFloor(desk, "With options");
  await setOptions({ "325": null, "340": null, "345": null, "341": null });
  const line = simpleLine(floor);
  const other = floor.lines.find(({ location }) => location.id !== line.location.id);
  const sameItem = floor.lines.find(
    ({ item, location }) => item.id === line.item.id && location.id !== line.location.id,
  );
  const maria = await takePhone(desk);
  await openAt(maria, floor.countId, line);

  // 325: no zeros.
  const said = await refusedAfter(maria, () =>
    maria.getByRole("button", { name: "= 0 absent" }).click(),
  );
  expect(said).toContain("No counts of 0");
  // 345: a scan of another place does not leave this one.
  const stayed = await refusedAfter(maria, () => scan(maria, other?.location.code ?? ""));
  expect(stayed).toContain("This place is locked");
  // 341: nothing is suggested by its words.
  await maria.getByRole("button", { name: /^Find a line/ }).click();
  await maria.getByRole("searchbox").fill("e");
  await maria.getByRole("list", { name: "Lines of this place" }).waitFor();
  expect(await maria.getByText("Not on the list here: counts one").count()).toBe(0);
  await maria.getByRole("button", { name: "Back to the count" }).click();
  // 340: the next place begins with the same item, where it lies there.
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  if (sameItem) {
    await openAt(maria, floor.countId, sameItem);
    await expect.poll(() => maria.locator(".sku").innerText()).toBe(line.item.sku);
  }
});

test("options 341, 342 and 174: suggestions, the place of the entry before, every unit", async () => {
  const floor = await beginOnFloor(desk, "By default");
  const inPacks = floor.lines.filter(
    ({ item }) => item.tracking === "BULK" && item.packs.length > 0,
  );
  const line = simpleLine({ ...floor, lines: inPacks });
  const maria = await takePhone(desk);
  await openAt(maria, floor.countId, line);
  await maria.getByRole("button", { name: /^Find a line/ }).click();
  await maria.getByRole("searchbox").fill("e");
  await maria.getByText("Not on the list here: counts one").first().waitFor();
  await maria.getByRole("button", { name: "Back to the count" }).click();

  const [pack] = line.item.packs;
  if (!pack) throw new Error("It has a pack.");
  await maria.getByRole("button", { name: "More options" }).click();
  const sheet = maria.getByRole("dialog", { name: "More options" });
  await sheet.getByRole("radio", { name: new RegExp(`^${pack.unit.code} `, "i") }).click();
  await maria.getByRole("button", { name: "One more" }).click();
  await expect.poll(() => quantity(maria).innerText()).toBe(String(Number(pack.factor)));
  await maria.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => quantity(maria).innerText()).not.toBe(String(Number(pack.factor)));
  // With the server by then: to a page that asks sooner, the place is counted.
  await maria.getByRole("link", { name: /^All sent/ }).waitFor();

  // An item that is scanned where no place is open counts at the place of the entry before.
  await maria.goto("/count");
  await maria.getByText("My work", { exact: true }).first().waitFor();
  await expect.poll(() => maria.locator("a.primary").innerText()).toContain(line.location.code);
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
});

test("options 333 and 290: the serials load, either one counts its piece, and blind nothing loads", async () => {
  await giveSecondSerials();
  await setOptions({ "290": true });
  const floor = await beginOnFloor(desk, "Serials", { isBlind: false, isWhole: true });
  const line = serialLine(floor);
  const [first, second, third] = line.pieces;
  if (!first || !second || !third) throw new Error("It has three pieces.");
  const maria = await takePhone(desk);
  await openAt(maria, floor.countId, line);
  await scan(maria, line.item.sku);
  const sheet = maria.getByRole("dialog", { name: "Serials" });
  await sheet.getByText(`0 of ${line.pieces.length} expected here`).waitFor();

  await scan(maria, first.serial);
  await sheet.getByText(`1 of ${line.pieces.length} expected here`).waitFor();
  await scan(maria, `ALT-${second.serial}`);
  await sheet.getByText(`2 of ${line.pieces.length} expected here`).waitFor();
  await scan(maria, first.serial);
  await sheet.getByText("Read again, counted once").waitFor();
  await sheet.getByRole("button", { name: `${third.serial} is here` }).click();
  await sheet.getByText(`3 of ${line.pieces.length} expected here`).waitFor();
  await sheet.getByRole("button", { name: `Take ${third.serial} back` }).click();
  await sheet.getByText(`2 of ${line.pieces.length} expected here`).waitFor();
  await sheet.getByRole("button", { name: "Done" }).click();
  expect(await quantity(maria).innerText()).toBe("2");

  const blind = await beginOnFloor(desk, "Serials, blind", { isWhole: true });
  const jonas = await takePhone(desk);
  await openAt(jonas, blind.countId, line);
  await scan(jonas, line.item.sku);
  const own = jonas.getByRole("dialog", { name: "Serials" });
  await own.getByText("0 pieces counted").waitFor();
  expect(await own.getByRole("list", { name: /^Not seen yet/ }).count()).toBe(0);
  expect(await deviceDump(jonas)).not.toContain(third.serial);
  // The control: the device that may know does.
  expect(await deviceDump(maria)).toContain(third.serial);
});

test("who begins a place shows that he stands there: by its label, or by the digits on it", async () => {
  await setOptions({ proofOfPlace: true });
  const floor = await beginOnFloor(desk, "Shown first");
  await setOptions({ proofOfPlace: null });
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await openAt(maria, floor.countId, line);
  const sheet = maria.getByRole("dialog", { name: "Where you stand" });
  await sheet.waitFor();
  await scan(maria, line.gtin);
  await sheet.getByText(`That is not ${line.location.code}`).waitFor();
  // What stands on the screen proves nothing.
  const digits = sheet.getByRole("textbox", { name: "Check digits" });
  const turn = await turnOf(maria);
  await digits.fill(line.location.code);
  await sheet.getByRole("button", { name: "I am here" }).click();
  await expect.poll(() => turnOf(maria)).not.toBe(turn);
  await sheet.waitFor();
  await digits.fill(await checkDigitsOf(line.location.code));
  await sheet.getByRole("button", { name: "I am here" }).click();
  await sheet.waitFor({ state: "detached" });
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");

  // Who has begun is not asked again, and whoever was led there by the label neither.
  await maria.reload();
  await maria.getByRole("tab", { name: "Count" }).waitFor();
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  expect(await sheet.count()).toBe(0);
  const other = floor.lines.find(({ location }) => location.id !== line.location.id);
  await maria.goto("/count");
  await maria.getByText("Open to claim").first().waitFor();
  await scan(maria, other?.location.code ?? "");
  await maria.getByRole("tab", { name: "Count" }).waitFor();
  await maria.getByRole("button", { name: "Skip" }).click();
  await maria.getByRole("dialog", { name: "Skip this line" }).waitFor();
  expect(await sheet.count()).toBe(0);
});

async function checkDigitsOf(code: string): Promise<string> {
  const client = new pg.Client({ connectionString: desk.server.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ digits: string }>(
    "select check_digits as digits from location where code = $1 and check_digits is not null",
    [code],
  );
  await client.end();
  const [found] = rows;
  if (!found) throw new Error("The place has check digits.");
  return found.digits;
}
