import type { User } from '@postrider/client';
import { describe, expect, it } from 'vitest';
import { mentionsOf, nameAt } from '@/features/composer/mentions';
import { mentionPieces } from '@/features/thread/mention-pieces';

const user = (id: string, username: string): User => ({ id, username, displayName: username.toUpperCase(), color: '#000000', bot: false });
const moss = user('M', 'moss');
const wren = user('W', 'wren.h');

describe('who a text mentions', () => {
  it('is whoever is known by that name, each once', () => {
    expect(mentionsOf('@moss, @Wren.H. and @moss; not a@moss.example or @nobody', [moss, wren], false)).toEqual({ mentions: ['M', 'W'] });
  });
  it('is everybody only where one may', () => {
    expect(mentionsOf('@everyone look', [], true)).toEqual({ mentions: [], everyone: 'members' });
    expect(mentionsOf('@online look', [], true)).toEqual({ mentions: [], everyone: 'online' });
    expect(mentionsOf('@everyone look', [], false)).toEqual({ mentions: [] });
  });
});

describe('a name being written', () => {
  it.each<[string, number, string | undefined]>([
    ['hello @mo', 9, 'mo'], ['@', 1, ''], ['hello @mo there', 9, 'mo'], ['mail a@mo', 9, undefined], ['hello @mo ', 10, undefined], ['(@Mo', 4, 'mo'],
  ])('in "%s" at %i is %s', (text, caret, name) => {
    expect(nameAt(text, caret)?.name).toBe(name);
  });
});

describe('mentions in a body', () => {
  it('are chips with the name shown to others; what does not count stays text', () => {
    expect(mentionPieces('Hi @moss, and @wren.h', { users: [moss], everyone: undefined, me: 'M' })).toEqual([
      { is: 'text', text: 'Hi ' }, { is: 'mention', text: '@MOSS', user: moss, me: true }, { is: 'text', text: ', and @wren.h' },
    ]);
  });
  it('of everybody are mine', () => {
    expect(mentionPieces('@everyone!', { users: [], everyone: 'members', me: 'M' })[0]).toMatchObject({ is: 'mention', me: true });
    expect(mentionPieces('@everyone!', { users: [], everyone: undefined, me: 'M' })).toEqual([{ is: 'text', text: '@everyone!' }]);
  });
});
