import { planTerms } from "../../../db/seeds/plan-terms.ts";
import { socialServices } from "../../../db/seeds/social-services.ts";
import { recogniseCards } from "../../../server/features/plan-imports/recognition/recognising/rules.ts";
import type {
  Catalogue,
  Recognition,
  SourceLine,
} from "../../../server/features/plan-imports/recognition/rules.ts";

export const catalogue: Catalogue = {
  services: socialServices.map(({ section, nameCs, synonyms }) => ({
    ...{ section, name: nameCs, synonyms },
  })),
  terms: planTerms.map(({ kind, code, labelCs, synonyms }) => ({
    ...{ kind, code, label: labelCs, synonyms },
  })),
};

export function sourceLines(texts: readonly string[]): SourceLine[] {
  return texts.map((text, index) => ({ number: index + 1, page: null, text }));
}

export function recognise(texts: readonly string[], declined: string[] = []): Recognition {
  return recogniseCards(sourceLines(texts), catalogue, { declined });
}
