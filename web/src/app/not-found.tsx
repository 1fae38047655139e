import { Dead } from '@/shared/ui/dead';

export const metadata = { title: 'Not found · Postrider' };

export default function NotFound() {
  return <Dead title="No such address" text="The rider came back: nobody lives here." />;
}
