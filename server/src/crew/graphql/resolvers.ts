import { CrewVerbsResolver } from "./crew-verbs.resolver.ts";
import { CrewResolver } from "./crew.resolver.ts";
import { EditingResolver } from "./editing.resolver.ts";
import {
  ClaimPeopleResolver,
  EditingPeopleResolver,
  HolderResolver,
  PresencePeopleResolver,
  SharePeopleResolver,
} from "./people.resolver.ts";

export const crewResolvers = [
  CrewResolver,
  CrewVerbsResolver,
  PresencePeopleResolver,
  SharePeopleResolver,
  HolderResolver,
  ClaimPeopleResolver,
  EditingPeopleResolver,
  EditingResolver,
] as const;
