import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeServer } from '@postrider/client/testing';
import { WebSocketServer } from 'ws';
import { ExtraRoutes } from './extra-routes';
import { StaticPage } from './static-page';

type Cookies = Parameters<FakeServer['rest']['fetchFor']>[0];

/** What goes wrong on the way, by the path of the call. */
export interface Trouble {
  /** Answer 503. */
  fails?: RegExp | undefined;
  /** Never answer. */
  hangs?: RegExp | undefined;
  /** Answer only then; tried on path and query. */
  slow?: { readonly path: RegExp; readonly until: Promise<void> } | undefined;
  /** Sockets are refused. */
  noSockets?: boolean;
}

/**
 * The exported page and the client package's fake server behind one real origin: files, REST and WebSocket, with the
 * content security policy of the gateway but no inline styles either. Which browser calls is told by the cookie `browser`.
 */
export class FakeHost {
  readonly fake = new FakeServer({ seed: 7 });
  readonly extra: ExtraRoutes;
  readonly trouble: Trouble = {};
  /** The instant the fake log stamps on what happens now. */
  now = () => new Date();

  readonly #page: StaticPage;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'postrider.v1' });
  readonly #browsers = new Map<string, Cookies>();

  /** @param browsers `own`: every browser gets a cookie of its own with its first page */
  constructor(outDirectory: string, private readonly browsers: 'staged' | 'own' = 'staged') {
    this.#page = new StaticPage(outDirectory);
    this.extra = new ExtraRoutes(this.fake);
    const append = this.fake.log.append.bind(this.fake.log);
    this.fake.log.append = (event) => Object.assign(append(event), { at: this.now().toISOString() });
    this.serveSyncAsContracted();
    this.#http = createServer((request, response) => void this.answer(request, response));
    this.#http.on('upgrade', (request, socket, head) => {
      const { user } = this.cookiesOf(request);
      if (!user || this.trouble.noSockets) return void socket.destroy();
      this.#sockets.handleUpgrade(request, socket, head, (ws) => {
        const mine = this.fake.chat.accept(user, {
          opened: () => undefined,
          text: (text) => ws.send(text),
          closed: (code) => (code === 1006 ? ws.terminate() : ws.close(code)),
        });
        ws.on('message', (data) => this.fake.chat.received(mine, (data as Buffer).toString('utf8')));
        ws.on('close', () => this.fake.chat.close(mine, 1006));
      });
    });
  }

  /** What is `limited` comes without events: pages are loaded as needed. */
  private serveSyncAsContracted(): void {
    const { history } = this.fake;
    const sync = history.sync.bind(history);
    history.sync = (...asked) => {
      const answer = sync(...asked);
      return { ...answer, conversations: answer.conversations.map((one) => (one.limited ? { ...one, events: [] } : one)) };
    };
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Says that the browser with this cookie is signed in as somebody, or nobody. */
  signedIn(browser: string, user: Cookies['user']): void {
    this.#browsers.set(browser, { user });
  }

  /** Drops every open socket, as a lost network or, with a code, as the server does. */
  cut(code = 1006): void {
    for (const socket of [...this.fake.chat.sockets]) this.fake.chat.close(socket, code);
  }

  async close(): Promise<void> {
    this.#sockets.clients.forEach((socket) => socket.terminate());
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/api/')) {
      if (this.browsers === 'own' && !request.headers.cookie) response.setHeader('Set-Cookie', `browser=${crypto.randomUUID()}; Path=/`);
      return this.#page.answer(pathname, response);
    }
    if (this.trouble.hangs?.test(pathname)) return;
    if (this.trouble.slow?.path.test(request.url ?? '')) await this.trouble.slow.until;
    const answer = this.trouble.fails?.test(pathname) ? unavailable() : await this.rest(request);
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'application/json', 'Cache-Control': 'no-store' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  private async rest(request: IncomingMessage): Promise<Response> {
    const body = await read(request);
    const cookies = this.cookiesOf(request);
    const extra = this.extra.answer(`${request.method} ${request.url}`, body, cookies);
    if (extra) return extra;
    return this.fake.rest.fetchFor(cookies)(`http://localhost${request.url}`, { method: request.method ?? 'GET', ...(body && { body }) });
  }

  private cookiesOf(request: IncomingMessage): Cookies {
    const name = /(?:^|; )browser=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'nobody';
    let cookies = this.#browsers.get(name);
    if (!cookies) this.#browsers.set(name, (cookies = { user: undefined }));
    return cookies;
  }
}

function unavailable(): Response {
  const problem = { type: 'about:blank', title: 'Unavailable', status: 503, code: 'unavailable', traceId: '0', retryAfterMillis: 5_000 };
  return Response.json(problem, { status: 503, headers: { 'Content-Type': 'application/problem+json' } });
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
