/** Fences that are taken down, and which invariant sees that they are gone. */
export const sabotageOfRights: [invariant: string, deed: string, statement: string][] = [
  [
    "I9 The application's role cannot write stock",
    "the application may rewrite reasons",
    `grant update (reason_code) on stock_move to tallyroom_app`,
  ],
  [
    "I9 The application's role cannot write stock",
    "the application may take back what somebody saw",
    `grant delete on observation to tallyroom_app`,
  ],
  [
    "I9 The application's role cannot say where a serial stands",
    "the application may put serials anywhere",
    `grant insert on serial_unit to tallyroom_app`,
  ],
  [
    "I9 History refuses",
    "a trigger is switched off",
    `alter table stock_move_serial disable trigger stock_move_serial_append_only`,
  ],
  [
    "I9 History refuses",
    "a trigger is gone",
    `drop trigger session_event_append_only on session_event`,
  ],
];
