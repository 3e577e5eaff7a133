export const ink = "#16181d";
export const faintInk = "#5b616e";
export const shade = "#eceef1";
