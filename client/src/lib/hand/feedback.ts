/** How a scan was taken. Colour, sign, sound and vibration all follow from it, so they never disagree. */
export type Tone =
  /** Taken; says nothing of what is expected. */
  | "ACCEPT"
  /** Taken, or not yet, and a person has to look. */
  | "CHECK"
  /** Not taken. */
  | "REFUSE";

const vibrations: Record<Tone, number[]> = {
  ACCEPT: [30],
  CHECK: [40, 60, 40],
  REFUSE: [250],
};

/** Pitch in Hz and length in ms, one after the other. */
const sounds: Record<Tone, [hertz: number, ms: number][]> = {
  ACCEPT: [[1_320, 70]],
  CHECK: [
    [660, 90],
    [660, 90],
  ],
  REFUSE: [[185, 320]],
};

let audio: AudioContext | undefined;

/** Browsers let a page be heard only after somebody has touched it. */
export function unlockSound() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") void audio.resume();
}

export function playTone(tone: Tone, { isSoundOn, isVibrationOn }: Wanted) {
  if (isVibrationOn) navigator.vibrate?.(vibrations[tone]);
  if (!isSoundOn || !audio || audio.state !== "running") return;
  let at = audio.currentTime;
  for (const [hertz, ms] of sounds[tone]) {
    const oscillator = new OscillatorNode(audio, { frequency: hertz, type: "square" });
    const volume = new GainNode(audio, { gain: 0.15 });
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(at);
    oscillator.stop(at + ms / 1_000);
    at += ms / 1_000 + 0.04;
  }
}

interface Wanted {
  isSoundOn: boolean;
  isVibrationOn: boolean;
}
