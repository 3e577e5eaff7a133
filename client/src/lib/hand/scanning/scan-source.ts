export type ScanOrigin = "WEDGE" | "CAMERA" | "TYPED" | "PASTED" | "RFID";

/** Something read, whatever it means. */
export interface Scan {
  /** As it was read, the symbology identifier (`]C1`) of scanners that tell it included. */
  text: string;
  origin: ScanOrigin;
}

/** Whatever reads codes: a wedge, a camera, an RFID reader. Answers with how to stop it. */
export interface ScanSource {
  start(onScan: (scan: Scan) => void): () => void;
}
