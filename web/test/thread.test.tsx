import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AccountGate } from '@/features/account/components/account-gate';
import { Thread } from '@/features/thread/components/thread';
import { Stage } from './stage';

async function opened(): Promise<Stage> {
  const stage = new Stage();
  stage.hears('Are you there?');
  stage.show(<AccountGate><Thread id={stage.conversation} onBack={() => undefined} /></AccountGate>);
  await screen.findByText('Are you there?');
  await expect.poll(() => stage.client.connection.getSnapshot().is).toBe('live');
  return stage;
}

async function write(text: string): Promise<void> {
  const box = screen.getByRole('textbox');
  fireEvent.change(box, { target: { value: text } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await screen.findByText(text);
}

const bubble = (text: string) => screen.getByText(text).closest('article') ?? expect.fail(`no bubble ${text}`);

describe('a thread', () => {
  it('shows a message at once, pending, and once it is accepted as sent', async () => {
    const stage = await opened();
    stage.server.faults.neverAnswer = true;
    stage.server.faults.drop = () => true;
    await write('On my way');
    expect(within(bubble('On my way')).getByText('Sending')).toBeTruthy();
    stage.server.faults.neverAnswer = false;
    stage.server.faults.drop = () => false;
    stage.device.cut();
    await waitFor(() => expect(within(bubble('On my way')).queryByText('Sending')).toBeNull(), { timeout: 5_000 });
    expect(screen.getAllByText('On my way')).toHaveLength(1);
  });

  it('fills itself again after a sync that says only how much was missed', async () => {
    const stage = await opened();
    stage.server.history.limitedAbove = 0;
    stage.server.history.limitedHolds = 0;
    stage.device.cut();
    stage.hears('The ferry is late');
    expect(await screen.findByText('The ferry is late', {}, { timeout: 5_000 })).toBeTruthy();
    expect(await screen.findByText('Are you there?')).toBeTruthy();
  }, 15_000);

  it('calls a message failed only when it was rejected, and tries again on demand', async () => {
    const stage = await opened();
    stage.server.faults.refuse = { code: 'blocked' };
    await write('Let me in');
    expect(await screen.findByText(/Not sent: one of you has blocked the other/)).toBeTruthy();
    stage.server.faults.refuse = undefined;
    fireEvent.click(screen.getByText('Try again'));
    await waitFor(() => expect(within(bubble('Let me in')).getByText('Sent')).toBeTruthy());
  });

  it('throws a refused message away on demand', async () => {
    const stage = await opened();
    stage.server.faults.refuse = { code: 'forbidden' };
    await write('Never mind');
    fireEvent.click(await screen.findByText('Discard'));
    await waitFor(() => expect(screen.queryByText('Never mind')).toBeNull());
  });

  it('asks before deleting, says what it means, and deletes for everybody', async () => {
    await opened();
    await write('Delete me');
    await waitFor(() => expect(within(bubble('Delete me')).getByText('Sent')).toBeTruthy());
    fireEvent.keyDown(bubble('Delete me'), { key: 'Delete' });
    expect(screen.getByText(/delivery log, which only its operators can open/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete for everybody', hidden: true }));
    expect(await screen.findByText('This message was deleted')).toBeTruthy();
  });

  it('edits the last own message with the arrow up', async () => {
    await opened();
    await write('Eihgt');
    await waitFor(() => expect(within(bubble('Eihgt')).getByText('Sent')).toBeTruthy());
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'ArrowUp' });
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Eight' } });
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
    await screen.findByText('Eight');
    expect(within(bubble('Eight')).getByText('edited')).toBeTruthy();
  });

  it('answers a message with a quote', async () => {
    await opened();
    fireEvent.keyDown(bubble('Are you there?'), { key: 'r' });
    expect(screen.getByText('Answering Moss Okonjo')).toBeTruthy();
    await write('Right behind you');
    expect(within(bubble('Right behind you')).getByText('Are you there?')).toBeTruthy();
  });

  it('shows how far a message has come, by ticks', async () => {
    const stage = await opened();
    await write('Look');
    await waitFor(() => expect(within(bubble('Look')).getByText('Sent')).toBeTruthy());
    const upTo = stage.server.log.newest(stage.conversation);
    stage.server.chat.happen({ type: 'delivered', conversation: stage.conversation, from: stage.moss.id, upTo });
    await waitFor(() => expect(within(bubble('Look')).getByText('Delivered')).toBeTruthy());
    stage.server.chat.happen({ type: 'read', conversation: stage.conversation, from: stage.moss.id, upTo });
    await waitFor(() => expect(within(bubble('Look')).getByText('Read')).toBeTruthy());
  });

  it('tells who is writing', async () => {
    const stage = await opened();
    stage.server.chat.tell({ type: 'typing', conversation: stage.conversation, from: stage.moss.id }, ({ id }) => id === stage.wren.id);
    expect(await screen.findByText('Moss Okonjo is writing')).toBeTruthy();
  });
});
