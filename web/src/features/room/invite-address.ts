import type { Invite } from '@postrider/client';

/** Where an invitation opens: the address the server names where it is one of this page, else the page's own. */
export function inviteAddress({ code, url }: Pick<Invite, 'code' | 'url'>, origin: string): string {
  return URL.canParse(url) && inviteAt(new URL(url).pathname) === code ? url : `${origin}/invites/${encodeURIComponent(code)}`;
}

/** The code that an address names: `/invites/<code>`; undefined for every other address. */
export function inviteAt(path: string): string | undefined {
  const match = /^\/invites\/([^/]+)\/?$/.exec(path);
  if (!match?.[1]) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return undefined;
  }
}
