import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.txt': 'text/plain',
  '.woff2': 'font/woff2', '.ico': 'image/x-icon', '.json': 'application/json', '.png': 'image/png',
};

/** Serves the exported page as the gateway does: `/c/<anything>` is c.html, `/invites/<code>` invites.html, what is not there is 404.html. */
export class StaticPage {
  constructor(private readonly root: string) {}

  async answer(pathname: string, response: ServerResponse): Promise<void> {
    for (const [file, status] of candidates(pathname)) {
      const content = await readFile(join(this.root, file)).catch(() => undefined);
      if (!content) continue;
      const type = types[extname(file)] ?? 'application/octet-stream';
      const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', ...(file.endsWith('.html') && { 'Content-Security-Policy': policy(content.toString('utf8')) }) };
      response.writeHead(status, headers).end(content);
      return;
    }
    response.writeHead(404).end();
  }
}

function candidates(pathname: string): [string, number][] {
  const path = normalize(decodeURIComponent(pathname)).replace(/^\/+/, '');
  if (path === '') return [['index.html', 200]];
  const family = /^(c|invites)\//.exec(path)?.[1];
  const shell: [string, number][] = family && extname(path) === '' ? [[`${family}.html`, 200]] : [];
  return [[path, 200], [`${path}.html`, 200], ...shell, ['404.html', 404]];
}

/** The policy of the gateway, and stricter by one: no inline styles. */
export function policy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
  const hashes = [...new Set(inline)].map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'", `script-src 'self' ${hashes.join(' ')}`, "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self' data:",
    "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ');
}
