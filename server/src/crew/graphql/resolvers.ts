import { CrewVerbsResolver } from "./crew-verbs.resolver.ts";
import { CrewResolver } from "./crew.resolver.ts";
import { DeviceResolver, HeldEntriesResolver } from "./device.resolver.ts";
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
  DeviceResolver,
  HeldEntriesResolver,
  EditingPeopleResolver,
  EditingResolver,
] as const;
