'use client';

import { ProblemError, type InvitedTo } from '@postrider/client';
import { usePathname } from 'next/navigation';
import { useCallback } from 'react';
import { AccountGate } from '@/features/account/components/account-gate';
import { RoomStamp } from '@/features/conversation/components/room-stamp';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { useLoaded } from '@/protocol/use-loaded';
import { EmptyArt } from '@/shared/brand/empty-art';
import { Splash } from '@/shared/brand/splash';
import { Wordmark } from '@/shared/brand/wordmark';
import { Button } from '@/shared/ui/button';
import { joinRoom } from '../api/join-room';
import { lookAtInvite } from '../api/look-at-invite';
import { useEnter } from '../hooks/use-enter';
import { inviteAt } from '../invite-address';
import { members } from './browse-rooms';

/** Where an invitation leads: who is signed in sees the room and joins; everybody else signs in first, right here. */
export function InvitePage() {
  const code = inviteAt(usePathname());
  return <AccountGate>{code === undefined ? <Nothing text="This address names no invitation." /> : <Invitation code={code} />}</AccountGate>;
}

function Invitation({ code }: { readonly code: string }) {
  const client = useClient();
  const look = useCallback(async (): Promise<InvitedTo | string> => {
    try {
      return await lookAtInvite(client, code);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not-found') return 'It was revoked, used up, or its time is over. Ask whoever sent it for another one.';
      throw error;
    }
  }, [client, code]);
  const { loaded, again } = useLoaded(look);
  switch (loaded.is) {
    case 'loading': return <Splash text="Opening the invitation…" />;
    case 'failed': return <Nothing text={loaded.text} again={again} />;
    case 'there': return typeof loaded.value === 'string' ? <Nothing text={loaded.value} /> : <Letter room={loaded.value} code={code} />;
  }
}

function Letter({ room, code }: { readonly room: InvitedTo; readonly code: string }) {
  const client = useClient();
  const enter = useEnter();
  const { busy, run } = useCall();
  const join = () => void run(async () => {
    await joinRoom(client, room.id, code);
    await enter(room.id);
    // The conversation is another page than this one, and an address alone does not bring it.
    window.location.reload();
  });
  return (
    <main className="grid h-dvh place-items-center overflow-y-auto bg-paper p-6">
      <div className="flex w-full max-w-sm flex-col items-center gap-5 rounded-2xl border border-line bg-sheet px-6 py-8 text-center shadow-float">
        <Wordmark />
        <RoomStamp id={room.id} size="large" />
        <div className="w-full">
          <p className="text-sm text-ink-2">You are invited to</p>
          <h1 className="text-xl font-semibold tracking-tight text-balance [overflow-wrap:anywhere]">{room.name}</h1>
          {room.topic ? <p className="mt-1 text-sm text-ink-2 [overflow-wrap:anywhere]">{room.topic}</p> : null}
          <p className="mt-2 text-[13px] text-ink-3">{members(room.memberCount)}</p>
        </div>
        <div className="flex w-full flex-col gap-2">
          <Button look="primary" busy={busy} onClick={join} className="h-11 w-full">{busy ? 'Joining…' : 'Join the room'}</Button>
          <Button look="quiet" className="w-full" onClick={() => window.location.assign('/')}>Not now</Button>
        </div>
      </div>
    </main>
  );
}

function Nothing({ text, again }: { readonly text: string; readonly again?: () => void }) {
  return (
    <main className="grid h-dvh place-items-center bg-paper p-6">
      <div className="flex max-w-sm flex-col items-center gap-4 text-center">
        <EmptyArt />
        <h1 className="text-xl font-semibold tracking-tight">This invitation does not open</h1>
        <p className="text-ink-2">{text}</p>
        <div className="flex gap-2">
          {again ? <Button look="primary" onClick={again}>Try again</Button> : null}
          <Button onClick={() => window.location.assign('/')}>To your messages</Button>
        </div>
      </div>
    </main>
  );
}
