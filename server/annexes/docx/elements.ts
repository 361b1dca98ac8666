export type Attribute = (name: string) => string | undefined;

/** By names of elements, which strangers choose: an object would also answer to `constructor`. */
export function mapOf<Value>(entries: Record<string, Value>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(entries));
}
