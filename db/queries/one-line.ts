const LONGEST = 160;

/** SQL of a long text as a title of one line: where it does not end, it goes on with an ellipsis. */
export function oneLine(text: string): string {
  const line = `replace(${text}, '\n', ' ')`;
  return `case when length(${text}) > ${LONGEST} then substr(${line}, 1, ${LONGEST - 1}) || '…' else ${line} end`;
}
