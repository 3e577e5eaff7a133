export interface DemonstrationAccount {
  email: string;
  name: string;
  password: string;
  roleCode: "administrator" | "supervisor" | "approver" | "counter" | "viewer";
  /** Null sees every warehouse. */
  warehouseCodes: string[] | null;
}

/** Printed at the start and offered on the sign-in page, so there is nothing to guess. */
const password = "count-the-shelf";

export const administratorEmail = "ada@tallyroom.example";
export const supervisorEmail = "ines@tallyroom.example";

export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  {
    email: supervisorEmail,
    name: "Ines Albrecht",
    password,
    roleCode: "supervisor",
    warehouseCodes: null,
  },
  {
    email: "petra@tallyroom.example",
    name: "Petra Novak",
    password,
    roleCode: "approver",
    warehouseCodes: null,
  },
  {
    email: "maria@tallyroom.example",
    name: "Maria Costa",
    password,
    roleCode: "counter",
    warehouseCodes: ["MAIN"],
  },
  {
    email: "jonas@tallyroom.example",
    name: "Jonas Weber",
    password,
    roleCode: "counter",
    warehouseCodes: ["MAIN"],
  },
  {
    email: "aiko@tallyroom.example",
    name: "Aiko Tanaka",
    password,
    roleCode: "counter",
    warehouseCodes: ["MAIN"],
  },
  {
    email: "viktor@tallyroom.example",
    name: "Viktor Hale",
    password,
    roleCode: "viewer",
    warehouseCodes: null,
  },
  {
    email: administratorEmail,
    name: "Ada Lindqvist",
    password,
    roleCode: "administrator",
    warehouseCodes: null,
  },
];
