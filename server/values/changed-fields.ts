/** What an edit changed, field → [before, after]; for the record's history. */
export function changedFields<Fields extends object>(
  before: Fields,
  after: Fields,
): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const name of Object.keys(after) as (keyof Fields & string)[]) {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    if (JSON.stringify(was) !== JSON.stringify(is)) changes[name] = [was, is];
  }
  return changes;
}
