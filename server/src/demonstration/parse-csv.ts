/** Rows by column name. Quotes may hold commas and doubled quotes; that is all our own files need. */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = text
    .split(/\r?\n/u)
    .filter((line) => line !== "")
    .map(fieldsOf);
  if (!header) return [];
  return rows.map((fields) =>
    Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ""])),
  );
}

function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (quoted && character === '"' && line[index + 1] === '"') {
      field += '"';
      index += 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (character === "," && !quoted) {
      fields.push(field);
      field = "";
    } else {
      field += character;
    }
  }
  return [...fields, field];
}
