import type { ConversationSnapshot, User } from '@postrider/client';
import { Avatar } from '@/features/person/components/avatar';
import { RoomStamp } from './room-stamp';

interface Props {
  readonly conversation: Pick<ConversationSnapshot, 'id' | 'kind' | 'name' | 'visibility' | 'archived'>;
  readonly person: User | undefined;
  readonly online?: boolean | undefined;
  readonly size?: 'small' | 'medium' | 'large';
}

/** The face of a conversation: the other person's, or the room's. */
export function ConversationAvatar({ conversation, person, online, size = 'medium' }: Props) {
  if (conversation.kind === 'dm') return <Avatar user={person} online={online} size={size} />;
  return <RoomStamp id={conversation.id} visibility={conversation.visibility} archived={conversation.archived} size={size} />;
}
