/** What people call a count: "CC-0012". */
export function countName(number: number): string {
  return `CC-${String(number).padStart(4, "0")}`;
}
