import { foldText } from "../../../values/fold.ts";

interface Named {
  id: number;
  name: string;
}

/**
 * Whom a text mentions by `@` and their whole name, however it is capitalised or accented: of several that
 * fit the longest name, and all who bear it. An address of mail mentions nobody.
 */
export function mentionedIn(text: string, people: readonly Named[]): number[] {
  const folded = foldText(text);
  const names = people.map(({ id, name }) => ({ id, name: foldText(name) }));
  const mentioned = new Set<number>();
  for (const { index } of folded.matchAll(/(?<![\p{L}\p{N}._-])@/gu)) {
    const rest = folded.slice(index + 1);
    const fitting = names.filter(({ name }) => startsWithName(rest, name));
    const longest = Math.max(...fitting.map(({ name }) => name.length));
    for (const { id, name } of fitting) if (name.length === longest) mentioned.add(id);
  }
  return [...mentioned];
}

function startsWithName(rest: string, name: string): boolean {
  return rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length));
}
