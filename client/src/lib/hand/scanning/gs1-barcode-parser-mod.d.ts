declare module "gs1-barcode-parser-mod" {
  interface ParsedBarcode {
    codeName: string;
    parsedCodeItems: { ai: string; data: unknown; raw?: string }[];
  }
  const gs1: {
    /** Throws text where the elements are not whole. */
    parseBarcode(barcode: string, groupSeparator?: string): ParsedBarcode;
  };
  export default gs1;
}
