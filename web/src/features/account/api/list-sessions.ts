import type { Client, SessionView } from '@postrider/client';

/** Where one is signed in: this device first, then the most recently used. */
export async function listSessions(client: Client): Promise<SessionView[]> {
  const sessions = await client.api.auth.sessions();
  return sessions.sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt));
}
