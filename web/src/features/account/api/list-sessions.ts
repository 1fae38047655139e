import type { Client, SessionView } from '@postrider/client';
import { deviceName } from '@/shared/text/device-name';

/** Where one is signed in: this device first, then the most recently used; browsers by their names. */
export async function listSessions(client: Client): Promise<SessionView[]> {
  const sessions = await client.api.auth.sessions();
  const named = sessions.map((session) => ({ ...session, device: deviceName(session.device) }));
  return named.sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt));
}
