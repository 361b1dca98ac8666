/** One mailbox we are willing to send to. */
export type EmailAddress = string;

const LONGEST = 254; // RFC 5321, a path without its angle brackets
const LONGEST_LOCAL_PART = 64;

/** Without % and !, by which old relays route on; a hyphen first would read as an option to a mail program. */
const LOCAL_PART = /^(?!-)[a-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[a-z0-9#$&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One plain address, its domain in lower case. Quoted local parts, comments, groups, lists, literal
 * addresses, bare host names and line breaks are refused; so are letters outside ASCII, which a mail
 * server need not accept.
 */
export function parseEmailAddress(text: string): EmailAddress | undefined {
  if (/[\r\n]/.test(text)) return undefined;
  const address = text.trim();
  const at = address.lastIndexOf("@");
  if (at < 1 || address.length > LONGEST) return undefined;
  const localPart = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  if (localPart.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(localPart)) return undefined;
  return isDomain(domain) ? `${localPart}@${domain}` : undefined;
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  return (
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? "")
  );
}
