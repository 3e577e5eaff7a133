import "./register-nodes.ts";
import { ImportsResolver } from "./imports.resolver.ts";

export const exchangeResolvers = [ImportsResolver] as const;
