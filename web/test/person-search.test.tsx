import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { AccountGate } from '@/features/account/components/account-gate';
import { PersonSearch } from '@/features/person/components/person-search';
import { Stage } from './stage';

function Search({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const [query, setQuery] = useState('');
  return <PersonSearch query={query} onQuery={setQuery} onChoose={onChoose} />;
}

async function shown(): Promise<{ stage: Stage; chosen: string[]; field: HTMLElement }> {
  const stage = new Stage();
  const chosen: string[] = [];
  stage.person('moth', 'Moth Aldane');
  stage.show(<AccountGate><Search onChoose={(id) => chosen.push(id)} /></AccountGate>);
  return { stage, chosen, field: await screen.findByRole('combobox') };
}

describe('finding a person', () => {
  it('opens the conversation with whoever is chosen by the keys', async () => {
    const { stage, chosen, field } = await shown();
    fireEvent.change(field, { target: { value: '@mo' } });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Moth');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(chosen).toEqual([stage.conversation]);
  });

  it('says so when nobody is found', async () => {
    const { field } = await shown();
    fireEvent.change(field, { target: { value: 'zz' } });
    expect(await screen.findByText(/Nobody goes by/)).toBeTruthy();
  });

  it('says so when the server is away', async () => {
    const { stage, field } = await shown();
    stage.server.faults.unreachable = true;
    fireEvent.change(field, { target: { value: 'mo' } });
    expect(await screen.findByText(/could not be reached/)).toBeTruthy();
  });

  it('takes the focus with a slash', async () => {
    const { field } = await shown();
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(field);
  });
});
