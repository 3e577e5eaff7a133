import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type * as settings from "../domain/option-setting.ts";
import type { OptionKind as Kind } from "../domain/option-range.ts";
import { enumOf } from "./enums.ts";
import { CountOption, toOption } from "./plan-objects.ts";

export const OptionKind = enumOf<Kind>("OptionKind", "What an option takes.", {
  SWITCH: "On or off.",
  NUMBER: "A whole number.",
  AMOUNT: "An amount of money, in the currency of the warehouse.",
  CHOICE: "One of its words.",
});
export const OptionSource = enumOf<settings.OptionSource>(
  "OptionSource",
  "Whose value is in force; the first that there is, in this order.",
  {
    WAREHOUSE: "The warehouse has a value of its own.",
    COMPANY: "The company's.",
    DEFAULT: "Nobody has set it.",
  },
);

@ObjectType("OptionSetting", { description: "An option with every value that bears on it." })
export class OptionSettingObject {
  changedById!: string | null;
  exceptionIds!: number[];

  @Field(() => String, { description: "What programs call it; its number where it has one." })
  code!: string;

  @Field(() => Int, { nullable: true, description: "By which people who migrate know it." })
  number!: number | null;

  @Field(() => String, { description: "What people call it." })
  name!: string;

  @Field(() => String, { description: "What it does." })
  effect!: string;

  @Field(() => OptionKind, { description: "What it takes." })
  kind!: Kind;

  @Field(() => [String], { description: "The words to choose from; none unless it is a choice." })
  choices!: readonly string[];

  @Field(() => Float, { nullable: true, description: "The least that it takes." })
  least!: number | null;

  @Field(() => Float, { nullable: true, description: "The most that it takes; null for no end." })
  most!: number | null;

  @Field(() => CountOption, { description: "The value in force." })
  value!: CountOption;

  @Field(() => OptionSource, { description: "Whose value that is." })
  source!: settings.OptionSource;

  @Field(() => CountOption, { description: "What holds where nobody has set it." })
  valueByDefault!: CountOption;

  @Field(() => CountOption, { nullable: true, description: "The company's; null where unset." })
  valueOfCompany!: CountOption | null;

  @Field(() => CountOption, { nullable: true, description: "The warehouse's own." })
  valueOfWarehouse!: CountOption | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it is in force." })
  changedAt!: Date | null;
}

export function toSetting(setting: settings.OptionSetting): OptionSettingObject {
  const shown = (value: settings.OptionValue | null) =>
    value === null ? null : toOption(setting.code, value);
  return Object.assign(new OptionSettingObject(), setting, {
    value: shown(setting.value),
    valueByDefault: shown(setting.valueByDefault),
    valueOfCompany: shown(setting.valueOfCompany),
    valueOfWarehouse: shown(setting.valueOfWarehouse),
  });
}
