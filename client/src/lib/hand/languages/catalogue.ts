import type { cameraWords } from "../camera/camera-words.ts";
import type { joinWords } from "../join/join-words.ts";
import type { choiceWords } from "../screens/choice-words.ts";
import type { closeWords } from "../screens/close-words.ts";
import type { findWords } from "../screens/find-words.ts";
import type { floorWords } from "../screens/floor-words.ts";
import type { itemWords } from "../screens/item-words.ts";
import type { padWords } from "../screens/pad-words.ts";
import type { pillWords } from "../screens/pill-words.ts";
import type { rejectionWords } from "../screens/rejection-words.ts";
import type { reviewWords } from "../screens/review-words.ts";
import type { runWords } from "../screens/run-words.ts";
import type { scannerWords } from "../screens/scanner-words.ts";
import type { serialWords } from "../screens/serial-words.ts";
import type { settingsWords } from "../screens/settings-words.ts";
import type { submitWords } from "../screens/submit-words.ts";
import type { syncWords } from "../screens/sync-words.ts";
import type { unknownWords } from "../screens/unknown-words.ts";
import type { workWords } from "../screens/work-words.ts";
import type { countWords } from "../task/count-words.ts";
import type { skipWords } from "../task/skip-words.ts";
import type { Translated } from "#lib/shared/language/text.ts";

/** While somebody counts. */
export interface CountCatalogue {
  count: Translated<(typeof countWords)["english"]>;
  floor: Translated<(typeof floorWords)["english"]>;
  item: Translated<(typeof itemWords)["english"]>;
  pad: Translated<(typeof padWords)["english"]>;
  pill: Translated<(typeof pillWords)["english"]>;
  skip: Translated<(typeof skipWords)["english"]>;
}

/** What a person decides, and looks through. */
export interface SheetCatalogue {
  choice: Translated<(typeof choiceWords)["english"]>;
  close: Translated<(typeof closeWords)["english"]>;
  find: Translated<(typeof findWords)["english"]>;
  review: Translated<(typeof reviewWords)["english"]>;
  serial: Translated<(typeof serialWords)["english"]>;
  unknown: Translated<(typeof unknownWords)["english"]>;
}

/** Around the count. */
export interface WorkCatalogue {
  rejection: Translated<(typeof rejectionWords)["english"]>;
  run: Translated<(typeof runWords)["english"]>;
  scanner: Translated<(typeof scannerWords)["english"]>;
  settings: Translated<(typeof settingsWords)["english"]>;
  submit: Translated<(typeof submitWords)["english"]>;
  sync: Translated<(typeof syncWords)["english"]>;
  work: Translated<(typeof workWords)["english"]>;
}

/** The camera, and coming to a count. */
export interface CameraCatalogue {
  camera: Translated<(typeof cameraWords)["english"]>;
  join: Translated<(typeof joinWords)["english"]>;
}

/** Everything that the hand says, as another language has to say it. English is the measure. */
export type Catalogue = CountCatalogue & SheetCatalogue & WorkCatalogue & CameraCatalogue;
