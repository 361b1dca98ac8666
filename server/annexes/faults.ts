import { type TableFault, tableFaults } from "../tables/faults.ts";

/** Why a file is not read as an annex of a plan, beside what may be wrong with a table: keys of `texts.errors`. */
const ownFaults = [
  "annexTypeRefused",
  "annexEncrypted",
  "annexTooLarge",
  "annexTooManyLines",
  "annexTooManyPages",
  "annexLineTooLong",
  "annexTookTooLong",
  "annexIsScanned",
  "annexWithoutCards",
] as const;

export type AnnexFault = (typeof ownFaults)[number] | TableFault;

export const annexFaults: readonly AnnexFault[] = [...ownFaults, ...tableFaults];

/** Something is wrong with the file, not with us. */
export function isFaultOfFile(fault: string | null): boolean {
  return annexFaults.some((one) => one === fault);
}

export class UnreadableAnnex extends Error {
  readonly fault: AnnexFault;
  constructor(fault: AnnexFault) {
    super(fault);
    this.fault = fault;
  }
}
