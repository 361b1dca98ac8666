import type { fileErrors as source } from "../cs/file-errors.ts";
import { crownsIn } from "../formats.ts";

const crownsOf = crownsIn("en");

export const fileErrors: typeof source = {
  chooseFile: "Choose a file.",
  fileTooLarge: (mb) => `The file is larger than ${mb} MB.`,
  notFromIsEsf:
    "This is no CSV from IS ESF: columns with name, surname and date of birth are missing.",
  fileEmpty: "The file is empty.",
  fileTypeRefused:
    "Files of this kind are not accepted. Save it as PDF, JPEG, PNG, Word, Excel, OpenDocument, CSV or plain text.",
  tableTextsMissing:
    "The workbook lacks the texts of its cells (sharedStrings.xml). Open it in Excel and save it again, or ask for a new export.",
  fileNotWhatItSays: "The content of the file is not what its ending says, or the file is damaged.",
  fileHasMacros: "The file contains macros. Save it without them.",
  fileEncrypted:
    "The file is protected by a password or in the old .xls format. Save it as .xlsx without a password.",
  tableTypeRefused: "Upload an Excel workbook (.xlsx) or a table in text (.csv).",
  tableTooLarge: "Unpacked, the file is too large. Leave only the sheet you want to read in it.",
  tableTooManyRows: "The table has more than 20,000 rows. Split it.",
  tableTooManyColumns: "The table has more than 100 columns. Leave only those you want to read.",
  tableCellTooLong: "One of the cells has more than 32,767 characters.",
  tableHasLinks:
    "The workbook links to other files. Paste values instead of links and save it again.",
  tableUnclosedQuote: "A closing quotation mark is missing in the table.",
  tableWithoutRows: "The file has no row below its headings.",
  tableTookTooLong: "Reading the file took too long. Make it simpler and try again.",
  importCancelled: "A cancelled milestone is not read.",
  importTooManyRows: (n) =>
    `At most ${Number(n).toLocaleString("en")} rows can be read at once. Split the table.`,
  importUnread: "The annex has not been read yet.",
  importOver: "The import is closed.",
  importColumnsMissing:
    "A column is missing without which nothing can be written. Choose what the columns mean.",
  importInUse: (row) =>
    `The import cannot be undone: what came of row ${row} has been worked on since.`,
  rowRefused: "The row cannot be written.",
  tooManyFilesWaiting:
    "Too many of your files are being prepared already. Wait until they are done.",
  projectFilesFull:
    "The project has no room for further files. Ask an administrator to raise the limit.",
  notAnImage: "The file is neither a PNG nor a JPEG picture, or it is damaged.",
  imageDimensions: "The sides of the picture must have 16 to 4,000 pixels.",
  textLost: "The text is missing in the file.",
  levelDiffers: (level) => `Level ${level} does not agree with the code.`,
  sumBelowDiffers: (halere) => `The amount is not the sum of the lines below, ${crownsOf(halere)}.`,
  rateMissing: "The percentage of the flat rate is missing.",
  validRate: "Enter a percentage from 0 to 100.",
  ambiguousRate: "The percentage is ambiguous: write it with %.",
  rateGivesOther: "No flat rate that the programme allows gives this amount.",
  textsOfRows: (rows, given) => `The file has ${rows} rows, ${given} were given.`,
  budgetImportWrong:
    "The budget of the file cannot be written now. Open the preview again and see the faults.",
  budgetImportPassed: "The draft has changed since, the import cannot be undone.",
};
