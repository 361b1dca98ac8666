import type { DoneMilestone } from "../digest.ts";
import { sum } from "../digest.ts";
import { type Draft, eventName, lineOf, listed, type Words } from "../draft.ts";
import type { Block, Line } from "../fitting.ts";
import type { KeyActivity } from "../rules.ts";

/** What a key activity brought and what proves it. */
export function outputsOf(draft: Draft, key: KeyActivity): Block[] {
  const { digest, words } = draft;
  const { outputs, restOf } = words.drafts;
  const done = digest.done.filter(({ keyId, kind }) => keyId === key.id && kind === "output");
  const proofs = proofsOf(draft, key);
  return [
    done.length === 0 ? outputs.none : "",
    {
      heading: outputs.heading,
      lines: done.map((one) => outputLine(one, words)),
      rest: restOf,
    },
    { heading: outputs.conclusions, lines: conclusionsOf(draft, key), rest: restOf },
    proofs.length === 0 ? "" : outputs.proofs(proofs.join(", ")),
  ];
}

export function outputLine(output: DoneMilestone, { drafts, formats }: Words): Line {
  const { outputs } = drafts;
  const { approvedOn, approvedBy, publishedOn, publicationUrl, proof, proofUrl } = output;
  const kind = output.outputKind === null ? null : outputs.kinds[output.outputKind];
  const name = `${drafts.quoted(output.title)}${kind ? ` (${kind})` : ""}`;
  const finished = outputs.finished(formats.date(output.doneOn));
  const shown = proof ?? proofUrl;
  const steps = [
    approvedOn !== null && outputs.approved(formats.date(approvedOn), approvedBy),
    publishedOn !== null && outputs.published(formats.date(publishedOn), publicationUrl),
    shown !== null && outputs.proof(shown),
  ];
  return {
    text: `${listed([name, finished, ...steps])}.`,
    short: `${listed([name, finished])}.`,
    weight: 100,
  };
}

function conclusionsOf({ digest, words }: Draft, key: KeyActivity): Line[] {
  return digest.held
    .filter(({ keyId, isConfidential }) => keyId === key.id && !isConfidential)
    .flatMap((event) => {
      if (event.conclusions === null) return [];
      const { text, short } = lineOf(event.conclusions);
      const head = listed([eventName(event, words), words.formats.date(event.endsOn)]);
      return [{ text: `${head}: ${text}`, short: `${head}: ${short}`, weight: 50 }];
    });
}

/** Papers are counted: what they are called may name people. */
function proofsOf({ material, digest, words }: Draft, key: KeyActivity): string[] {
  const { outputs } = words.drafts;
  const isOwn = ({ activityId }: { activityId: number | null }) =>
    digest.keyOf(activityId) === key.id;
  const papers = material.documents.filter(isOwn);
  const ofCategory = (category: string) =>
    papers.filter((paper) => paper.category === category).length;
  const certificates = sum(material.certificates.filter(isOwn).map(({ count }) => count));
  const typed = digest.held.filter(({ keyId, hasMinutes }) => keyId === key.id && hasMinutes);
  const sheets = ofCategory("attendance-sheet");
  const minutes = Math.max(ofCategory("minutes"), typed.length);
  const others = papers.filter(({ category }) => !COUNTED_APART.has(category)).length;
  return [
    sheets > 0 ? outputs.sheets(sheets) : "",
    minutes > 0 ? outputs.minutes(minutes) : "",
    certificates > 0 ? outputs.certificates(certificates) : "",
    others > 0 ? outputs.papers(others) : "",
  ].filter(Boolean);
}

const COUNTED_APART = new Set([
  ...["attendance-sheet", "minutes", "certificate", "participant-card"],
  ...["accounting", "correspondence"],
]);
