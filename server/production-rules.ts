const SAMPLE_SECRETS = ["change-me", "changeme", "secret", "osnova", "example", "0123456789"];

/** What has to be right before people's data are trusted to this process; a line for each fault. */
export function productionProblems(given: Record<string, string>): string[] {
  return [
    ...secretProblems(given.SECRET_KEY),
    ...addressProblems(given),
    ...databaseProblems(given.DATABASE_URL),
    ...(given.CLOCK_START ? ["CLOCK_START: refused in production"] : []),
  ];
}

/** Its length is a rule at all times; here, whether anybody could guess it. */
function secretProblems(secret: string | undefined): string[] {
  if (!secret) return ["SECRET_KEY: missing (or SECRET_KEY_FILE)"];
  const isSample = SAMPLE_SECRETS.some((sample) => secret.toLowerCase().startsWith(sample));
  const isMonotonous = secret.length > 8 && new Set(secret).size < 8;
  if (!isSample && !isMonotonous) return [];
  return ["SECRET_KEY: this is a sample value, make your own (openssl rand -hex 32)"];
}

/** The product speaks plain HTTP: what is more than this machine needs a proxy that ends TLS in front of it. */
function addressProblems(given: Record<string, string>): string[] {
  const url = parseUrl(given.PUBLIC_URL);
  if (!url) return given.PUBLIC_URL ? [] : ["PUBLIC_URL: missing, the address people use"];
  if (isLoopback(url.hostname)) return [];
  if (url.protocol !== "https:") return ["PUBLIC_URL: has to begin with https://"];
  if (Number(given.TRUST_PROXY ?? 0) > 0) return [];
  return ["TRUST_PROXY: how many proxies stand in front; one of them ends TLS (usually 1)"];
}

function databaseProblems(text: string | undefined): string[] {
  const url = parseUrl(text);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return [];
  const isLocal = url.hostname === "" || isLoopback(url.hostname);
  if (isLocal || url.searchParams.get("sslmode") === "verify-full") return [];
  return ["DATABASE_URL: a server on another machine needs sslmode=verify-full"];
}

function parseUrl(text: string | undefined): URL | undefined {
  try {
    return text === undefined ? undefined : new URL(text);
  } catch {
    return undefined;
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
