import type { Scan, ScanSource } from "../scanning/scan-source.ts";
import { cameraTroubleOf, type CameraTrouble } from "./camera-trouble.ts";
import { Decoder } from "./decoder.ts";
import { Sightings } from "./sightings.ts";
import { decodedSize, visiblePart } from "./visible-part.ts";

const zoomLevels = [1, 2, 3];
/** Room for the page between two frames; more a second tell a hand nothing new. */
const betweenFramesMs = 60;

/** Torch and zoom are no part of the standard's own types yet. */
interface TrackAbilities {
  torch?: boolean;
  zoom?: { min: number; max: number };
}
type TrackWishes = { torch?: boolean; zoom?: number };

/** A camera that reads codes for as long as it is looked at. */
export class Camera implements ScanSource {
  state = $state<"STARTING" | "LIVE" | "TROUBLE">("STARTING");
  trouble = $state<CameraTrouble | null>(null);
  hasTorch = $state(false);
  isTorchOn = $state(false);
  zoom = $state(1);
  /** Where the camera has no zoom of its own, the picture is magnified. */
  magnified = $state(1);
  #isPaused = false;

  readonly #decoder = new Decoder();
  readonly #sightings = new Sightings();
  #stream: MediaStream | undefined;
  #abilities: TrackAbilities = {};
  #starts = 0;

  constructor(private readonly video: HTMLVideoElement) {}

  start(onScan: (scan: Scan) => void): () => void {
    const stopped = new AbortController();
    const { signal } = stopped;
    const onVisibility = () => {
      if (document.visibilityState === "visible") void this.#open();
      else this.#release();
    };
    document.addEventListener("visibilitychange", onVisibility, { signal });
    void this.#open();
    void this.#look(onScan, signal);
    return () => {
      stopped.abort();
      this.#release();
      this.#decoder.close();
    };
  }

  /** Somebody decides something first: nothing is read meanwhile. */
  pause(isPaused: boolean) {
    if (this.#isPaused && !isPaused) this.#sightings.lookAgain(performance.now());
    this.#isPaused = isPaused;
    if (isPaused) this.video.pause();
    else if (this.#stream) void this.video.play().catch(() => undefined);
  }

  async toggleTorch(): Promise<void> {
    await this.#wish({ torch: !this.isTorchOn });
    this.isTorchOn = !this.isTorchOn;
  }

  get nextZoomLevel(): number {
    return zoomLevels[(zoomLevels.indexOf(this.zoom) + 1) % zoomLevels.length] ?? 1;
  }

  async nextZoom(): Promise<void> {
    this.zoom = this.nextZoomLevel;
    await this.#applyZoom();
  }

  async tryAgain(): Promise<void> {
    await this.#open();
  }

  async #open(): Promise<void> {
    const start = ++this.#starts;
    this.#stop();
    this.state = "STARTING";
    this.trouble = null;
    if (!navigator.mediaDevices?.getUserMedia) return this.#fail("INSECURE");
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: {
          facingMode: { ideal: "environment" },
          ...{ width: { ideal: 1_280 }, height: { ideal: 720 } },
        },
      });
      // Hidden or closed while a person was asked.
      if (start !== this.#starts) return stopTracks(stream);
      this.#stream = stream;
      this.video.srcObject = stream;
      const [track] = stream.getVideoTracks();
      this.#abilities = (track?.getCapabilities?.() ?? {}) as TrackAbilities;
      this.hasTorch = this.#abilities.torch === true;
      this.isTorchOn = false;
      // Pulled out, or taken by the system.
      track?.addEventListener("ended", () => start === this.#starts && this.#fail("BUSY"));
      if (!this.#isPaused) await this.video.play();
      await this.#applyZoom();
      this.state = "LIVE";
    } catch (thrown) {
      if (start === this.#starts) this.#fail(cameraTroubleOf(thrown));
    }
  }

  #fail(trouble: CameraTrouble) {
    this.#stop();
    this.trouble = trouble;
    this.state = "TROUBLE";
  }

  #release() {
    this.#starts += 1;
    this.#stop();
  }

  #stop() {
    if (this.#stream) stopTracks(this.#stream);
    this.#stream = undefined;
    this.video.srcObject = null;
  }

  async #wish(wishes: TrackWishes): Promise<void> {
    const [track] = this.#stream?.getVideoTracks() ?? [];
    await track?.applyConstraints({ advanced: [wishes as MediaTrackConstraintSet] });
  }

  async #applyZoom(): Promise<void> {
    const own = this.#abilities.zoom;
    const byLens = own ? Math.min(own.max, Math.max(own.min, this.zoom * Math.max(1, own.min))) : 1;
    this.magnified = own ? Math.max(1, this.zoom / byLens) : this.zoom;
    if (own) await this.#wish({ zoom: byLens }).catch(() => (this.magnified = this.zoom));
  }

  /** One frame after the other, each when the one before has been read. */
  async #look(onScan: (scan: Scan) => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, betweenFramesMs));
      const { video } = this;
      if (this.#isPaused || this.state !== "LIVE" || video.readyState < video.HAVE_CURRENT_DATA)
        continue;
      try {
        const text = await this.#readFrame();
        if (text !== null && !signal.aborted && !this.#isPaused) onScan({ text, origin: "CAMERA" });
      } catch (thrown) {
        if (signal.aborted) return;
        console.warn(thrown);
        this.#fail("NO_DECODER");
      }
    }
  }

  async #readFrame(): Promise<string | null> {
    const { video } = this;
    const picture = { width: video.videoWidth, height: video.videoHeight };
    const box = video.parentElement?.getBoundingClientRect() ?? picture;
    const { x, y, width, height } = visiblePart(picture, box, this.magnified);
    const size = decodedSize({ width, height });
    const frame = await createImageBitmap(video, x, y, width, height, {
      ...{ resizeWidth: size.width, resizeHeight: size.height },
    });
    const codes = await this.#decoder.read(frame);
    video.dataset["frames"] = String(Number(video.dataset["frames"] ?? 0) + 1);
    const middle = { x: size.width / 2, y: size.height / 2 };
    return this.#sightings.see(codes, middle, performance.now());
  }
}

function stopTracks(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop();
}
