'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { usePlace } from '@/features/conversation/hooks/use-place';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { Confirm } from '@/shared/ui/confirm';
import { leaveRoom } from '../api/leave-room';

/** Asks before leaving, and says what becomes of the room. */
export function LeaveRoom({ snapshot, onClose }: { readonly snapshot: ConversationSnapshot; readonly onClose: () => void }) {
  const client = useClient();
  const { go } = usePlace();
  const { busy, run } = useCall();
  const { id, name, role, visibility, memberCount } = snapshot;
  const leave = async () => {
    if (!(await run(() => leaveRoom(client, id), `You have left ${name}.`))) return;
    onClose();
    go(undefined);
  };
  return (
    <Confirm title={`Leave ${name}?`} action="Leave" keep="Stay" busy={busy} onConfirm={() => void leave()} onClose={onClose}>
      <p>
        What you wrote stays. You no longer see the room’s messages
        {visibility === 'private' ? ', and come back only by an invitation.' : '; you can join again at any time.'}
      </p>
      {memberCount === 1 ? <p>You are the last one here: the room will be archived.</p>
        : role === 'owner' ? <p>You own this room. It goes to the admin who has been here longest, or else to the member. To choose yourself, hand it over first.</p> : null}
    </Confirm>
  );
}
