'use client';

import { Hourglass, RefreshCw, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useClient } from '@/protocol/client-provider';
import { Spinner } from '@/shared/ui/spinner';
import { useConnectionNotice, type ConnectionNotice } from '../hooks/use-connection-notice';
import { Countdown } from './countdown';

/** Tells about a connection that is away or catching up; nothing while all is well. */
export function ConnectionBanner() {
  const client = useClient();
  const notice = useConnectionNotice();
  return <div role="status">{bannerOf(notice, () => client.reconnect())}</div>;
}

function bannerOf(notice: ConnectionNotice, onRetry: () => void): ReactNode {
  switch (notice.is) {
    case 'none': return null;
    case 'catching-up': return <Banner icon={<Spinner />} text="Catching up on what you missed…" />;
    case 'behind': return <Banner icon={<Hourglass className="size-4" aria-hidden />} text="Older messages are still coming." />;
    case 'offline':
      return <Banner warn icon={<WifiOff className="size-4" aria-hidden />} text="You are offline. What you write is kept and goes out when you are back." />;
    case 'reconnecting':
      return (
        <Banner warn icon={<RefreshCw className="size-4" aria-hidden />} text={notice.restarting ? 'The server is changing horses. ' : 'The connection is lost. '}>
          <Countdown untilMillis={notice.untilMillis} />
          <button type="button" onClick={onRetry} className="ml-auto shrink-0 rounded px-1 font-semibold underline underline-offset-3">Try now</button>
        </Banner>
      );
  }
}

interface BannerProps { readonly icon: ReactNode; readonly text: string; readonly warn?: boolean; readonly children?: ReactNode }

function Banner({ icon, text, warn = false, children }: BannerProps) {
  const look = warn ? 'bg-brass-fill text-on-brass' : 'bg-pine-wash text-ink';
  return (
    <div className={`flex min-h-9 items-center gap-2 px-4 py-1.5 text-[13px] ${look}`}>
      {icon}
      <p>{text}</p>
      {children}
    </div>
  );
}
