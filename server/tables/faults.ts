/** Why a file is not read as a table: keys of `texts.errors`. */
export const tableFaults = [
  "fileEmpty",
  "fileNotWhatItSays",
  "fileHasMacros",
  "fileEncrypted",
  "tableTypeRefused",
  "tableTooLarge",
  "tableTooManyRows",
  "tableTooManyColumns",
  "tableCellTooLong",
  "tableHasLinks",
  "tableUnclosedQuote",
  "tableWithoutRows",
  "tableTookTooLong",
  "tableTextsMissing",
] as const;

export type TableFault = (typeof tableFaults)[number];

export class UnreadableTable extends Error {
  readonly fault: TableFault;
  constructor(fault: TableFault) {
    super(fault);
    this.fault = fault;
  }
}
