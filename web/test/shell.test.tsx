import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ChatPage } from '@/features/shell/components/chat-page';
import { go } from './fakes/navigation';
import { Stage } from './stage';

async function shown(prepare: (stage: Stage) => void = () => undefined): Promise<Stage> {
  const stage = new Stage();
  prepare(stage);
  go('/');
  stage.show(<ChatPage />);
  await screen.findByRole('button', { name: 'Rooms' });
  await expect.poll(() => stage.client.connection.getSnapshot().is).toBe('live');
  return stage;
}

const plus = async (item: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Rooms' }));
  fireEvent.click(await screen.findByRole('button', { name: item }));
};
const dialog = () => within(screen.getByRole('dialog', { hidden: true }));
const fill = (label: string, value: string) => fireEvent.change(dialog().getByLabelText(label), { target: { value } });

describe('rooms from the list', () => {
  it('are made, and one is in them at once', async () => {
    const stage = await shown();
    await plus('New room');
    fill('Name', 'Saddlers');
    fireEvent.click(dialog().getByLabelText('Private'));
    fireEvent.submit(dialog().getByLabelText('Name').closest('form')!);
    await waitFor(() => expect(window.location.pathname).toMatch(/^\/c\/room:/));
    go(window.location.pathname);
    expect(await screen.findByRole('heading', { name: 'Saddlers' })).toBeTruthy();
    const [room] = stage.client.conversations.getSnapshot().conversations;
    expect(room).toMatchObject({ name: 'Saddlers', role: 'owner', visibility: 'private' });
  });

  it('say when a public one has the name', async () => {
    await shown((stage) => void stage.server.room('Stables', [stage.moss]));
    await plus('New room');
    fill('Name', 'stables');
    fireEvent.submit(dialog().getByLabelText('Name').closest('form')!);
    expect(await screen.findByText('There is a public room of this name already.')).toBeTruthy();
  });

  it('are found and joined; private ones are not found', async () => {
    const stage = await shown(({ server, moss }) => {
      server.room('Stables', [moss]);
      server.room('Secret', [moss], { visibility: 'private' });
    });
    await plus('Browse rooms');
    fireEvent.click(await dialog().findByLabelText('Join Stables'));
    await waitFor(() => expect(window.location.pathname).toMatch(/^\/c\/room:/));
    expect(screen.queryByText('Secret')).toBeNull();
    expect(stage.server.log.records.findLast(({ type }) => type === 'joined')).toMatchObject({ users: [stage.wren.id] });
  });
});

describe('the list', () => {
  it('holds favourites on top, whatever came last', async () => {
    const stage = await shown(({ server, moss, wren }) => {
      const old = server.room('Stables', [wren, moss]);
      server.room('Newer', [wren, moss]);
      server.chat.happen({ type: 'mine', conversation: `me:${wren.id}`, about: old, mine: { notify: 'all', favourite: true, hidden: false } });
    });
    stage.hears('Just now');
    await screen.findByText('Just now');
    const links = within(screen.getByRole('navigation', { name: 'Conversations' })).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))[0]).toMatch(/room:/);
    expect(links[0]!.textContent).toContain('Stables');
  });

  it('says that one is mentioned', async () => {
    await shown(({ server, moss, wren }) => {
      const room = server.room('Stables', [wren, moss]);
      server.chat.happen({ type: 'message', conversation: room, from: moss.id, id: '019a9f00-0000-7000-8000-00000000eeee', body: '@wren look', mentions: [wren.id] });
    });
    expect(await screen.findByText(/you are mentioned/)).toBeTruthy();
    expect(screen.getByText('Moss: @wren look')).toBeTruthy();
  });
});
