import { Migration0001Catalogue } from "./0001-catalogue.ts";
import { Migration0002Stock } from "./0002-stock.ts";
import { Migration0003Accounts } from "./0003-accounts.ts";
import { Migration0004Counting } from "./0004-counting.ts";
import { Migration0005Units } from "./0005-units.ts";
import { Migration0006EarlyVoids } from "./0006-early-voids.ts";
import { Migration0007PlansAndSelections } from "./0007-plans-and-selections.ts";
import { Migration0008OrdersOfLines } from "./0008-orders-of-lines.ts";
import { Migration0009SessionFeed } from "./0009-session-feed.ts";
import { Migration0010Notices } from "./0010-notices.ts";
import { Migration0011CheapEntries } from "./0011-cheap-entries.ts";
import { Migration0012Crew } from "./0012-crew.ts";
import { Migration0020Posting } from "./0020-posting.ts";
import { Migration0021PostingEvents } from "./0021-posting-events.ts";
import { Migration0022Review } from "./0022-review.ts";
import { Migration0023Recounts } from "./0023-recounts.ts";
import { Migration0024RecountEvents } from "./0024-recount-events.ts";
import { Migration0025Approvals } from "./0025-approvals.ts";
import { Migration0026Audit } from "./0026-audit.ts";
import { Migration0028Jobs } from "./0028-jobs.ts";
import { Migration0029Restrictions } from "./0029-restrictions.ts";
import { Migration0031RoomForEntries } from "./0031-room-for-entries.ts";

/** In the order in which they run. A landed migration never changes; add the next number. */
export const migrations = [
  { name: "0001-catalogue", class: Migration0001Catalogue },
  { name: "0002-stock", class: Migration0002Stock },
  { name: "0003-accounts", class: Migration0003Accounts },
  { name: "0004-counting", class: Migration0004Counting },
  { name: "0005-units", class: Migration0005Units },
  { name: "0006-early-voids", class: Migration0006EarlyVoids },
  { name: "0007-plans-and-selections", class: Migration0007PlansAndSelections },
  { name: "0008-orders-of-lines", class: Migration0008OrdersOfLines },
  { name: "0009-session-feed", class: Migration0009SessionFeed },
  { name: "0010-notices", class: Migration0010Notices },
  { name: "0011-cheap-entries", class: Migration0011CheapEntries },
  { name: "0012-crew", class: Migration0012Crew },
  { name: "0020-posting", class: Migration0020Posting },
  { name: "0021-posting-events", class: Migration0021PostingEvents },
  { name: "0022-review", class: Migration0022Review },
  { name: "0023-recounts", class: Migration0023Recounts },
  { name: "0024-recount-events", class: Migration0024RecountEvents },
  { name: "0025-approvals", class: Migration0025Approvals },
  { name: "0026-audit", class: Migration0026Audit },
  { name: "0028-jobs", class: Migration0028Jobs },
  { name: "0029-restrictions", class: Migration0029Restrictions },
  { name: "0031-room-for-entries", class: Migration0031RoomForEntries },
];
