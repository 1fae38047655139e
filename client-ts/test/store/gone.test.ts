import { describe, expect, it } from 'vitest';
import { ConversationState } from '../../src/store/conversation';
import { ConversationView } from '../../src/store/view';
import { freshId } from '../support';

const room = 'room:01K00000000000000000000000';
const [wren, moss, juniper] = ['WREN', 'MOSS', 'JUNIPER'].map((name) => `01K${name.padEnd(23, '0')}`) as [
  string,
  string,
  string,
];
const at = '2026-01-01T00:00:00Z';
const place = { conversation: room, at };

describe('what is gone is gone on a screen that saw it, as on a fresh one', () => {
  it('the value and data of a deleted feed message', () => {
    const state = new ConversationState(room, wren);
    const id = freshId();
    state.apply({
      ...place,
      type: 'message',
      position: 1,
      id,
      from: 'prices',
      body: 'up',
      key: 'k',
      value: 1,
      data: {},
    });
    state.apply({ ...place, type: 'deleted', position: 2, id: freshId(), from: 'prices', target: 1 });

    const view = state.view(1);

    expect(view).toEqual({ ...place, type: 'message', position: 1, id, from: 'prices', deleted: { at, by: 'prices' } });
  });

  it('the marks of who left', () => {
    const state = new ConversationState(room, wren);
    const users = [wren, moss, juniper];
    state.apply({ ...place, type: 'joined', position: 1, from: wren, users, role: 'member', change: 1 });
    state.apply({ ...place, type: 'read', position: 2, from: moss, upTo: 1 });
    state.apply({ ...place, type: 'read', position: 3, from: juniper, upTo: 1 });
    state.apply({ ...place, type: 'left', position: 4, from: moss, user: moss, reason: 'left', change: 2 });

    const { marks } = new ConversationView(state).snapshot({
      pending: [],
      typing: [],
      mine: { notify: 'all', favourite: false, hidden: false },
    });

    expect([...marks.keys()]).toEqual([juniper]);
  });
});
