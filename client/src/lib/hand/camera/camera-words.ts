import { words } from "#lib/shared/language/words.ts";
import type { CameraTrouble } from "./camera-trouble.ts";

/** Everything that the camera says to whoever holds it. */
export const cameraWords = words("camera", {
  camera: "Camera",
  scanning: "Scanning, keep the code inside",
  starting: "Starting the camera …",
  paused: "Camera paused",
  noPicture: "No camera picture",
  torch: "Torch",
  zoom: "Zoom",
  zoomTo: "{now} Zoom, tap for {next}",
  done: "Done",
  photo: "Take a photo of the code",
  reading: "Reading the photo …",
  noCodeInPhoto: "No code was found in this photo. Go closer, and hold it straight.",
  tryAgain: "Try the camera again",
  expires: "exp {day}",
  refused:
    "This browser may not use the camera. Allow it in the browser's settings for this page, or take a photo of the code.",
  none: "There is no camera on this device. Choose a picture of the code instead.",
  busy: "Another app uses the camera. Close it, or take a photo of the code.",
  insecure:
    "A camera needs an address that begins with https. Take a photo of the code instead, or ask your administrator.",
  noDecoder:
    "What reads codes could not be loaded. It comes with the next connection; a scanner works as always.",
});

const troubleKeys = {
  ...({ REFUSED: "refused", NONE: "none", BUSY: "busy", INSECURE: "insecure" } as const),
  NO_DECODER: "noDecoder",
} as const satisfies Record<CameraTrouble, string>;

export const troubleInWords = (trouble: CameraTrouble) => cameraWords(troubleKeys[trouble]);
