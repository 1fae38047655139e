import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AccountGate } from '@/features/account/components/account-gate';
import { Stage } from './stage';

const password = 'long enough it is';

describe('the gate', () => {
  it('lets in whoever is signed in', async () => {
    new Stage().show(<AccountGate>inside</AccountGate>);
    expect(await screen.findByText('inside')).toBeTruthy();
  });

  it('says what is wrong with the credentials, then lets in', async () => {
    new Stage({ signedIn: false }).show(<AccountGate>inside</AccountGate>);
    fireEvent.change(await screen.findByLabelText('Username'), { target: { value: 'nobody' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('That username and password do not fit together.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Username'), { target: { value: '  WREN ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('inside')).toBeTruthy();
  });

  it('says so too when one had signed in on this very page', async () => {
    const stage = new Stage({ signedIn: false });
    stage.show(<AccountGate>inside</AccountGate>);
    fireEvent.change(await screen.findByLabelText('Username'), { target: { value: 'wren' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByText('inside');
    await expect.poll(() => stage.client.connection.getSnapshot().is).toBe('live');
    stage.device.cookies.user = undefined;
    stage.device.cut(4001);
    expect(await screen.findByText(/Your session on this device has ended/)).toBeTruthy();
  });

  it('asks for signing in when the session was ended elsewhere, and says so', async () => {
    const stage = new Stage();
    stage.show(<AccountGate>inside</AccountGate>);
    await screen.findByText('inside');
    await expect.poll(() => stage.client.connection.getSnapshot().is).toBe('live');
    stage.device.cookies.user = undefined;
    stage.device.cut(4001);
    expect(await screen.findByText(/Your session on this device has ended/)).toBeTruthy();
  });
});
