import { z } from "zod";
import {
  choice,
  day,
  optionalDay,
  optionalHalere,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { controlKinds, controlStates, severities } from "./rules.ts";

const control = {
  kind: choice(controlKinds),
  controllingBody: text(200),
  subject: text(500),
  startsOn: day(),
  endsOn: optionalDay(),
  fileNumber: optionalText(100),
  state: choice(controlStates),
  conclusion: optionalText(4_000),
};

interface Span {
  startsOn: string;
  endsOn: string | null;
}

const inOrder = ({ startsOn, endsOn }: Span) => endsOn === null || startsOn <= endsOn;
const wrongOrder = { path: ["endsOn"], message: "endBeforeStart" };

export const newControlSchema = z.object(control).refine(inOrder, wrongOrder);
export const editedControlSchema = z
  .object({ ...control, version: version() })
  .refine(inOrder, wrongOrder);

const finding = {
  finding: text(4_000),
  severity: choice(severities),
  amount: optionalHalere(),
  remedy: optionalText(4_000),
  remedyBy: optionalDay(),
  ...ownerFields(),
};

export const newFindingSchema = z.object(finding);
export const editedFindingSchema = z.object({ ...finding, version: version() });

export const remedySchema = z.object({
  version: version(),
  remediedOn: day(),
  proof: optionalText(1_000),
});

export const remedyWithdrawalSchema = z.object({ version: version(), reason: text(1_000) });

export type ControlEntry = z.output<typeof newControlSchema>;
export type EditedControl = z.output<typeof editedControlSchema>;
export type FindingEntry = z.output<typeof newFindingSchema>;
export type EditedFinding = z.output<typeof editedFindingSchema>;
export type RemedyEntry = z.output<typeof remedySchema>;
