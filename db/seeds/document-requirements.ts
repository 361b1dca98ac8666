import type { RequirementFields, SeededRequirement } from "../queries/document-requirements.ts";

type Paper = Pick<SeededRequirement, "code" | "nameCs" | "nameEn" | "category"> &
  Partial<RequirementFields>;

/** The programme begins with 2021; what was earlier is of another one. */
const PROGRAMME_BEGINS = "2021-01-01";

const PUBLICITY = "Nařízení (EU) 2021/1060, čl. 50";

function owedBy(
  subject: RequirementFields["subject"],
  papers: Paper[],
): Omit<SeededRequirement, "position">[] {
  return papers.map((paper) => ({
    subject,
    subjectKind: null,
    isSignedOriginal: false,
    isMetByCategory: subject !== "project",
    dueDays: 14,
    validFrom: PROGRAMME_BEGINS,
    validTo: null,
    source: null,
    ...paper,
  }));
}

/**
 * What a project is asked for first. Papers of expenditures are left to the authority: most keep them in
 * their accounting, and thousands of empty places would hide what really is missing.
 */
export const documentRequirements: SeededRequirement[] = [
  ...owedBy("project", [
    {
      code: "grant-decision",
      nameCs: "Rozhodnutí o poskytnutí dotace",
      nameEn: "Grant decision",
      category: "agreement",
    },
    {
      code: "poster-a3",
      nameCs: "Plakát A3 projektu",
      nameEn: "A3 poster of the project",
      category: "publicity",
      source: PUBLICITY,
    },
    {
      code: "poster-photo",
      nameCs: "Fotografie vyvěšeného plakátu",
      nameEn: "Photo of the poster on display",
      category: "publicity",
      source: PUBLICITY,
    },
    {
      code: "web-note",
      nameCs: "Snímek informace o projektu na webu",
      nameEn: "Screenshot of the note on the website",
      category: "publicity",
      source: PUBLICITY,
    },
    {
      code: "final-report",
      nameCs: "Závěrečná zpráva o realizaci",
      nameEn: "Final implementation report",
      category: "report",
      subjectKind: "finished",
    },
  ]),
  ...owedBy("event", [
    {
      code: "attendance-sheet",
      nameCs: "Podepsaná prezenční listina",
      nameEn: "Signed attendance sheet",
      category: "attendance-sheet",
      subjectKind: "signed-sheet",
    },
    {
      code: "login-list",
      nameCs: "Výpis přihlášení",
      nameEn: "List of logins",
      category: "attendance-sheet",
      subjectKind: "login-list",
    },
    {
      code: "round-table-minutes",
      nameCs: "Zápis z kulatého stolu",
      nameEn: "Minutes of the round table",
      category: "minutes",
      subjectKind: "round-table",
    },
    {
      code: "working-group-minutes",
      nameCs: "Zápis z jednání pracovní skupiny",
      nameEn: "Minutes of the working group",
      category: "minutes",
      subjectKind: "working-group",
    },
    {
      code: "campaign-event-photo",
      nameCs: "Fotodokumentace akce",
      nameEn: "Photos of the event",
      category: "publicity",
      subjectKind: "campaign-event",
    },
  ]),
  ...owedBy("internship", [
    {
      code: "internship-agreement",
      nameCs: "Dohoda o stáži",
      nameEn: "Internship agreement",
      category: "agreement",
    },
    {
      code: "internship-report",
      nameCs: "Zpráva ze stáže",
      nameEn: "Report of the internship",
      category: "report",
    },
  ]),
  ...owedBy("output", [
    {
      code: "output-document",
      nameCs: "Konečné znění dokumentu",
      nameEn: "Final wording of the document",
      category: "output",
      subjectKind: "document",
    },
    {
      code: "output-methodology",
      nameCs: "Konečné znění metodiky",
      nameEn: "Final wording of the methodology",
      category: "output",
      subjectKind: "methodology",
    },
    {
      code: "output-campaign",
      nameCs: "Materiál kampaně",
      nameEn: "Material of the campaign",
      category: "output",
      subjectKind: "campaign",
    },
  ]),
].map((requirement, index) => ({ ...requirement, position: index + 1 }));
