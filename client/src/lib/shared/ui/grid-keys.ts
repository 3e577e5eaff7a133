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
  function sayRoles(row: HTMLTableRowElement) {
    if (row.parentElement) say(row.parentElement, "rowgroup");
    // A row without cells only keeps the room of rows that are not drawn.
    say(row, row.cells.length > 0 ? "row" : "none");
    for (const cell of row.cells) say(cell, cell.tagName === "TH" ? "columnheader" : "gridcell");
  }

  function keepTabIndex(target: HTMLElement) {
    const wanted = target === stop ? "0" : "-1";
    if (target.getAttribute("tabindex") !== wanted) target.setAttribute("tabindex", wanted);
  }

  function stopAt(target: HTMLElement | undefined) {
    const last = stop;
    stop = target;
    if (last?.isConnected) keepTabIndex(last);
    if (stop) keepTabIndex(stop);
  }

  function keep(rows: Iterable<HTMLTableRowElement>) {
    for (const row of rows) {
      sayRoles(row);
      if (row.parentElement?.tagName !== "TBODY") continue;
      for (const cell of row.cells) {
        const target = targetIn(cell);
        if (target !== cell) cell.removeAttribute("tabindex");
        keepTabIndex(target);
      }
    }
    const isThere = stop && table.contains(stop) && targetIn(stop.closest("td")!) === stop;
    if (!isThere) stopAt(bodyRows()[0] && targetIn(bodyRows()[0]!.cells[0]!));
  }

  /** Only of what has come: hundreds of cells stand in sight, and some change with every frame. */
  function keepChanged(records: MutationRecord[]) {
    const rows = new Set<HTMLTableRowElement>();
    for (const { target, addedNodes } of records) {
      const around = target instanceof Element ? target.closest("tr") : null;
      if (around) rows.add(around);
      for (const added of addedNodes) {
        if (added instanceof HTMLTableRowElement) rows.add(added);
        if (added instanceof HTMLTableSectionElement) for (const row of added.rows) rows.add(row);
      }
    }
    keep([...rows].filter((row) => row.isConnected));
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
    stopAt(event.target);
  }

  const observer = new MutationObserver(keepChanged);
  observer.observe(table, { childList: true, subtree: true });
  table.addEventListener("keydown", onKeyDown);
  table.addEventListener("focusin", onFocusIn);
  keep(table.rows);
  return () => {
    observer.disconnect();
    table.removeEventListener("keydown", onKeyDown);
    table.removeEventListener("focusin", onFocusIn);
  };
}

function say(element: Element, role: string) {
  if (element.getAttribute("role") !== role) element.setAttribute("role", role);
}
