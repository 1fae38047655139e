import type { Api } from './api';
import type { Client, Identity, NewMessage, Outcome } from './client';
import { askAgainMillis } from './connection/delay';
import { Cell } from './observable';
import { messageId } from './outbox/ids';
import type { Command, ConversationId, MessageId, Position, User, UserId } from './protocol';
import { isSignedOut } from './session/door';
import type { ClientPorts } from './session/ports';
import { Session } from './session/session';
import { Views } from './session/views';
import { MemoryStorage } from './storage/memory';
import type { UserStorage } from './storage/port';

type Content<T extends Command['type']> = Omit<Extract<Command, { type: T }>, 'id' | 'again'>;

/** {@link Client} over one {@link Session} at a time. */
export class PageClient implements Client {
  readonly identity = new Cell<Identity>({ is: 'unknown' });
  readonly #views = new Views();
  #session: Session | undefined;
  #starting: Promise<Identity> | undefined;
  #listOlder: string | undefined;
  /** False after `stop`, also for a start that is still under way. */
  #wanted = false;

  readonly api: Api;
  readonly connection = this.#views.connection;
  readonly conversations = this.#views.conversations;
  readonly users = this.#views.users;
  readonly presence = this.#views.presence;
  readonly drafts = this.#views.drafts;
  readonly online = this.#views.online;
  readonly blocks = this.#views.blocks;
  readonly limits = this.#views.limits;

  constructor(private readonly ports: ClientPorts) {
    this.api = ports.api;
  }

  conversation(id: ConversationId) {
    return this.#views.conversation(id);
  }

  thread(id: ConversationId, root: Position) {
    return this.#views.thread(id, root);
  }

  start(): Promise<Identity> {
    this.#wanted = true;
    this.#starting ??= this.whoIsThere().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  stop(): void {
    this.#wanted = false;
    void this.end();
  }

  async login(credentials: { username: string; password: string }): Promise<User> {
    const { user } = await this.api.auth.login(credentials);
    this.#wanted = true;
    await this.begin(user);
    return user;
  }

  async register(account: {
    username: string;
    password: string;
    displayName?: string;
    invite?: string;
  }): Promise<User> {
    const user = await this.api.auth.register(account);
    this.#wanted = true;
    await this.begin(user);
    return user;
  }

  async logout(): Promise<void> {
    const user = this.#session?.user;
    await this.api.auth.logout();
    await this.end();
    this.signedOut();
    if (user) await this.ports.storage.forget(user.id).catch(() => undefined);
  }

  reconnect(): void {
    this.#session?.connection.nudge();
    this.#session?.connection.start();
  }

  send(message: NewMessage): MessageId {
    const { mentions, body, ...rest } = message;
    const send: Content<'send'> = { type: 'send', ...rest, body: body.replace(/\r\n?/g, '\n') };
    const id = this.command({ ...send, ...(mentions && mentions.length > 0 && { mentions: [...mentions] }) }).id;
    this.session.typing.done(message.conversation);
    return id;
  }

  retry(_conversation: ConversationId, id: MessageId): void {
    const { outbox } = this.session;
    const failed = outbox.failed(id);
    if (!failed) return;
    outbox.discard(id);
    const { again: _, ...content } = failed;
    this.command(content);
  }

  discard(_conversation: ConversationId, id: MessageId): void {
    this.#session?.outbox.discard(id);
  }

  edit(
    conversation: ConversationId,
    position: Position,
    body: string,
    mentions: readonly UserId[] = [],
  ): Promise<Outcome> {
    const named = mentions.length > 0 ? { mentions: [...mentions] } : {};
    return this.command({ type: 'edit', conversation, position, body: body.replace(/\r\n?/g, '\n'), ...named }).outcome;
  }

  remove(conversation: ConversationId, position: Position): Promise<Outcome> {
    return this.command({ type: 'delete', conversation, position }).outcome;
  }

  react(conversation: ConversationId, position: Position, emoji: string, on: boolean): Promise<Outcome> {
    return this.command({ type: 'react', conversation, position, emoji, on }).outcome;
  }

  pin(conversation: ConversationId, position: Position, on: boolean): Promise<Outcome> {
    return this.command({ type: 'pin', conversation, position, on }).outcome;
  }

  markRead(conversation: ConversationId, position?: Position): void {
    if (!this.#session) return;
    const { store, marks } = this.#session;
    const { entries, readPosition, last } = store.conversation(conversation).getSnapshot();
    const upTo = position ?? Math.max(entries.at(-1)?.position ?? -1, last?.position ?? -1);
    if (upTo > readPosition) marks.read(conversation, upTo, false);
  }

  markUnread(conversation: ConversationId, position: Position): void {
    this.#session?.marks.read(conversation, position - 1, true);
  }

  typing(conversation: ConversationId, thread?: Position): void {
    this.#session?.typing.tell(conversation, thread);
  }

  watch(users: readonly UserId[]): () => void {
    return this.#session?.watching.watch(users) ?? (() => undefined);
  }

  watchRoom(room: ConversationId): () => void {
    const session = this.#session;
    if (!session) return () => undefined;
    const stop = session.watching.watchRoom(room);
    return () => {
      stop();
      session.store.people.unwatched(room);
    };
  }

  async open(conversation: ConversationId): Promise<void> {
    await this.session.pages.open(conversation);
  }

  async loadOlder(conversation: ConversationId): Promise<void> {
    await this.session.pages.older(conversation, this.session.store.anchorOf(conversation));
  }

  async loadNewer(conversation: ConversationId): Promise<void> {
    await this.session.pages.newer(conversation, this.session.store.anchorOf(conversation));
  }

  async showAround(conversation: ConversationId, position: Position): Promise<void> {
    const { pages, store } = this.session;
    await pages.around(conversation, position);
    store.anchor(conversation, position);
  }

  async showNewest(conversation: ConversationId): Promise<void> {
    const { pages, store } = this.session;
    store.anchor(conversation, undefined);
    await pages.open(conversation);
  }

  async openThread(conversation: ConversationId, root: Position, older = false): Promise<void> {
    await this.session.pages.thread(conversation, root, older);
  }

  async loadRoom(room: ConversationId): Promise<void> {
    await this.session.pages.room(room);
  }

  async loadMoreConversations(): Promise<boolean> {
    const { store } = this.session;
    const { conversations, next } = await this.api.conversations.list(this.#listOlder);
    for (const one of conversations) store.told(one);
    this.#listOlder = next;
    return next !== undefined;
  }

  private get session(): Session {
    if (!this.#session) throw new Error('nobody is signed in: call start, login or register first');
    return this.#session;
  }

  private command(content: Content<'send'> | Content<'edit'> | Content<'delete'> | Content<'react'> | Content<'pin'>) {
    const id = messageId(this.ports.clock.now());
    const outcome: Promise<Outcome> = this.session.outbox.add({ ...content, id });
    return { id, outcome };
  }

  /** Asks until there is an answer; a page without network stays `unknown`. */
  private async whoIsThere(): Promise<Identity> {
    for (let asked = 0; !this.#session && this.#wanted; asked++) {
      try {
        const user = await this.api.auth.me();
        await this.begin(user);
      } catch (error) {
        if (isSignedOut(error)) return this.signedOut();
        await new Promise<void>((resolve) => {
          this.ports.clock.after(askAgainMillis(asked, this.ports.random), resolve);
        });
      }
    }
    return this.identity.getSnapshot();
  }

  private async begin(user: User): Promise<void> {
    await this.end();
    const foreign = (other: User): void => void this.begin(other);
    const session = new Session(user, { ...this.ports, foreign }, await this.openStorage(user));
    this.#session = session;
    this.#listOlder = undefined;
    await session.start();
    if (this.#session !== session) return;
    this.#views.follow(session);
    this.identity.set({ is: 'signed-in', user });
    this.endWith(session);
    if (!this.#wanted) await this.end();
  }

  /** Signs the page out when the session turns out to be over. */
  private endWith(session: Session): void {
    const { state } = session.connection;
    const unsubscribe = state.subscribe(() => {
      const now = state.getSnapshot();
      if (now.is !== 'stopped') return;
      if (this.#session !== session || now.because === 'bye') return;
      unsubscribe();
      void this.end().then(() => this.signedOut());
    });
  }

  private async end(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.stop();
  }

  private signedOut(): Identity {
    const identity: Identity = { is: 'signed-out' };
    this.#views.clear();
    this.identity.set(identity);
    return identity;
  }

  private async openStorage(user: User): Promise<UserStorage> {
    try {
      return await this.ports.storage.open(user.id);
    } catch {
      return new MemoryStorage().open(user.id);
    }
  }
}
