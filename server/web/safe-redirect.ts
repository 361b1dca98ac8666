/** The local address to go on to, or the fallback when it is not one (`//evil.cz`, `/\evil.cz`, `javascript:`). */
export function localAddress(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || wanted.length > 2_000) return fallback;
  if (!/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(wanted)) return fallback;
  const base = "http://local.invalid";
  return URL.canParse(wanted, base) && new URL(wanted, base).origin === base ? wanted : fallback;
}
