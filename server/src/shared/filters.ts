import type { RawBuilder } from "kysely";
import { Field, ID, InputType, type ClassType } from "type-graphql";
import { sql } from "../database/db.ts";
import { decimalText, type Decimal } from "./exact-decimal.ts";
import { Refusal } from "./refusal.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "./scalars.ts";

type Column = RawBuilder<unknown>;
type Condition = RawBuilder<unknown>;

const means = {
  eq: "Equal to this.",
  neq: "Anything but this.",
  in: "One of these.",
  contains: "Has this text in it, in any case.",
  gt: "Greater than this.",
  lt: "Less than this.",
  between: "From one to the other, both included.",
  isNull: "True: only where there is none. False: only where there is one.",
};

@InputType({ description: "Conditions on a text; all that are given must hold." })
export class StringFilter {
  @Field(() => String, { nullable: true, description: means.eq }) eq?: string;
  @Field(() => String, { nullable: true, description: means.neq }) neq?: string;
  @Field(() => [String], { nullable: true, description: means.in }) in?: string[];
  @Field(() => String, { nullable: true, description: means.contains }) contains?: string;
  @Field(() => Boolean, { nullable: true, description: means.isNull }) isNull?: boolean;
}

@InputType({ description: "Conditions on an id; all that are given must hold." })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: means.eq }) eq?: string;
  @Field(() => ID, { nullable: true, description: means.neq }) neq?: string;
  @Field(() => [ID], { nullable: true, description: means.in }) in?: string[];
  @Field(() => Boolean, { nullable: true, description: means.isNull }) isNull?: boolean;
}

@InputType({ description: "A condition on yes or no." })
export class BooleanFilter {
  @Field(() => Boolean, { nullable: true, description: means.eq }) eq?: boolean;
}

@InputType({ description: "Two decimals, both included." })
export class DecimalRange {
  @Field(() => DecimalScalar, { description: "The lower end." }) from!: Decimal;
  @Field(() => DecimalScalar, { description: "The upper end." }) to!: Decimal;
}

@InputType({ description: "Conditions on a decimal; all that are given must hold." })
export class DecimalFilter {
  @Field(() => DecimalScalar, { nullable: true, description: means.eq }) eq?: Decimal;
  @Field(() => DecimalScalar, { nullable: true, description: means.neq }) neq?: Decimal;
  @Field(() => DecimalScalar, { nullable: true, description: means.gt }) gt?: Decimal;
  @Field(() => DecimalScalar, { nullable: true, description: means.lt }) lt?: Decimal;
  @Field(() => DecimalRange, { nullable: true, description: means.between }) between?: DecimalRange;
  @Field(() => Boolean, { nullable: true, description: means.isNull }) isNull?: boolean;
}

@InputType({ description: "Two instants, both included." })
export class DateTimeRange {
  @Field(() => DateTimeScalar, { description: "The earlier end." }) from!: Date;
  @Field(() => DateTimeScalar, { description: "The later end." }) to!: Date;
}

@InputType({ description: "Conditions on an instant; all that are given must hold." })
export class DateTimeFilter {
  @Field(() => DateTimeScalar, { nullable: true, description: means.gt }) gt?: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: means.lt }) lt?: Date;
  @Field(() => DateTimeRange, { nullable: true, description: means.between })
  between?: DateTimeRange;
  @Field(() => Boolean, { nullable: true, description: means.isNull }) isNull?: boolean;
}

@InputType({ description: "Two days, both included." })
export class DateRange {
  @Field(() => DateScalar, { description: "The earlier day." }) from!: string;
  @Field(() => DateScalar, { description: "The later day." }) to!: string;
}

@InputType({ description: "Conditions on a day; all that are given must hold." })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: means.eq }) eq?: string;
  @Field(() => DateScalar, { nullable: true, description: means.gt }) gt?: string;
  @Field(() => DateScalar, { nullable: true, description: means.lt }) lt?: string;
  @Field(() => DateRange, { nullable: true, description: means.between }) between?: DateRange;
  @Field(() => Boolean, { nullable: true, description: means.isNull }) isNull?: boolean;
}

export interface EnumFilter<Value> {
  eq?: Value;
  neq?: Value;
  in?: Value[];
  isNull?: boolean;
}

/** The filter on an enum: NameFilter. */
export function enumFilterOf<Value>(
  name: string,
  values: () => object,
): ClassType<EnumFilter<Value>> {
  @InputType(`${name}Filter`, { description: "Conditions on a word of a fixed list." })
  class Filter {
    @Field(values, { nullable: true, description: means.eq }) eq?: Value;
    @Field(values, { nullable: true, description: means.neq }) neq?: Value;
    @Field(() => [values()], { nullable: true, description: means.in }) in?: Value[];
    @Field(() => Boolean, { nullable: true, description: means.isNull }) isNull?: boolean;
  }
  return Filter as ClassType<EnumFilter<Value>>;
}

interface Operators<Value> {
  eq?: Value | null;
  neq?: Value | null;
  in?: Value[] | null;
  contains?: string | null;
  gt?: Value | null;
  lt?: Value | null;
  between?: { from: Value; to: Value } | null;
  isNull?: boolean | null;
}

/** The conditions a filter puts on a column; `toSql` turns a value of the API into one of the column. */
export function conditionsOn<Value>(
  column: Column,
  filter: Operators<Value> | undefined | null,
  toSql: (value: Value) => unknown = (value) => value,
): Condition[] {
  if (!filter) return [];
  const { eq, neq, contains, gt, lt, between, isNull } = filter;
  const conditions: Condition[] = [];
  if (given(eq)) conditions.push(sql`${column} = ${toSql(eq)}`);
  if (given(neq)) conditions.push(sql`${column} is distinct from ${toSql(neq)}`);
  if (given(filter.in)) conditions.push(inList(column, filter.in, toSql));
  if (given(contains)) conditions.push(containsText(column, contains));
  if (given(gt)) conditions.push(sql`${column} > ${toSql(gt)}`);
  if (given(lt)) conditions.push(sql`${column} < ${toSql(lt)}`);
  if (given(between))
    conditions.push(sql`${column} between ${toSql(between.from)} and ${toSql(between.to)}`);
  if (given(isNull)) conditions.push(isNull ? sql`${column} is null` : sql`${column} is not null`);
  return conditions;
}

export function decimalConditionsOn(
  column: Column,
  filter: DecimalFilter | undefined,
): Condition[] {
  return conditionsOn(column, filter, (value) => decimalText(value));
}

export const longestFilterList = 250;

function inList<Value>(
  column: Column,
  values: Value[],
  toSql: (value: Value) => unknown,
): Condition {
  checkListLength(values);
  return values.length === 0 ? sql`false` : sql`${column} in (${sql.join(values.map(toSql))})`;
}

export function checkListLength(values: readonly unknown[]): void {
  if (values.length > longestFilterList)
    throw new Refusal(
      "BAD_USER_INPUT",
      `A list in a filter has at most ${longestFilterList} values.`,
    );
}

function containsText(column: Column, text: string): Condition {
  return sql`lower(${column}) like ${likePattern(text)}`;
}

/** Every word must occur somewhere in the text, in any order. */
export function matchesWords(text: RawBuilder<unknown>, search: string | undefined): Condition[] {
  return wordsOf(search).map((word) => sql`lower(${text}) like ${likePattern(word)}`);
}

/** At most eight words: more only cost. */
export function wordsOf(search: string | undefined): string[] {
  return (search ?? "").split(/\s+/u).filter(Boolean).slice(0, 8);
}

export function likePattern(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}

function given<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
