import { expect, test } from "vitest";
import { aliasOf } from "./alias-of.ts";

test.each([
  ["a plain code", "HELLO-77", "HELLO-77"],
  ["a GTIN with its symbology", "]E05901234123457", "5901234123457"],
  ["an element string without its lot", "]C1010590123412345710L24-118", "05901234123457"],
  ["one with brackets", "(01)05901234123457(21)S-1", "05901234123457"],
  ["a Digital Link", "https://id.example/01/05901234123457/10/L1", "05901234123457"],
  ["a code that only begins like one", "0112345", "0112345"],
])("%s", (_what, raw, alias) => expect(aliasOf(raw)).toBe(alias));
