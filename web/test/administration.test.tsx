import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ResetForm } from '@/features/account/components/reset-form';
import { AdminPage } from '@/features/administration/components/admin-page';
import { Stage } from './stage';

async function administrator(prepare: (stage: Stage) => void = () => undefined): Promise<Stage> {
  const stage = new Stage();
  Object.assign(stage.wren, { role: 'admin' });
  prepare(stage);
  stage.show(<AdminPage />);
  await screen.findByRole('heading', { name: 'Administration' });
  return stage;
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name, hidden: true }));

describe('the administration', () => {
  it('is for administrators', async () => {
    const stage = new Stage();
    stage.show(<AdminPage />);
    expect(await screen.findByText('For administrators')).toBeTruthy();
  });

  it('hands out a one-time code, with which one sets another password and is signed in', async () => {
    const stage = await administrator();
    await press('More about Moss Okonjo');
    await press('One-time code for a new password');
    const code = (await screen.findByText('4821-9035-7716')).textContent;

    const device = new Stage({ signedIn: false });
    device.server.accounts.codes.set('moss', code);
    device.show(<ResetForm />);
    const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fill('Username', 'Moss');
    fill('One-time code', 'something else');
    fill('New password', 'twelve letters and more');
    fireEvent.submit(screen.getByLabelText('Username').closest('form')!);
    expect(await screen.findByText(/do not fit together/)).toBeTruthy();
    fill('One-time code', ` ${code} `);
    fireEvent.submit(screen.getByLabelText('Username').closest('form')!);
    await waitFor(() => expect(device.client.identity.getSnapshot()).toMatchObject({ is: 'signed-in', user: { username: 'moss' } }));
    expect(stage.server.accounts.codes.has('moss')).toBe(true);
  });

  it('closes an account only after asking', async () => {
    const stage = await administrator();
    await press('More about Moss Okonjo');
    await press('Close the account');
    expect(stage.moss.deactivated).toBeUndefined();
    fireEvent.click((await screen.findAllByRole('button', { name: 'Close the account', hidden: true })).at(-1)!);
    await waitFor(() => expect(stage.moss.deactivated).toBe(true));
    expect(await screen.findByText('Closed')).toBeTruthy();
  });

  it('shows reports with what the message says, and decides', async () => {
    const stage = await administrator((made) => {
      const room = made.server.room('Stables', [made.moss, made.wren]);
      const { position } = made.server.chat.happen({ type: 'message', conversation: room, from: made.moss.id, id: '019a9f00-0000-7000-8000-00000000dddd', body: 'Buy my horse!' });
      made.server.messages.flags.push({ id: 'flag-1', conversation: room, position, by: made.wren.id, reason: 'Advertising', createdAt: '2026-11-20T10:00:00.000Z', state: 'open' });
    });
    await press('Reports');
    expect(await screen.findByText('Buy my horse!')).toBeTruthy();
    expect(screen.getByText(/Advertising/)).toBeTruthy();
    await press('It stays');
    expect(await screen.findByText('Nothing waits for a decision.')).toBeTruthy();
    expect(stage.server.messages.flags[0]?.state).toBe('kept');
  });
});
