import type { Client, RoomPage } from '@postrider/client';

/** Public rooms whose name or topic holds the text, by name. */
export function findRooms(client: Client, query: string, after?: string): Promise<RoomPage> {
  return client.api.rooms.find(query, after);
}
