import { listedCard, listedWarning, type Told } from "./card.ts";

/** What was recognised of an annex, in the shape that `import:cards --json` prints. */
export function presentListing(told: Told) {
  const { cards, warnings, lines } = told.recognition;
  return {
    cards: cards.map((card) => listedCard(card, told)),
    warnings: warnings.map((warning) => listedWarning(warning, told.recognition, told.texts)),
    unrecognised: lines.flatMap(({ fate, number, text }) =>
      fate === "unrecognised" ? [{ line: number, text }] : [],
    ),
  };
}

type Listing = ReturnType<typeof presentListing>;

/** The same for people: a line for each card, its warnings under it. */
export function presentSummary(listing: Listing, { texts, recognition }: Told): string {
  const { annexListing: words } = texts;
  const count = (fate: string) => recognition.lines.filter((line) => line.fate === fate).length;
  const fates = (["field", "heading", "noise", "unrecognised"] as const).map((fate) =>
    words.fate(texts.planImports.fates[fate], count(fate)),
  );
  const lines = [
    words.title(listing.cards.length, recognition.lines.length),
    `  ${fates.join(", ")}`,
    ...listing.warnings.map(warningLine),
    ...listing.cards.flatMap((card) => [
      `${card.number || words.noNumber}  ${card.name || words.noName}`,
      ...card.warnings.map(warningLine),
    ]),
  ];
  if (listing.unrecognised.length > 0) lines.push(words.unrecognised);
  for (const { line, text } of listing.unrecognised) lines.push(`  ${line}: ${text.trim()}`);
  return lines.join("\n");
}

function warningLine({ message, line }: Listing["warnings"][number]): string {
  return `  ! ${line === undefined ? "" : `${line}: `}${message}`;
}
