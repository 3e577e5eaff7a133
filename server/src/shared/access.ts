import type { AccessRules } from "../transport/access-rules.ts";

const asField = "as-field";

/** A condition asks for no more than the field that it is a condition on. */
export const sharedAccess: AccessRules = {
  StringFilter: { eq: asField, neq: asField, in: asField, contains: asField, isNull: asField },
  IdFilter: { eq: asField, neq: asField, in: asField, isNull: asField },
  BooleanFilter: { eq: asField },
  DecimalFilter: {
    eq: asField,
    neq: asField,
    gt: asField,
    lt: asField,
    between: asField,
    isNull: asField,
  },
  DecimalRange: { from: asField, to: asField },
  DateTimeFilter: { gt: asField, lt: asField, between: asField, isNull: asField },
  DateTimeRange: { from: asField, to: asField },
  DateFilter: { eq: asField, gt: asField, lt: asField, between: asField, isNull: asField },
  DateRange: { from: asField, to: asField },
  OrderDirection: { ASC: asField, DESC: asField },
};
