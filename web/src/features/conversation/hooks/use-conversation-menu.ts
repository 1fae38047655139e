'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { Bell, EyeOff, Star, StarOff } from 'lucide-react';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import type { MenuItem } from '@/shared/ui/menu';
import { changeMine } from '../api/change-mine';
import { usePlace } from './use-place';

/** What one can do with any conversation: keep it on top, be told less of it, put it out of sight. */
export function useConversationMenu({ id, mine }: Pick<ConversationSnapshot, 'id' | 'mine'>, onNotify: () => void): readonly MenuItem[] {
  const client = useClient();
  const { go } = usePlace();
  const { run } = useCall();
  const hide = async () => {
    if (await run(() => changeMine(client, id, { hidden: true }), 'Hidden until the next message.')) go(undefined);
  };
  return [
    {
      label: mine.favourite ? 'No longer a favourite' : 'Make it a favourite', icon: mine.favourite ? StarOff : Star,
      onChoose: () => void run(() => changeMine(client, id, { favourite: !mine.favourite })),
    },
    { label: 'Notifications', icon: Bell, onChoose: onNotify },
    { label: 'Hide from the list', icon: EyeOff, onChoose: () => void hide() },
  ];
}
