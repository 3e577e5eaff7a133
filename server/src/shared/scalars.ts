import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { Decimal, decimalText, parseDecimal } from "./exact-decimal.ts";

export const DateTimeScalar = GraphQLDateTime;

function readDecimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value) return value;
  throw new GraphQLError(
    `"${text.slice(0, 40)}" is not a decimal that can be kept: send plain digits, at most 14 before and 6 after the point.`,
    { extensions: { code: "BAD_USER_INPUT" } },
  );
}

export const DecimalScalar = new GraphQLScalarType<Decimal, string>({
  name: "Decimal",
  description:
    'An exact decimal, sent as text such as "12.5". Whole numbers may be sent as numbers; fractions must be text, because a binary number cannot hold them exactly.',
  serialize: (value) => decimalText(value as Decimal | string),
  parseValue: (value) => {
    if (typeof value === "string") return readDecimal(value);
    if (typeof value === "number" && Number.isSafeInteger(value)) return new Decimal(value);
    throw new GraphQLError('Send a decimal as text, such as "12.5".', {
      extensions: { code: "BAD_USER_INPUT" },
    });
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT)
      return readDecimal(node.value);
    throw new GraphQLError('A decimal is written as text, such as "12.5".', { nodes: node });
  },
});

const calendarDay = /^\d{4}-\d{2}-\d{2}$/u;

function readDate(value: unknown): string {
  if (typeof value === "string" && calendarDay.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    const isDay = !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value);
    // The calendar of the database has no year 0.
    if (isDay && day.getUTCFullYear() > 0) return value;
  }
  throw new GraphQLError('A date is written as year-month-day, such as "2026-04-30".', {
    extensions: { code: "BAD_USER_INPUT" },
  });
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: 'A day of the calendar without a time, such as "2026-04-30".',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});
