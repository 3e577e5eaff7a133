/** Points of an A4 page, 72 to the inch. */
export const a4 = { width: 595.28, height: 841.89 } as const;

/** What is put on paper, and where: measured from the upper left corner of the page. */
export type Mark =
  | {
      kind: "TEXT";
      x: number;
      /** Upper edge of the line. */
      y: number;
      /** What does not fit is cut off, with an ellipsis. */
      width: number;
      /** One when left out; more are broken between words. */
      linesAtMost?: number;
      text: string;
      size: number;
      isBold?: boolean;
      isFaint?: boolean;
      align?: "right" | "center";
    }
  | { kind: "LINE"; x: number; y: number; toX: number; toY: number; isFaint?: boolean }
  | { kind: "BOX"; x: number; y: number; width: number; height: number; isShade?: boolean }
  /** Code 128. Left out where the bars would be too fine to be read. */
  | { kind: "BARS"; x: number; y: number; width: number; height: number; code: string }
  | { kind: "QR"; x: number; y: number; size: number; code: string };

export type PaperPage = readonly Mark[];
