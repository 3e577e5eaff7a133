import { code128, datamatrix, ean13, ean8, itf14, qrcode, upca } from "bwip-js/generic";
import type { DrawingContext } from "bwip-js/generic";

export type Symbology = "CODE_128" | "EAN_13" | "EAN_8" | "UPC_A" | "ITF_14" | "DATA_MATRIX" | "QR";

/** A drawn symbol with the quiet zone that it needs, in half modules. */
export interface DrawnSymbol {
  width: number;
  height: number;
  /** Filled by the even-odd rule. */
  path: string;
  /** Bars may be any height; squares stay square. */
  isLinear: boolean;
}

/** Half modules of one module: all edges are whole numbers then. */
export const unitsOfModule = 2;

/** The white that each symbology needs beside it, in modules. */
const quietModules: Record<Symbology, number> = {
  ...{ CODE_128: 10, EAN_13: 11, EAN_8: 7, UPC_A: 9, ITF_14: 10 },
  ...{ DATA_MATRIX: 2, QR: 4 },
};

const encoders = {
  ...{ CODE_128: code128, EAN_13: ean13, EAN_8: ean8, UPC_A: upca, ITF_14: itf14 },
  ...{ DATA_MATRIX: datamatrix, QR: qrcode },
} as const;

export function drawSymbol(symbology: Symbology, text: string): DrawnSymbol {
  const isLinear = symbology !== "DATA_MATRIX" && symbology !== "QR";
  const options = {
    ...{ bcid: "", text, scale: unitsOfModule },
    // A frame of bars around it would have to be printed to the hair.
    ...(symbology === "ITF_14" && { showborder: false }),
    ...(symbology === "QR" && { eclevel: "M" }),
  };
  const { path, width, height } = encoders[symbology](options, new PathOfSymbol());
  const quiet = quietModules[symbology] * unitsOfModule;
  return {
    ...{ width: width + 2 * quiet, height: isLinear ? height : height + 2 * quiet, isLinear },
    path: path(
      (x) => x + quiet,
      (y) => (isLinear ? y : y + quiet),
    ),
  };
}

interface Drawn {
  width: number;
  height: number;
  path: (toX: (x: number) => number, toY: (y: number) => number) => string;
}

/** What an encoder draws upon: keeps the corners of all that is black. */
class PathOfSymbol implements DrawingContext<Drawn> {
  #width = 0;
  #height = 0;
  readonly #shapes: [x: number, y: number][][] = [];

  scale() {
    return null;
  }

  measure() {
    return { width: 0, ascent: 0, descent: 0 };
  }

  init(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** A bar: its middle line, and how wide it is. */
  line(x0: number, y0: number, _x1: number, y1: number, lineWidth: number) {
    const [left, right] = [x0 - lineWidth / 2, x0 + lineWidth / 2];
    this.#shapes.push([
      [left, y0],
      [right, y0],
      [right, y1],
      [left, y1],
    ]);
  }

  polygon(corners: [number, number][]) {
    this.#shapes.push(corners.map(([x, y]) => [x, y]));
  }

  end(): Drawn {
    const shapes = this.#shapes;
    return {
      ...{ width: this.#width, height: this.#height },
      path: (toX, toY) =>
        shapes
          .map((corners) => `M${corners.map(([x, y]) => `${toX(x)} ${toY(y)}`).join("L")}Z`)
          .join(""),
    };
  }

  // No symbol that is drawn here has any of these.
  hexagon() {}
  ellipse() {}
  fill() {}
  text() {}
}
