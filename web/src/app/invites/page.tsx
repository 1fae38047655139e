import { InvitePage } from '@/features/room/components/invite-page';

export const metadata = { title: 'Invitation · Postrider' };

/** The shell of every invitation: `/invites/<code>` is served this page, which reads the code from the address. */
export default function Page() {
  return <InvitePage />;
}
