/** In place of a text that a cell refers to and its workbook does not have: some programs forget to write them. */
export const LOST_TEXT = "\uFFFD";
