import type { Client, NewRoom, Room } from '@postrider/client';

/** Makes a room; the caller owns it. */
export function createRoom(client: Client, room: NewRoom): Promise<Room> {
  return client.api.rooms.create(room);
}
