export type Piece = { readonly is: 'text'; readonly text: string } | { readonly is: 'link'; readonly text: string; readonly href: string };

const address = /\bhttps?:\/\/[^\s<>"']+/giu;
const trailing = /[.,;:!?)\]}]+$/u;

/** Splits a body into plain text and web addresses. Only http and https count, so nothing here can run as a script. */
export function pieces(body: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of body.matchAll(address)) {
    const href = match[0].replace(trailing, balanced(match[0]));
    if (!URL.canParse(href)) continue;
    if (match.index > end) found.push({ is: 'text', text: body.slice(end, match.index) });
    found.push({ is: 'link', text: href, href });
    end = match.index + href.length;
  }
  if (end < body.length) found.push({ is: 'text', text: body.slice(end) });
  return found;
}

/** Keeps a closing bracket that the address itself opened. */
function balanced(url: string): string {
  return url.endsWith(')') && url.includes('(') ? ')' : '';
}
