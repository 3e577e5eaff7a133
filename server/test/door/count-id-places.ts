import type { IdUse } from "./id-places.ts";

const ask = (text: string) => `query ($id: ID!) { ${text} }`;
const change = (text: string) => `mutation ($id: ID!) { ${text} }`;
const changeWithin = (text: string) => `mutation ($id: ID!, $w: ID!) { ${text} }`;
const changed = "{ ... on ChangeCountSessionRejected { reason message } }";

const session = (document: string): IdUse => ({ kind: "CountSession", document });
const location = (document: string): IdUse => ({ kind: "Location", document });
const template = (document: string): IdUse => ({ kind: "CountTemplate", document });
const warehouse = (document: string): IdUse => ({ kind: "Warehouse", document });

const observe = (ids: string) => `mutation ($id: ID!, $s: ID!, $x: String!) {
  recordObservations(input: { sessionId: $s, observations: [{ externalId: $x, mode: ADD, ${ids},
    quantity: "1", countedAt: "2026-11-20T10:00:00Z" }] }) {
    results { __typename ... on ObservationRejected { reason message } } } }`;
const entry = (document: string): IdUse => ({ kind: "Observation", document });
const match = (ids: string) => `mutation ($id: ID!, $o: ID!) {
  matchObservation(input: { observationId: $o, ${ids} }) {
    ... on MatchObservationRejected { reason message } } }`;
const nothing = `"bm90aGluZw"`;

/** Places of counts that take an id; $s is a count that is seen, $x an id of the sender's own. */
export const countIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.countSession(id:)": [session(ask("countSession(id: $id) { id }"))],
  "Query.countSessions(warehouseId:)": [
    warehouse(ask("countSessions(warehouseId: $id) { totalCount }")),
  ],
  "Subscription.sessionFeed(sessionId:)": [
    session("subscription ($id: ID!) { sessionFeed(sessionId: $id) { __typename } }"),
  ],
  "Subscription.countSessionsFeed(warehouseId:)": [
    warehouse(
      "subscription ($id: ID!) { countSessionsFeed(warehouseId: $id) { sessions { id } } }",
    ),
  ],
  "Query.countSessionTotals(warehouseId:)": [
    warehouse(ask("countSessionTotals(warehouseId: $id) { totalCount: sessions }")),
  ],
  "Query.countTemplates(warehouseId:)": [
    warehouse(ask("countTemplates(warehouseId: $id) { totalCount }")),
  ],
  "Query.countOptions(warehouseId:)": [warehouse(ask("countOptions(warehouseId: $id) { code }"))],
  "Query.possibleCounters(warehouseId:)": [
    warehouse(ask("possibleCounters(warehouseId: $id) { name }")),
  ],
  "Query.counterPaces(warehouseId:)": [
    warehouse(ask("counterPaces(warehouseId: $id) { linesPerHour }")),
  ],
  "PreviewCountInput.warehouseId": [
    warehouse(ask("countPreview(input: { warehouseId: $id, countType: FULL }) { lineCount }")),
  ],
  "PreviewCountInput.templateId": [
    template(
      `query ($id: ID!, $w: ID!) {
        countPreview(input: { warehouseId: $w, templateId: $id }) { lineCount } }`,
    ),
  ],
  "SaveCountTemplateInput.warehouseId": [
    warehouse(
      change(`saveCountTemplate(input: { warehouseId: $id, name: "T36", countType: FULL }) {
        __typename }`),
    ),
  ],
  "SaveCountTemplateInput.templateId": [
    template(
      changeWithin(`saveCountTemplate(input: { warehouseId: $w, templateId: $id, name: "T36" }) {
        ... on SaveCountTemplateRejected { reason message } }`),
    ),
  ],
  "SaveCountTemplateInput.assigneeIds": "company-wide",
  "CountTemplateInput.templateId": [
    template(change("deleteCountTemplate(input: { templateId: $id }) { templateId }")),
  ],
  "CreateCountSessionInput.templateId": [
    template(
      changeWithin(`createCountSession(input: { warehouseId: $w, templateId: $id }) {
        ... on CreateCountSessionRejected { reason message } }`),
    ),
  ],
  "Query.optionSettings(warehouseId:)": [
    warehouse(ask("optionSettings(warehouseId: $id) { code }")),
  ],
  "SaveOptionInput.warehouseId": [
    warehouse(
      change(`saveOption(input: { code: "198", warehouseId: $id, text: "ALL" }) { __typename }`),
    ),
  ],
  "CreateCountSessionInput.warehouseId": [
    warehouse(
      change(
        `createCountSession(input: { warehouseId: $id, title: "T36", countType: FULL }) { __typename }`,
      ),
    ),
  ],
  "CreateCountSessionInput.assigneeIds": "company-wide",
  "CountScopeInput.locationIds": [
    location(
      changeWithin(`createCountSession(input: { warehouseId: $w, title: "T36",
        countType: LOCATIONS, scope: { locationIds: [$id] } }) {
        ... on CreateCountSessionRejected { reason message } }`),
    ),
    location(
      `query ($id: ID!, $w: ID!) { countPreview(input: { warehouseId: $w, countType: LOCATIONS,
        scope: { locationIds: [$id] } }) { totalCount: lineCount } }`,
    ),
  ],
  "CountScopeInput.itemIds": "company-wide",
  "CountScopeInput.supplierId": "company-wide",
  "CountScopeInput.categoryId": "company-wide",
  "CountLineFilter.itemId": "company-wide",
  "CountLineFilter.categoryId": "company-wide",
  "CountLineFilter.withinLocationId": [
    location(`query ($id: ID!, $s: ID!) { countSession(id: $s) {
      lines(query: { filter: { withinLocationId: { eq: $id } } }) { totalCount } } }`),
  ],
  "UpdateCountSessionInput.sessionId": [
    session(
      change(`updateCountSession(input: { sessionId: $id, title: "T36" }) {
        ... on UpdateCountSessionRejected { reason message } }`),
    ),
  ],
  "UpdateCountSessionInput.assigneeIds": "company-wide",
  "StartCountSessionInput.sessionId": [
    session(
      change(`startCountSession(input: { sessionId: $id }) {
        ... on StartCountSessionRejected { reason message } }`),
    ),
  ],
  "CountSessionInput.sessionId": [
    session(change(`submitCountSession(input: { sessionId: $id }) ${changed}`)),
    session(change(`reopenCountSession(input: { sessionId: $id }) ${changed}`)),
  ],
  "CountSessionReasonInput.sessionId": [
    session(change(`cancelCountSession(input: { sessionId: $id, reason: "T36" }) ${changed}`)),
    session(change(`resetCountSession(input: { sessionId: $id, reason: "T36" }) ${changed}`)),
  ],
  "CloseCountSessionInput.sessionId": [
    session(change(`closeCountSession(input: { sessionId: $id, notVisited: LEAVE }) ${changed}`)),
  ],
  "RecordObservationsInput.sessionId": [
    session(
      change("recordObservations(input: { sessionId: $id, observations: [] }) { sessionId }"),
    ),
  ],
  "SelectLinesInput.sessionId": [
    session(change("selectLines(input: { sessionId: $id }) { selection { lineCount } }")),
  ],
  "SelectLinesInput.exceptLineIds": [
    {
      kind: "CountLine",
      document: `mutation ($id: ID!, $s: ID!) {
        selectLines(input: { sessionId: $s, exceptLineIds: [$id] }) { selection { lineCount } } }`,
    },
  ],
  "MatchObservationInput.observationId": [
    entry(
      change(`matchObservation(input: { observationId: $id }) {
        ... on MatchObservationRejected { reason message } }`),
    ),
  ],
  "MatchObservationInput.lineId": [{ kind: "CountLine", document: match("lineId: $id") }],
  "MatchObservationInput.itemId": "company-wide",
  "MatchObservationInput.locationId": [location(match(`itemId: ${nothing}, locationId: $id`))],
  "DismissObservationInput.observationId": [
    entry(
      change(`dismissObservation(input: { observationId: $id, reason: "T36" }) {
        ... on DismissObservationRejected { reason message } }`),
    ),
  ],
  "ObservationInput.lineId": [{ kind: "CountLine", document: observe("lineId: $id") }],
  "ObservationInput.locationId": [location(observe(`itemId: ${nothing}, locationId: $id`))],
  "CountSession.bins(withinLocationId:)": [
    location(`query ($id: ID!, $s: ID!) { countSession(id: $s) {
      bins(withinLocationId: $id) { lines } } }`),
  ],
  "CountSession.progressByLocation(withinId:)": [
    location(`query ($id: ID!, $s: ID!) { countSession(id: $s) {
      progressByLocation(withinId: $id) { lines } } }`),
  ],
  "ObservationInput.itemId": "company-wide",
  "ResolveDisputeInput.lineId": [
    {
      kind: "CountLine",
      document: change(`resolveDispute(input: { lineId: $id, userId: "VXNlcjpub2JvZHk",
        reason: "T36", version: 1 }) { ... on ResolveDisputeRejected { reason message } }`),
    },
  ],
  "ResolveDisputeInput.userId": "company-wide",
  "VoidedObservationInput.userId": "company-wide",
};
