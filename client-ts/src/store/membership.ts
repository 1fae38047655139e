import type { FrameOf, Position, Role, User, UserId } from '../protocol';
import { Registers } from './register';

export interface Membership {
  readonly in: boolean;
  readonly role?: Role;
}
export type MembershipEvent = FrameOf<'joined'> | FrameOf<'left'> | FrameOf<'role'>;

/**
 * Who is in: a register for each person heard of. The count starts from the newest told by history and goes by the
 * events above it, so that a person told twice counts once.
 */
export class Members {
  readonly registers = new Registers<UserId, Membership>();
  readonly events = new Map<Position, MembershipEvent>();
  #count: { value: number; asOf: Position } | undefined;
  #listed: { users: readonly UserId[]; asOf: Position } | undefined;

  rebase(asOf: Position, count: number | undefined, users: readonly User[] | undefined): void {
    if (count !== undefined && asOf > (this.#count?.asOf ?? Number.NEGATIVE_INFINITY))
      this.#count = { value: count, asOf };
    if (users && asOf > (this.#listed?.asOf ?? Number.NEGATIVE_INFINITY))
      this.list(
        users.map(({ id }) => id),
        asOf,
      );
    for (const position of this.events.keys()) {
      if (this.#count && position <= this.#count.asOf) this.events.delete(position);
    }
  }

  apply(event: MembershipEvent): boolean {
    if (this.#count && event.position <= this.#count.asOf) return this.register(event);
    this.events.set(event.position, event);
    return this.register(event);
  }

  forget(upTo: Position): void {
    this.registers.forget(upTo);
    for (const position of this.events.keys()) if (position <= upTo) this.events.delete(position);
    this.#count = undefined;
    this.#listed = undefined;
  }

  get count(): number | undefined {
    if (!this.#count) return undefined;
    const known = new Map<UserId, boolean>(this.#listed?.users.map((user) => [user, true]));
    const complete = this.#listed?.asOf === this.#count.asOf;
    let { value } = this.#count;
    for (const event of [...this.events.values()].sort((a, b) => a.position - b.position)) {
      if (event.type === 'role') continue;
      const enters = event.type === 'joined';
      for (const user of enters ? event.users : [event.user]) {
        const was = known.get(user) ?? (complete ? false : !enters);
        if (was !== enters) value += enters ? 1 : -1;
        known.set(user, enters);
      }
    }
    return Math.max(0, value);
  }

  get present(): { user: UserId; role?: Role }[] {
    return [...this.registers.entries()]
      .filter(([, { value }]) => value.in)
      .map(([user, { value }]) => ({ user, ...(value.role && { role: value.role }) }));
  }

  /** As stored: the numbers history told. */
  get told(): { count?: { value: number; asOf: Position }; listed?: { users: readonly UserId[]; asOf: Position } } {
    return { ...(this.#count && { count: this.#count }), ...(this.#listed && { listed: this.#listed }) };
  }

  restore(told: Members['told']): void {
    this.#count = told.count;
    this.#listed = told.listed;
  }

  private list(users: readonly UserId[], asOf: Position): void {
    this.#listed = { users, asOf };
    for (const [user, { value, position }] of [...this.registers.entries()]) {
      if (position <= asOf && value.in && !users.includes(user)) this.registers.set(user, { in: false }, asOf);
    }
    for (const user of users) {
      const role = this.registers.get(user)?.role;
      this.registers.set(user, { in: true, ...(role && { role }) }, asOf);
    }
  }

  private register(event: MembershipEvent): boolean {
    switch (event.type) {
      case 'joined':
        return event.users
          .map((user) => this.registers.set(user, { in: true, role: event.role }, event.position))
          .includes(true);
      case 'left':
        return this.registers.set(event.user, { in: false }, event.position);
      case 'role':
        return this.registers.set(event.user, { in: true, role: event.role }, event.position);
    }
  }
}
