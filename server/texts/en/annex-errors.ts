import type { annexErrors as source } from "../cs/annex-errors.ts";

export const annexErrors: typeof source = {
  annexTypeRefused:
    "An annex of a plan is read from a Word document (.docx), PDF, text (.txt), an Excel workbook (.xlsx) or CSV.",
  annexEncrypted:
    "The file is protected by a password or in an old format of Office. Save it again without a password as .docx, .xlsx or PDF.",
  annexTooLarge:
    "The file is too large. Leave only the cards in it, without pictures and other annexes.",
  annexTooManyLines: "The annex has more than 60,000 lines. Split it.",
  annexTooManyPages: "The PDF has more than 600 pages. Split it.",
  annexLineTooLong: "One of the lines has more than 32,767 characters.",
  annexTookTooLong: "Reading the annex took too long. Split it and try again.",
  annexIsScanned:
    "The PDF holds no text, only pictures of pages. Have its text recognised (OCR), or ask for the original document.",
  annexNotRead:
    "The annex could not be read because of an error on our side. Try again; if it keeps failing, tell the administrator.",
  annexGone: "The file with the annex is missing from the disk and cannot be read.",
  annexWithoutCards: "No card of a development activity was found in the annex.",
};
