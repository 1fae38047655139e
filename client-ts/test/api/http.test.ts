import { describe, expect, it, vi } from 'vitest';
import { createApi, ProblemError } from '../../src';

type Answer = Response | Error;

function apiOver(answers: Record<string, Answer[]>) {
  const calls: { call: string; init: RequestInit | undefined }[] = [];
  const fetch = vi.fn((input: RequestInfo | URL, init?: RequestInit) => {
    const call = `${init?.method} ${input as string}`;
    calls.push({ call, init });
    const answer = answers[call]?.shift() ?? new Error(`no answer for ${call}`);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return { api: createApi({ fetch: fetch, exclusive: (_, task) => task() }), calls };
}

function problem(status: number, code: string, more: object = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, traceId: 't', ...more }), {
    status,
  });
}

const user = { id: 'u', username: 'wren', displayName: 'Wren', color: '#fff', bot: false };
const me = 'GET /api/auth/me';
const refresh = 'POST /api/auth/refresh';

describe('a call', () => {
  it('that is signed out refreshes once and repeats', async () => {
    const { api, calls } = apiOver({
      [me]: [problem(401, 'signed-out'), Response.json({ user })],
      [refresh]: [Response.json({ user, expiresInSeconds: 900, ticket: 't' })],
    });

    expect(await api.auth.me()).toEqual(user);
    expect(calls.map(({ call }) => call)).toEqual([me, refresh, me]);
  });

  it('shares one refresh with all that met the same end', async () => {
    const { api, calls } = apiOver({
      [me]: [1, 2, 3].map(() => problem(401, 'signed-out')).concat([1, 2, 3].map(() => Response.json({ user }))),
      [refresh]: [Response.json({ user, expiresInSeconds: 900, ticket: 't' })],
    });

    await Promise.all([api.auth.me(), api.auth.me(), api.auth.me()]);

    expect(calls.filter(({ call }) => call === refresh)).toHaveLength(1);
  });

  it('whose refresh is refused is signed out', async () => {
    const { api } = apiOver({ [me]: [problem(401, 'signed-out')], [refresh]: [problem(401, 'signed-out')] });

    await expect(api.auth.me()).rejects.toMatchObject({ code: 'signed-out', problem: { status: 401 } });
  });

  it('to sign in takes its 401 for the answer', async () => {
    const { api, calls } = apiOver({ 'POST /api/auth/login': [problem(401, 'bad-credentials')] });

    await expect(api.auth.login({ username: 'wren', password: 'x' })).rejects.toMatchObject({
      code: 'bad-credentials',
    });
    expect(calls).toHaveLength(1);
  });

  it('without an answer is unreachable and may be retried', async () => {
    const { api } = apiOver({ [me]: [new TypeError('fetch failed')] });

    const error = await api.auth.me().catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: 'unreachable', retryable: true });
  });

  it.each([
    ['a problem document', problem(429, 'rate', { retryAfterMillis: 1500 }), { code: 'rate', retryAfterMillis: 1500 }],
    [
      'a page of a proxy',
      new Response('<html>', { status: 503, headers: { 'Retry-After': '2' } }),
      { code: 'unavailable', retryAfterMillis: 2000 },
    ],
    ['an empty body', new Response(null, { status: 504 }), { code: 'unknown' }],
    ['a code of a later version', problem(418, 'teapot'), { code: 'teapot', status: 418 }],
  ])('that fails with %s is a problem', async (_, response, expected) => {
    const { api } = apiOver({ [me]: [response] });

    await expect(api.auth.me()).rejects.toMatchObject({ problem: expected });
  });

  it('encodes paths and leaves absent query values out', async () => {
    const url = 'GET /api/conversations/dm%3Aa%3Ab/messages?before=7';
    const { api, calls } = apiOver({ [url]: [Response.json({ messages: [], asOf: 1, hasMore: false })] });

    await api.messages.page('dm:a:b', { before: 7 });

    expect(calls[0]?.init).toMatchObject({ credentials: 'same-origin', cache: 'no-store' });
  });

  it('asks for people in calls of a hundred', async () => {
    const ids = Array.from({ length: 150 }, (_, i) => `u${i}`);
    const { api } = apiOver({
      [`GET /api/users?${new URLSearchParams({ ids: ids.slice(0, 100).join(',') }).toString()}`]: [
        Response.json({ users: [user] }),
      ],
      [`GET /api/users?${new URLSearchParams({ ids: ids.slice(100).join(',') }).toString()}`]: [
        Response.json({ users: [user] }),
      ],
    });

    expect(await api.users.byIds(ids)).toHaveLength(2);
  });
});
