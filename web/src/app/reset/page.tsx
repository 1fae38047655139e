import { AuthFrame } from '@/features/account/components/auth-frame';
import { ResetForm } from '@/features/account/components/reset-form';
import { WhenSignedOut } from '@/features/account/components/when-signed-out';

export const metadata = { title: 'Set a new password · Postrider' };

export default function Page() {
  return (
    <AuthFrame>
      <WhenSignedOut>
        <ResetForm />
      </WhenSignedOut>
    </AuthFrame>
  );
}
