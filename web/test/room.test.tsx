import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AccountGate } from '@/features/account/components/account-gate';
import { InvitePage } from '@/features/room/components/invite-page';
import { Thread } from '@/features/thread/components/thread';
import { go } from './fakes/navigation';
import { Stage } from './stage';

type RoomChange = Parameters<Stage['server']['room']>[2];

async function opened({ owner = 'moss', more = {} }: { owner?: 'moss' | 'wren'; more?: RoomChange } = {}) {
  const stage = new Stage();
  const tansy = stage.person('tansy', 'Tansy Lindqvist');
  const room = stage.server.room('Stables', owner === 'wren' ? [stage.wren, stage.moss, tansy] : [stage.moss, stage.wren, tansy], more);
  const says = (from: { id: string }, body: string, extra: object = {}) =>
    stage.server.chat.happen({ type: 'message', conversation: room, from: from.id, id: `019a9f00-0000-7000-8000-${String(stage.server.log.end).padStart(12, '0')}`, body, ...extra }).position;
  const root = says(stage.moss, 'Who feeds the grey one?');
  stage.show(<AccountGate><Thread id={room} onBack={() => undefined} /></AccountGate>);
  await screen.findByText('Who feeds the grey one?');
  await expect.poll(() => stage.client.connection.getSnapshot().is).toBe('live');
  await expect.poll(() => stage.client.conversation(room).getSnapshot().settings).toBeTruthy();
  return { stage, room, tansy, says, root };
}

/** Marks are written to the log beside what a test does: only one kind is looked at. */
const newest = (stage: Stage, room: string, type: string) => stage.server.log.of(room).findLast((event) => event.type === type);
const inMenu = async (button: string, item: string) => {
  fireEvent.click(screen.getByRole('button', { name: button }));
  fireEvent.click(await screen.findByRole('button', { name: item }));
};
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message Stables' });
const write = (text: string, target = box()) => {
  fireEvent.change(target, { target: { value: text } });
  target.setSelectionRange(text.length, text.length);
  fireEvent.select(target);
};

describe('a room', () => {
  it('tells how many are in it and who of them is here', async () => {
    const { stage, room } = await opened();
    stage.server.chat.tell({ type: 'online', conversation: room, total: 2, users: [stage.wren.id, stage.moss.id] }, () => true);
    expect(await screen.findByText('2 here')).toBeTruthy();
    expect(screen.getByText(/3 members/)).toBeTruthy();
  });

  it('mentions whom one chooses, and the server is told by id', async () => {
    const { stage, tansy } = await opened();
    write('Morning @tan');
    await screen.findByRole('option', { name: /Tansy/ });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(box().value).toBe('Morning @tansy ');
    fireEvent.keyDown(box(), { key: 'Enter' });
    await waitFor(() => expect(stage.server.chat.heard.findLast(({ type }) => type === 'send')).toMatchObject({ body: 'Morning @tansy', mentions: [tansy.id] }));
    expect(await screen.findByText('@Tansy Lindqvist')).toBeTruthy();
  });

  it('offers everyone only to who may', async () => {
    const { stage, room } = await opened();
    write('@ev');
    await waitFor(() => expect(stage.server.rest.calls).toContain(`GET /api/rooms/${encodeURIComponent(room)}/members`));
    expect(screen.queryByRole('option')).toBeNull();
    stage.server.chat.happen({ type: 'role', conversation: room, from: stage.moss.id, user: stage.wren.id, role: 'admin' });
    expect(await screen.findByRole('option', { name: /everyone/ })).toBeTruthy();
  });

  it('keeps a thread beside the line, with its own words and its own draft', async () => {
    const { stage, says, root } = await opened();
    says(stage.moss, 'I do', { thread: root });
    fireEvent.click(await screen.findByRole('button', { name: /^1 reply/ }));
    const thread = await screen.findByRole('region', { name: 'Messages of this thread', hidden: true });
    expect(within(thread).getByText('I do')).toBeTruthy();
    const answer = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message the thread', hidden: true });
    write('In the main line');
    write('Thank you', answer);
    expect(box().value).toBe('In the main line');
    fireEvent.keyDown(answer, { key: 'Enter' });
    await waitFor(() => expect(stage.server.chat.heard.findLast(({ type }) => type === 'send')).toMatchObject({ body: 'Thank you', thread: root }));
    expect(await within(thread).findByText('Thank you')).toBeTruthy();
    expect(box().value).toBe('In the main line');
  });

  it('pins for an admin, and not for a member', async () => {
    const { stage, room, root } = await opened();
    const article = screen.getByText('Who feeds the grey one?').closest('article')!;
    fireEvent.keyDown(article, { key: 'p' });
    expect(stage.server.log.of(room).some(({ type }) => type === 'pinned')).toBe(false);
    stage.server.chat.happen({ type: 'role', conversation: room, from: stage.moss.id, user: stage.wren.id, role: 'admin' });
    await screen.findByText('Moss Okonjo made you an admin');
    fireEvent.keyDown(article, { key: 'p' });
    await waitFor(() => expect(newest(stage, room, 'pinned')).toMatchObject({ target: root, on: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Pinned messages' }));
    expect(await screen.findByText('Go to the message')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Unpin', hidden: true }));
    expect(await screen.findByText('Nothing is pinned')).toBeTruthy();
    expect(newest(stage, room, 'pinned')).toMatchObject({ target: root, on: false });
  });

  it('counts as unread again from a message on, and is closed with it', async () => {
    const { stage, room, says } = await opened();
    const second = says(stage.moss, 'Nobody?');
    await screen.findByText('Nobody?');
    await waitFor(() => expect(stage.client.conversation(room).getSnapshot().unread).toBe(0), { timeout: 3_000 });
    const article = screen.getByText('Nobody?').closest('article')!;
    fireEvent.click(within(article).getByLabelText('More about this message'));
    go(`/c/${room}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Mark unread from here' }));
    expect(window.location.pathname).toBe('/');
    await waitFor(() => expect(stage.server.chat.heard.findLast(({ type }) => type === 'read')).toMatchObject({ position: second - 1, back: true }), { timeout: 3_000 });
  });

  it('is closed to who may not write there, and says why', async () => {
    const { stage, room } = await opened();
    stage.server.chat.happen({ type: 'room', conversation: room, from: stage.moss.id, changed: { archived: true } });
    expect(await screen.findByText(/This room is archived/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Message Stables' })).toBeNull();
  });

  it('is gone from sight at once for who is removed', async () => {
    const { stage, room } = await opened();
    stage.server.chat.happen({ type: 'left', conversation: room, from: stage.moss.id, user: stage.wren.id, reason: 'removed' });
    expect(await screen.findByText('You are no longer in Stables')).toBeTruthy();
    expect(screen.queryByText('Who feeds the grey one?')).toBeNull();
  });

  it('folds away what somebody one has blocked says, until one wants to read it', async () => {
    const { stage } = await opened();
    await stage.client.api.blocks.add(stage.moss.id);
    await screen.findByText(/somebody you have blocked/);
    expect(screen.queryByText('Who feeds the grey one?')).toBeNull();
    fireEvent.click(screen.getByText('Show'));
    expect(screen.getByText('Who feeds the grey one?')).toBeTruthy();
  });

  it('shows what a message said before and who has read it', async () => {
    const { stage, room, root } = await opened();
    stage.server.chat.happen({ type: 'edited', conversation: room, from: stage.moss.id, id: '019a9f00-0000-7000-8000-00000000ffff', target: root, body: 'Who feeds the grey one today?' });
    stage.server.chat.happen({ type: 'read', conversation: room, from: stage.server.users.get([...stage.server.users.keys()][2]!)!.id, upTo: root });
    fireEvent.keyDown((await screen.findByText('Who feeds the grey one today?')).closest('article')!, { key: 'i' });
    expect(await screen.findByText('Before it was edited')).toBeTruthy();
    expect(screen.getByText('Who feeds the grey one?')).toBeTruthy();
    expect(await screen.findByText('Tansy Lindqvist')).toBeTruthy();
  });
});

describe('a room that was deleted', () => {
  it('is gone from sight at once', async () => {
    const { stage, room } = await opened();
    stage.server.chat.happen({ type: 'room', conversation: room, from: stage.moss.id, changed: { deleted: true } });
    expect(await screen.findByText('You are no longer in Stables')).toBeTruthy();
    expect(stage.client.conversations.getSnapshot().conversations).toEqual([]);
  });
});

describe('the members of a room', () => {
  it('are changed by who stands above them, and only offered to them', async () => {
    const { stage, room, tansy } = await opened({ owner: 'wren' });
    fireEvent.click(screen.getByRole('button', { name: 'Members' }));
    await screen.findByText('Tansy Lindqvist');
    await inMenu('More about Tansy Lindqvist', 'Make admin');
    await waitFor(() => expect(newest(stage, room, 'role')).toMatchObject({ user: tansy.id, role: 'admin' }));
    await inMenu('More about Moss Okonjo', 'Ban');
    fireEvent.click(await screen.findByRole('button', { name: 'Ban', hidden: true }));
    await waitFor(() => expect(newest(stage, room, 'left')).toMatchObject({ user: stage.moss.id, reason: 'banned' }));
  });

  it('are not offered what a member may not do', async () => {
    await opened();
    fireEvent.click(screen.getByRole('button', { name: 'Members' }));
    await screen.findByText('Tansy Lindqvist');
    fireEvent.click(screen.getByRole('button', { name: 'More about Tansy Lindqvist' }));
    expect(screen.getByRole('button', { name: 'Write a message' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Make|Remove|Ban|Hand/ })).toBeNull();
  });
});

describe('an invitation', () => {
  it('shows its room and leads into it, also a private one', async () => {
    const stage = new Stage();
    const room = stage.server.room('Northern route', [stage.moss], { visibility: 'private' });
    stage.server.rooms.invites.push({ room, code: 'k7h2' });
    go('/invites/k7h2');
    stage.show(<InvitePage />);
    expect(await screen.findByRole('heading', { name: 'Northern route' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Join the room' }));
    await waitFor(() => expect(window.location.pathname).toBe(`/c/${room}`));
    expect(newest(stage, room, 'joined')).toMatchObject({ users: [stage.wren.id] });
  });

  it('that is over says so', async () => {
    const stage = new Stage();
    go('/invites/over');
    stage.show(<InvitePage />);
    expect(await screen.findByText('This invitation does not open')).toBeTruthy();
  });
});
