export { readProposedBarcodes as listProposedBarcodes } from "../storage/proposed-barcodes.ts";
