import { AuthFrame } from '@/features/account/components/auth-frame';
import { RegisterForm } from '@/features/account/components/register-form';
import { WhenSignedOut } from '@/features/account/components/when-signed-out';

export const metadata = { title: 'Create an account · Postrider' };

export default function Page() {
  return (
    <AuthFrame>
      <WhenSignedOut>
        <RegisterForm />
      </WhenSignedOut>
    </AuthFrame>
  );
}
