/** What is done to imports behind everybody's back, and which invariant sees it. */
export const sabotageOfImports: [invariant: string, deed: string, statement: string][] = [
  [
    "The errors of each import",
    "an import hides the error of a row",
    `insert into import (warehouse_id, file_name, content, content_hash, byte_count, row_count,
       layout, preview, kind, mapping, is_remembered, reading_hash, state, rows_ready, rows_blank,
       rows_wrong, plan_hash, checked_at, uploaded_by, uploaded_at)
     select id, 'file.csv', 'a', 'a', 1, 3, '{}', '[]', 'ITEMS', '{}', false, 'a', 'CHECKED', 2, 0,
       1, 'a', now(), 'ines', now() from warehouse limit 1`,
  ],
];
