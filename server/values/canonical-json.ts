/**
 * JSON in which equal values are equal text: keys in order, nothing undefined. What is frozen and hashed is
 * written so.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlainObject(part) ? sorted(part) : part,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(object).sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}
