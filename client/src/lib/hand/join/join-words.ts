import { countName } from "#lib/shared/text/count-name.ts";
import { words } from "#lib/shared/language/words.ts";
import type { JoinableCount } from "./judge-join.ts";

export const joinWords = words("join", {
  title: "Join a count",
  pageTitle: "Join a count · Tallyroom",
  how: "Scan or type the code on the supervisor's screen or on a count sheet.",
  code: "Code of the count",
  go: "Go on",
  scan: "Scan",
  typeInstead: "Type it instead",
  noCode: "“{text}” is no code of a count. It looks like CC-0007.",
  none: "There is no count {name} that you may see. Look at the code again, or ask who planned it.",
  choose: "Counts of several warehouses have this number. Which one?",
  deviceHow: "So that the supervisor knows which one it is.",
  start: "Start counting",
  startHow: "Sounds are on from here.",
  another: "Another code",
  install: "Install on this device",
  installOnIos: "To have it like an app: tap Share, then “Add to Home Screen”.",
  draft: "{name} has not begun yet.",
  handedIn: "{name} is handed in: nobody can count in it now.",
  posting: "{name} is being posted: nobody can count in it now.",
  complete: "{name} is complete: nobody can count in it now.",
  calledOff: "{name} was called off: nobody can count in it now.",
});

const whyNotOpen = {
  ...({ DRAFT: "draft", OPEN: "handedIn", PENDING_APPROVAL: "handedIn" } as const),
  ...({ PARTIAL: "posting", POSTED: "complete", CANCELLED: "calledOff" } as const),
} as const satisfies Record<JoinableCount["status"], string>;

export const notOpenInWords = ({ number, status }: JoinableCount) =>
  joinWords(whyNotOpen[status], { name: countName(number) });
