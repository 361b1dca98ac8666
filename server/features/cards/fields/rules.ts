import type { CatalogueService } from "./services/likeness/rules.ts";
import type { CatalogueTerm } from "./terms/rules.ts";

/** What the texts of cards are understood by: kinds of services of the act, names of groups, bodies and sources. */
export interface Catalogue {
  services: readonly CatalogueService[];
  terms: readonly CatalogueTerm[];
}
