import { AuthFrame } from '@/features/account/components/auth-frame';
import { LoginForm } from '@/features/account/components/login-form';
import { WhenSignedOut } from '@/features/account/components/when-signed-out';

export const metadata = { title: 'Sign in · Postrider' };

export default function Page() {
  return (
    <AuthFrame>
      <WhenSignedOut>
        <LoginForm />
      </WhenSignedOut>
    </AuthFrame>
  );
}
