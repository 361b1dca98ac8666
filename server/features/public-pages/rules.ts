import type { ProjectParts } from "../../../db/queries/project-parts.ts";
import type {
  PublicActivity,
  PublicPageFields,
  PublicProject,
} from "../../../db/queries/public-pages.ts";
import { canonicalJson } from "../../values/canonical-json.ts";
import { foldText } from "../../values/fold.ts";
import { distribute } from "../../values/money.ts";
import { lengthOf } from "../periods/rules.ts";

/** A name in both languages, as code lists have it. */
interface Label {
  cs: string;
  en: string;
}

/** What is made public of a project; kept as canonical JSON, so that an edition stays as it was read. */
export interface PublicFacts {
  title: string;
  shortName: string;
  registrationNumber: string | null;
  programme: string;
  priorityAxis: string | null;
  callNumber: string | null;
  callName: string | null;
  beneficiary: string | null;
  partners: string[];
  startsOn: string;
  endsOn: string;
  duration: { months: number; days: number };
  totalHalere: number | null;
  /** Shares and amounts only where all of them are known: no split is ever invented. */
  sources: { name: string; sharePpm: number | null; amountHalere: number | null }[];
  fundingSentence: string;
  introduction: string | null;
  vision: string | null;
  goals: string[];
  targetGroups: Label[];
  territory: Label[];
  activities: { number: string; title: string; goal: string | null; parts: PublicPart[] }[];
  contact: {
    function: string | null;
    office: string | null;
    address: string | null;
    email: string | null;
    phone: string | null;
  };
}

interface PublicPart {
  letter: string;
  title: string;
}

const SHARES_OF_WHOLE = 1_000_000;

export function publicFactsOf(
  project: PublicProject,
  parts: ProjectParts,
  activities: readonly PublicActivity[],
  page: PublicPageFields,
): PublicFacts {
  const labelsOf = (...lists: string[]) =>
    parts.codeItems
      .filter(({ list }) => lists.includes(list))
      .map(({ labelCs, labelEn }) => ({ cs: labelCs, en: labelEn }));
  return {
    ...project,
    partners: parts.partners.map(({ name }) => name),
    duration: lengthOf(project),
    sources: sourcesOf(project, parts),
    fundingSentence: page.fundingSentence,
    introduction: page.introduction,
    goals: parts.goals,
    targetGroups: labelsOf("target-groups"),
    territory: labelsOf("districts", "municipalities"),
    activities: activities
      .filter(({ parentId }) => parentId === null)
      .map(({ id, number, title, goal }) => ({
        ...{ number, title, goal },
        parts: activities
          .filter(({ parentId }) => parentId === id)
          .map((part) => ({ letter: part.number, title: part.title })),
      })),
    contact: {
      function: page.contactFunction,
      office: page.contactOffice,
      address: page.contactAddress,
      email: page.contactEmail,
      phone: page.contactPhone,
    },
  };
}

function sourcesOf(
  { totalHalere }: PublicProject,
  { sources }: ProjectParts,
): PublicFacts["sources"] {
  const shares = sources.map(({ sharePpm }) => sharePpm ?? 0);
  const isWhole = shares.reduce((sum, share) => sum + share, 0) === SHARES_OF_WHOLE;
  const isSplit = isWhole && sources.every(({ sharePpm }) => sharePpm !== null);
  const amounts = isSplit && totalHalere !== null ? distribute(totalHalere, shares) : [];
  return sources.map(({ name, sharePpm }, index) => ({
    name,
    sharePpm: isSplit ? sharePpm : null,
    amountHalere: amounts[index] ?? null,
  }));
}

/** The parts of the page that differ between two editions, in the order in which they are read. */
export function differencesOf(before: PublicFacts, after: PublicFacts): (keyof PublicFacts)[] {
  const parts = Object.keys(after) as (keyof PublicFacts)[];
  // What was stored has its keys in another order than what is put together anew.
  const written = (facts: PublicFacts, part: keyof PublicFacts) =>
    canonicalJson({ it: facts[part] });
  return parts.filter((part) => written(before, part) !== written(after, part));
}

const LONGEST_SLUG = 60;

/** An address that a person can read out: `podpora-procesu-dusevni-zdravi`. */
export function proposedSlug(shortName: string, id: number): string {
  const words = foldText(shortName)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, "");
  return words === "" ? `projekt-${id}` : words;
}

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
