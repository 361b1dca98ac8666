export interface Goal {
  code: string;
  title: string;
}

const CODE = /(?<![\p{L}\d])SC\s?(\d{1,2})(?!\d)\s*[.:\u2013-]?\s*/gu;

/** Goals as they stand one after another: each code with what follows it. What precedes the first is `lead`. */
export function straightGoals(text: string): { lead: string; goals: Goal[] } {
  const codes = [...text.matchAll(CODE)];
  const goals = codes.map((match, at) => ({
    code: `SC${Number(match[1])}`,
    title: tidy(text.slice(match.index + match[0].length, codes[at + 1]?.index ?? text.length)),
  }));
  return { lead: tidy(text.slice(0, codes[0]?.index ?? text.length)), goals };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").replace(/^[\s,;]+|[\s,;]+$/g, "");
}
