import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import { approvalIdUses } from "./approval-id-places.ts";
import { auditIdUses } from "./audit-id-places.ts";
import { reportIdUses } from "./report-id-places.ts";
import { countIdUses } from "./count-id-places.ts";
import { crewIdUses } from "./crew-id-places.ts";
import { exchangeIdUses } from "./exchange-id-places.ts";
import { jobIdUses } from "./job-id-places.ts";
import { planningIdUses } from "./planning-id-places.ts";
import { postingIdUses } from "./posting-id-places.ts";
import { restrictionIdUses } from "./restriction-id-places.ts";
import { sheetIdUses } from "./sheet-id-places.ts";
import { reviewIdUses } from "./review-id-places.ts";
import { argumentKey } from "../../src/transport/access-rules.ts";

/** What belongs to one warehouse and has an id. */
export const ownedKinds = [
  "Warehouse",
  "Location",
  "Quant",
  "StockMove",
  "CountSession",
  "CountLine",
  "CountSheet",
  "CountTemplate",
  "Observation",
  "Posting",
  "Job",
  "CloseOff",
  "StockHold",
  "AbcRun",
  "Schedule",
  "Import",
] as const;

/** How an id is given in one place: a document with $id, and $w for a warehouse that is seen. */
export interface IdUse {
  kind: (typeof ownedKinds)[number];
  document: string;
}

const takesIds = new Set(["ID", "IdFilter"]);

/** Every argument and input field that takes an id or a condition on one. */
export function idPlacesOf(schema: GraphQLSchema): string[] {
  const places: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type))
      for (const field of Object.values(type.getFields()))
        for (const { name, type: given } of field.args)
          if (takesIds.has(getNamedType(given).name))
            places.push(`${type.name}.${argumentKey(field.name, name)}`);
    if (isInputObjectType(type) && type.name !== "IdFilter")
      for (const field of Object.values(type.getFields()))
        if (takesIds.has(getNamedType(field.type).name)) places.push(`${type.name}.${field.name}`);
  }
  return places.sort();
}

const ask = (text: string) => `query ($id: ID!) { ${text} }`;
const within = (text: string) => `query ($id: ID!, $w: ID!) { ${text} }`;
const change = (text: string) => `mutation ($id: ID!, $w: ID!) { ${text} }`;
const changeThere = (text: string) => `mutation ($id: ID!) { ${text} }`;

const anyItem = "items(first: 1) { nodes";
const place = `code: "T36", name: "T36", kind: STORAGE`;
const move = (ids: string) =>
  change(`recordStockMoves(input: { warehouseId: $w, moves: [{ externalId: "T36", kind: MOVE,
    ${ids}, quantity: "1", effectiveAt: "2026-11-20T10:00:00Z" }] }) {
    ... on StockMovesRejected { rejections { reason message } } }`);
const nothing = `"bm90aGluZw"`;
const rights = "seesAllWarehouses: false, warehouseIds: [$id]";

const quants = (filter: string) =>
  within(`quants(warehouseId: $w, filter: { ${filter} }) { totalCount nodes { id } }`);
const moves = (filter: string) =>
  within(`stockMoves(warehouseId: $w, filter: { ${filter} }) { totalCount nodes { id } }`);
const locations = (filter: string) =>
  within(`locations(warehouseId: $w, filter: { ${filter} }) { totalCount nodes { id } }`);

/** "company-wide" names what no warehouse owns: there is no foreign one. */
export const idUses: Record<string, IdUse[] | "company-wide"> = {
  ...countIdUses,
  ...sheetIdUses,
  ...crewIdUses,
  ...exchangeIdUses,
  ...jobIdUses,
  ...planningIdUses,
  ...postingIdUses,
  ...restrictionIdUses,
  ...reviewIdUses,
  ...approvalIdUses,
  ...auditIdUses,
  ...reportIdUses,
  "Query.node(id:)": ownedKinds.map((kind) => ({
    kind,
    document: ask("node(id: $id) { __typename id }"),
  })),
  "Query.item(id:)": "company-wide",
  "Query.locations(warehouseId:)": [
    { kind: "Warehouse", document: ask("locations(warehouseId: $id) { totalCount }") },
  ],
  "Query.notices(warehouseId:)": [
    { kind: "Warehouse", document: ask("notices(warehouseId: $id) { totalCount }") },
  ],
  "Query.unreadNoticeCount(warehouseId:)": [
    { kind: "Warehouse", document: ask("unreadNoticeCount(warehouseId: $id)") },
  ],
  "Query.ownNotices(warehouseId:)": [
    { kind: "Warehouse", document: ask("ownNotices(warehouseId: $id) { totalCount }") },
  ],
  "Query.unreadOwnNoticeCount(warehouseId:)": [
    { kind: "Warehouse", document: ask("unreadOwnNoticeCount(warehouseId: $id)") },
  ],
  "ReadOwnNoticesInput.warehouseId": [
    {
      kind: "Warehouse",
      document: changeThere("readOwnNotices(input: { warehouseId: $id, upTo: 1 }) { unread }"),
    },
  ],
  "Subscription.noticeFeed(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "subscription ($id: ID!) { noticeFeed(warehouseId: $id) { cursor } }",
    },
  ],
  "ReadNoticesInput.warehouseId": [
    {
      kind: "Warehouse",
      document: changeThere("readNotices(input: { warehouseId: $id, upTo: 1 }) { unread }"),
    },
  ],
  "Query.quants(warehouseId:)": [
    { kind: "Warehouse", document: ask("quants(warehouseId: $id) { totalCount }") },
  ],
  "Query.stockMoves(warehouseId:)": [
    { kind: "Warehouse", document: ask("stockMoves(warehouseId: $id) { totalCount }") },
  ],
  "Query.quantityAt(quantId:)": [
    { kind: "Quant", document: ask(`quantityAt(quantId: $id, instant: "2026-11-20T10:00:00Z")`) },
  ],
  "Item.quants(warehouseId:)": [
    {
      kind: "Warehouse",
      document: ask(`${anyItem} { quants(warehouseId: $id) { totalCount } } }`),
    },
  ],
  "Item.quantityOnHand(warehouseId:)": [
    { kind: "Warehouse", document: ask(`${anyItem} { quantityOnHand(warehouseId: $id) } }`) },
  ],
  "Subscription.stockFeed(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "subscription ($id: ID!) { stockFeed(warehouseId: $id) { cursor } }",
    },
  ],
  "ItemFilter.categoryId": "company-wide",
  "ItemFilter.supplierId": "company-wide",
  "LocationFilter.parentId": [{ kind: "Location", document: locations("parentId: { eq: $id }") }],
  "LocationFilter.withinId": [
    { kind: "Location", document: locations("withinId: { eq: $id }") },
    { kind: "Location", document: locations("withinId: { in: [$id] }") },
  ],
  "QuantFilter.itemId": "company-wide",
  "QuantFilter.categoryId": "company-wide",
  "QuantFilter.locationId": [{ kind: "Location", document: quants("locationId: { eq: $id }") }],
  "QuantFilter.withinLocationId": [
    { kind: "Location", document: quants("withinLocationId: { eq: $id }") },
  ],
  "StockMoveFilter.itemId": "company-wide",
  "StockMoveFilter.locationId": [
    { kind: "Location", document: moves("locationId: { in: [$id] }") },
  ],
  "StockMoveFilter.quantId": [{ kind: "Quant", document: moves("quantId: { eq: $id }") }],
  "RecordStockMovesInput.warehouseId": [
    {
      kind: "Warehouse",
      document: changeThere(
        "recordStockMoves(input: { warehouseId: $id, moves: [] }) { __typename }",
      ),
    },
  ],
  "StockMoveInput.itemId": "company-wide",
  "StockMoveInput.locationId": [
    { kind: "Location", document: move(`itemId: ${nothing}, locationId: $id`) },
  ],
  "StockMoveInput.toLocationId": [
    {
      kind: "Location",
      document: move(`itemId: ${nothing}, locationId: ${nothing}, toLocationId: $id`),
    },
  ],
  "SaveWarehouseInput.warehouseId": [
    {
      kind: "Warehouse",
      document: changeThere(`saveWarehouse(input: { warehouseId: $id, code: "T36", name: "T36",
        timeZone: "UTC", currency: "EUR" }) { __typename }`),
    },
  ],
  "SaveLocationInput.warehouseId": [
    {
      kind: "Warehouse",
      document: changeThere(`saveLocation(input: { warehouseId: $id, ${place} }) { __typename }`),
    },
  ],
  "SaveLocationInput.locationId": [
    {
      kind: "Location",
      document: change(
        `saveLocation(input: { warehouseId: $w, locationId: $id, ${place} }) { __typename }`,
      ),
    },
  ],
  "SaveLocationInput.parentId": [
    {
      kind: "Location",
      document: change(
        `saveLocation(input: { warehouseId: $w, parentId: $id, ${place} }) { __typename }`,
      ),
    },
  ],
  "SaveItemInput.itemId": "company-wide",
  "ProposeBarcodeInput.itemId": "company-wide",
  "SettleProposedBarcodeInput.itemId": "company-wide",
  "InviteUserInput.warehouseIds": [
    {
      kind: "Warehouse",
      document: changeThere(`inviteUser(input: { email: "t36@tallyroom.example", name: "T",
        roles: ["viewer"], ${rights} }) { ... on InviteUserRejected { reason message } }`),
    },
  ],
  "UpdateUserInput.userId": "company-wide",
  "UpdateUserInput.warehouseIds": [
    {
      kind: "Warehouse",
      document: changeThere(
        "updateUser(input: { userId: $self, warehouseIds: [$id] }) { __typename }",
      ).replace("$id: ID!", "$id: ID!, $self: ID!"),
    },
  ],
  "CreateApiKeyInput.warehouseIds": [
    {
      kind: "Warehouse",
      document: changeThere(`createApiKey(input: { name: "T36", permissions: ["view:stock"],
        ${rights} }) { ... on CreateApiKeyRejected { reason message } }`),
    },
  ],
  "RevokeApiKeyInput.apiKeyId": "company-wide",
  "RevokeInvitationInput.invitationId": "company-wide",
  "RevokeSessionInput.sessionId": "company-wide",
};
