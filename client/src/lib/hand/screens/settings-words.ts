import { leavingWords } from "#lib/shared/language/leaving-words.ts";
import { words } from "#lib/shared/language/words.ts";

export const settingsWords = words("settings", {
  pageTitle: "Settings · Tallyroom",
  title: "Settings",
  myWork: "My work",
  deviceName: "Name of this device",
  deviceOf: "{name}'s device",
  language: "Language",
  languageMissing: "These words are not on the device yet: try again with a network.",
  hand: "Hand",
  right: "Right",
  left: "Left",
  text: "Text",
  normal: "Normal",
  large: "Large",
  look: "Look",
  system: "System",
  light: "Light",
  dark: "Dark",
  sounds: "Sounds",
  vibration: "Vibration",
  on: "On",
  off: "Off",
  signOut: "Sign {name} out",
  notReached: "The server is not reached: you are still signed in there. Try again with a network.",
  ...leavingWords.english,
});
