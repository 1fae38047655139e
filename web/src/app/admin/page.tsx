import { AdminPage } from '@/features/administration/components/admin-page';

export const metadata = { title: 'Administration · Postrider' };

export default function Page() {
  return <AdminPage />;
}
