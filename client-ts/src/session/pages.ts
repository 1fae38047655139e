import type { Api } from '../api';
import type { PageRequest } from '../api/messages';
import type { ConversationId, Page, Position } from '../protocol';
import type { Asked, ConversationState } from '../store/conversation';
import type { Store } from '../store/store';

const enough = 20;
const repliesPerPage = 100;

/** Loads the stretches of conversations that are looked at; the same question is never under way twice. */
export class Pages {
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly api: Pick<Api, 'messages' | 'conversations' | 'rooms'>,
    private readonly store: Store,
    private readonly loaded: (entries: Page['messages']) => void,
  ) {}

  /** The summary where none is known, and enough of the newest entries to show a first screen. */
  async open(id: ConversationId): Promise<void> {
    const told = this.store.state(id)?.summary
      ? Promise.resolve()
      : this.once(`told/${id}`, async () => this.store.told(await this.api.conversations.get(id)));
    await Promise.all([told, this.first(id)]);
  }

  /** The page before the first entry of the stretch shown. */
  async older(id: ConversationId, anchor?: Position): Promise<void> {
    const before = shown(this.store.state(id), anchor)?.from;
    if (before === undefined) return this.load(id, {});
    if (before > -1) await this.load(id, { before });
  }

  /** The page after the last entry of an older stretch. */
  async newer(id: ConversationId, anchor?: Position): Promise<void> {
    const after = shown(this.store.state(id), anchor)?.to;
    if (after !== undefined && after !== Number.POSITIVE_INFINITY) await this.load(id, { after });
  }

  /** Makes sure the stretch around a position is held. */
  async around(id: ConversationId, position: Position): Promise<void> {
    if (!this.store.state(id)?.covered.containing(position)) await this.load(id, { around: position });
  }

  /** The newest replies of a thread, or those before the ones held. */
  thread(id: ConversationId, root: Position, older: boolean): Promise<void> {
    const from = this.store.state(id)?.threadFrom.get(root);
    if (from === -1 || (from !== undefined && !older)) return Promise.resolve();
    const asked = { thread: root, limit: repliesPerPage, ...(from !== undefined && { before: from }) };
    return this.once(`${id}/${JSON.stringify(asked)}`, async () => {
      const page = await this.api.messages.page(id, asked);
      if (!this.store.state(id)?.messages.get(root)?.base) {
        const rooted = await this.api.messages.page(id, { around: root, limit: 1 });
        this.store.folded(id, (state) => state.loose(rooted));
        this.loaded(rooted.messages);
      }
      this.store.folded(id, (state) => state.threadPage(root, page));
      this.loaded(page.messages);
    });
  }

  /** Visibility, settings and all else of a room that a conversation does not tell. */
  room(id: ConversationId): Promise<void> {
    return this.once(`room/${id}`, async () => {
      const seen = this.store.state(id)?.seen ?? -1;
      const room = await this.api.rooms.get(id);
      this.store.folded(id, (state) => state.roomTold(room, seen));
    });
  }

  private async first(id: ConversationId): Promise<void> {
    const state = this.store.state(id);
    const tail = state?.covered.tail;
    if (!state || !tail) return this.load(id, {});
    const held = [...state.messages.keys(), ...state.lines.keys()].filter((position) => position >= tail.from).length;
    if (held < enough && tail.from > -1) await this.load(id, { before: tail.from });
  }

  private load(id: ConversationId, asked: Asked & PageRequest): Promise<void> {
    return this.once(`${id}/${JSON.stringify(asked)}`, async () => {
      const page: Page = await this.api.messages.page(id, asked);
      this.store.page(id, page, asked);
      this.loaded(page.messages);
    });
  }

  private once(key: string, task: () => Promise<void>): Promise<void> {
    const held = this.#underWay.get(key);
    if (held) return held;
    const running = task().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return running;
  }
}

function shown(state: ConversationState | undefined, anchor: Position | undefined) {
  return anchor === undefined ? state?.covered.tail : state?.covered.containing(anchor);
}
