/**
 * The keyboard of a grid: one stop in the tab order, arrows move from cell to cell. A cell with a
 * link or a button in it hands the focus on to that, so that Enter does what it says. Attach to the
 * table; rows may come and go, and focus stays on the row it was on because rows are keyed.
 */
export function gridKeys(table: HTMLTableElement): () => void {
  const rowsOnAPage = 12;
  let stop: HTMLElement | undefined;

  const bodyRows = () =>
    [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length > 0);
  const targetIn = (cell: HTMLTableCellElement) =>
    cell.querySelector<HTMLElement>("a[href], button, input, select") ?? cell;
  const isShown = (cell: HTMLElement) => cell.offsetParent !== null;

  /** Narrow layouts draw rows as cards, which takes their table roles away: say them again. */
  function sayRoles() {
    for (const section of [table.tHead, ...table.tBodies, table.tFoot])
      section?.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      // A row without cells only keeps the room of rows that are not drawn.
      row.setAttribute("role", row.cells.length > 0 ? "row" : "none");
      for (const cell of row.cells) {
        cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "gridcell");
      }
    }
  }

  function keepOneStop() {
    sayRoles();
    const targets = bodyRows().flatMap((row) => [...row.cells].map(targetIn));
    if (!stop || !targets.includes(stop)) stop = targets[0];
    for (const target of targets) {
      const wanted = target === stop ? 0 : -1;
      if (target.tabIndex !== wanted || !target.hasAttribute("tabindex")) target.tabIndex = wanted;
    }
  }

  function moveTo(row: HTMLTableRowElement | undefined, column: number) {
    const cells = row ? [...row.cells].filter(isShown) : [];
    const cell = cells.at(Math.max(0, Math.min(column, cells.length - 1)));
    if (cell) targetIn(cell).focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const cell = event.target instanceof Element ? event.target.closest("td") : null;
    if (!cell || event.altKey || event.metaKey) return;
    const rows = bodyRows();
    const row = rows.indexOf(cell.parentElement as HTMLTableRowElement);
    const cells = [...cell.parentElement!.children].filter((each) => isShown(each as HTMLElement));
    const column = cells.indexOf(cell);
    const isRightToLeft = getComputedStyle(table).direction === "rtl";
    const onward = isRightToLeft ? -1 : 1;
    const to: Record<string, [row: number, column: number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + onward],
      ArrowLeft: [row, column - onward],
      PageDown: [Math.min(row + rowsOnAPage, rows.length - 1), column],
      PageUp: [Math.max(row - rowsOnAPage, 0), column],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [rows.length - 1, cells.length - 1] : [row, cells.length - 1],
    };
    const place = to[event.key];
    if (!place || place[0] < 0) return;
    event.preventDefault();
    moveTo(rows[place[0]], place[1]);
  }

  function onFocusIn(event: FocusEvent) {
    if (!(event.target instanceof HTMLElement) || !event.target.closest("tbody td")) return;
    stop = event.target;
    keepOneStop();
  }

  const observer = new MutationObserver(keepOneStop);
  observer.observe(table, { childList: true, subtree: true });
  table.addEventListener("keydown", onKeyDown);
  table.addEventListener("focusin", onFocusIn);
  keepOneStop();
  return () => {
    observer.disconnect();
    table.removeEventListener("keydown", onKeyDown);
    table.removeEventListener("focusin", onFocusIn);
  };
}
