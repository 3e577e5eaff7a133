import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { type Caller, people, signIn, warehouseIds } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let warehouseId: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
});
afterAll(() => running.stop());

const PLAN = `query ($w: ID!) { plan(warehouseId: $w) {
  today schedules { id name lineCount linesOverdue } dueNow { places lines }
  overdue { lines dueOn daysLate heldBy { id } location { id code } scheduleId } } }`;
const GENERATE = `mutation ($input: GenerateCountsInput!) { generateCounts(input: $input) {
  places lines sessions { id status isBlind title createdBy { name } } } }`;
const readPlan = async () => (await ines.ask(PLAN, { w: warehouseId })).data.plan;

test("what is ticked becomes counts, and all that is due the rest; asked again it makes nothing", async () => {
  const before = await readPlan();
  const [late] = before.overdue;
  const ticked = { scheduleId: late.scheduleId, locationId: late.location.id };
  const one = await ines.ask(GENERATE, { input: { warehouseId, places: [ticked] } });
  expect(one.data.generateCounts).toMatchObject({
    ...{ places: 1, lines: late.lines },
    sessions: [{ status: "OPEN", isBlind: true, createdBy: { name: "Ines Albrecht" } }],
  });
  const both = await Promise.all(
    [1, 2].map(() => ines.ask(GENERATE, { input: { warehouseId, places: null } })),
  );
  const places = both.map(({ data }) => data.generateCounts.places).sort((a, b) => a - b);
  expect(places[0]).toBe(0);
  expect(places[1]).toBeGreaterThan(0);
  const after = await readPlan();
  expect(after.dueNow.places).toBe(0);
  expect(after.overdue.every((place: { heldBy: object | null }) => place.heldBy)).toBe(true);
});

test("a schedule is refused in words, and one that is made has its figures", async () => {
  const save = (given: object) =>
    ines.ask(
      `mutation ($input: SaveScheduleInput!) { saveSchedule(input: $input) { __typename
        ... on ScheduleSaved { schedule { id name placeCount lineCount nextDueOn } }
        ... on SaveScheduleRejected { reason message } } }`,
      {
        input: {
          warehouseId,
          name: "Paints",
          cadence: "MONTHLY",
          startsOn: "2026-11-20",
          ...given,
        },
      },
    );
  const refused = await save({ name: "Class A" });
  expect(refused.data.saveSchedule).toMatchObject({
    reason: "NAME_TAKEN",
    message: "Another schedule of this warehouse has this name: Class A.",
  });
  expect((await save({ cadence: "EVERY_N_DAYS" })).data.saveSchedule.reason).toBe(
    "CADENCE_DAYS_MISSING",
  );
  const { schedule } = (await save({})).data.saveSchedule;
  expect(schedule).toMatchObject({ name: "Paints", nextDueOn: expect.any(String) });
  expect(schedule.lineCount).toBeGreaterThan(100);
});

test("the schedule is exported with each place's next count date", async () => {
  const { data } = await ines.ask("query ($w: ID!) { plan(warehouseId: $w) { csv } }", {
    w: warehouseId,
  });
  const [head, ...rows] = (data.plan.csv as string).trim().split("\r\n");
  expect(head).toBe("Location,Name,Schedule,Cadence,Lines,Last count date,Next count date,Owner");
  expect(rows.length).toBeGreaterThan(100);
  expect(rows[0]).toMatch(/,\d{4}-\d{2}-\d{2},Ines Albrecht$/u);
});

test("an analysis is a job, and its classes hold once they are applied", async () => {
  const asked = await ines.ask(
    "mutation ($w: ID!) { analyseAbc(input: { warehouseId: $w }) { job { id state } } }",
    { w: warehouseId },
  );
  const { id } = asked.data.analyseAbc.job;
  await expect
    .poll(
      async () => {
        const { data } = await ines.ask(
          "query ($id: ID!) { job(id: $id) { state session { id } } }",
          {
            id,
          },
        );
        return data.job;
      },
      { timeout: 20_000 },
    )
    .toEqual({ state: "DONE", session: null });
  const { data } = await ines.ask(
    `query ($w: ID!) { abcRuns(warehouseId: $w, first: 2) { totalCount nodes { id itemCount
      classes { abcClass items } items(first: 1) { nodes { classNow because } } } } }`,
    { w: warehouseId },
  );
  const [run] = data.abcRuns.nodes;
  expect(data.abcRuns.totalCount).toBe(2);
  expect(run.items.nodes[0]).toMatchObject({
    classNow: "A",
    because: expect.stringContaining("of all value used"),
  });
  const applied = await ines.ask(
    "mutation ($id: ID!) { applyAbcRun(input: { abcRunId: $id }) { changedCount } }",
    { id: run.id },
  );
  expect(applied.data.applyAbcRun.changedCount).toBeGreaterThan(0);
});

test.each(["counter", "viewer", "approver"] as const)(
  "a %s is told nothing of the plan",
  async (role) => {
    const caller = await signIn(running.url, people[role]);
    const asked = await caller.ask(PLAN, { w: warehouseId });
    expect(asked.code).toBe("FORBIDDEN");
    const made = await caller.ask(GENERATE, { input: { warehouseId } });
    expect(made.code).toBe("FORBIDDEN");
  },
);
