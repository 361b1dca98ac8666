type Value = string | number | boolean | null | undefined;

/** Address with these parameters; absent, empty and false ones are left out, so that a plain list has a plain address. */
export function withQuery(path: string, parameters: Record<string, Value>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null || value === "" || value === false) continue;
    query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
