import type { SeededTerm } from "../queries/plan-terms.ts";
import { bodies } from "./plan-terms/bodies.ts";
import { sources } from "./plan-terms/sources.ts";
import { targetGroups } from "./plan-terms/target-groups.ts";

/** What plans call their target groups, responsible bodies and sources, under all their names. */
export const planTerms: SeededTerm[] = [...targetGroups, ...bodies, ...sources];
