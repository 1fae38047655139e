import type { Api } from '../api';
import type { Clock } from '../clock';
import type { ConversationId, User, UserId } from '../protocol';
import type { Told } from '../store/summary';

const togetherMillis = 50;
const againMillis = 5_000;

/** Looks up people and conversations one hears of before history told about them: each once, together, until found. */
export class NameLookup {
  readonly #asked = new Set<string>();
  #users: UserId[] = [];
  #planned: (() => void) | undefined;

  constructor(
    private readonly api: Pick<Api, 'users' | 'conversations'>,
    private readonly clock: Clock,
    private readonly met: (users: readonly User[]) => void,
    private readonly told: (conversation: Told) => void,
  ) {}

  user(id: UserId): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    this.#users.push(id);
    this.#planned ??= this.clock.after(togetherMillis, () => void this.askUsers());
  }

  conversation(id: ConversationId): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    // The frame may be ahead of history, which then does not know the conversation yet.
    void this.api.conversations.get(id).then(this.told, () => {
      this.clock.after(againMillis, () => this.#asked.delete(id));
    });
  }

  stop(): void {
    this.#planned?.();
  }

  private async askUsers(): Promise<void> {
    this.#planned = undefined;
    const ids = this.#users;
    this.#users = [];
    try {
      this.met(await this.api.users.byIds(ids));
    } catch {
      for (const id of ids) this.#asked.delete(id);
      this.#users.push(...ids);
      this.#planned ??= this.clock.after(againMillis, () => void this.askUsers());
    }
  }
}
