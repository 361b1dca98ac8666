import type {
  AnnexField,
  Layout,
} from "../../../server/features/plan-imports/recognition/rules.ts";

type Labels = Partial<Record<AnnexField, string>>;

const LABELS: Record<Layout, Labels> = {
  areas: {
    number: "Číslo aktivity:",
    name: "Název aktivity:",
    targetGroups: "Cílové skupiny uživatelů:",
    services: "Dotčené druhy sociálních služeb (§):",
    period: "Doba realizace:",
    responsible: "Odpovědnost za realizaci:",
    costs: "Předpokládané náklady:",
    funding: "Zdroje financování:",
    description: "Popis aktivity a její výstupy",
    measures: "Opatření vedoucí k naplnění",
  },
  goals: {
    number: "Číslo aktivity:",
    name: "Název aktivity:",
    goals: "Vazba na strategický cíl:",
    targetGroups: "Cílové skupiny uživatelů:",
    services: "Dotčené druhy sociálních služeb (§):",
    period: "Doba realizace:",
    responsible: "Odpovědnost za realizaci",
    funding: "Financování:",
    description: "Popis aktivity:",
  },
};

export function labelOf(layout: Layout, field: AnnexField): string {
  return LABELS[layout][field] ?? "";
}

export function fieldsOf(layout: Layout): AnnexField[] {
  return Object.keys(LABELS[layout]) as AnnexField[];
}

const SHORTER: Labels = {
  targetGroups: "Cílová skupina:",
  services: "Druhy sociálních služeb:",
  period: "Termín realizace:",
  responsible: "Odpovědnost:",
  costs: "Náklady:",
  funding: "Zdroje:",
  description: "Popis:",
  measures: "Opatření:",
};

export const labelDefects = [
  "misspelt",
  "decorated",
  "without-colon",
  "odd-colon",
  "broken",
  "shorter",
  "glued",
  "capitals",
] as const;

export type LabelDefect = (typeof labelDefects)[number];

/** The label as somebody in a hurry leaves it; in lines. `twist` chooses among the ways. */
export function spoiled(
  label: string,
  field: AnnexField,
  defect: LabelDefect,
  twist: number,
): string[] {
  const bare = label.replace(/:$/, "");
  const ways: Record<LabelDefect, () => string[]> = {
    misspelt: () => [misspelt(label, twist)],
    decorated: () => [decorated(bare, label, twist)],
    // A value on the same line would have nothing to stand apart by.
    "without-colon": () => [bare, ""].slice(0, 1),
    "odd-colon": () => [bare + ([" :", "：", " –", ";"][twist % 4] ?? ":")],
    broken: () => brokenAt(label, twist),
    shorter: () => [SHORTER[field] ?? label],
    glued: () => [label.replace(" ", "")],
    capitals: () => [label.toUpperCase()],
  };
  return ways[defect]();
}

/** One letter of one of the longer words, never the first of the label. */
function misspelt(label: string, twist: number): string {
  const places = [...label.matchAll(/(?<=\p{L}{2})\p{L}(?=\p{L}{2})/gu)].map(({ index }) => index);
  const at = places[twist % places.length] ?? 1;
  const [before, letter, after] = [label.slice(0, at), label[at] ?? "", label.slice(at + 1)];
  const ways = [
    before + after,
    before + letter + letter + after,
    before + (letter === "x" ? "z" : "x") + after,
    before + (after[0] ?? "") + letter + after.slice(1),
  ];
  return ways[Math.floor(twist / 7) % ways.length] ?? label;
}

function decorated(bare: string, label: string, twist: number): string {
  return [
    `**${bare}:**`,
    `* ${label}`,
    `( ${label}`,
    `# ${label}`,
    `3. ${label}`,
    `• ${label}`,
    `   ${label}`,
  ][twist % 7] as string;
}

function brokenAt(label: string, twist: number): string[] {
  const blanks = [...label.matchAll(/ /g)].map(({ index }) => index);
  const at = blanks[twist % Math.max(1, blanks.length)];
  return at === undefined ? [label] : [label.slice(0, at), label.slice(at + 1)];
}
