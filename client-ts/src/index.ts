/** The one door of this package; everything not named here may change without notice. */
export { createApi, type Api, type ApiOptions } from './api';
export { directConversation, type ConversationPage, type MineChange } from './api/conversations';
export type { Credentials, NewAccount, ProfileChange, Refreshed, SignedIn, Ticket } from './api/auth';
export type { FormerBody, PageRequest, Reacted, Reader } from './api/messages';
export type { Added, Member, MemberPage, NewRoom, RoomPage, RoomPatch } from './api/rooms';
export type { Invite, InvitedTo, NewInvite } from './api/invites';
export type {
  AccountInvite,
  AccountPage,
  ActivityDay,
  Flag,
  FlagPage,
  FlagState,
  ResetCode,
  UserChange,
} from './api/admin';
export type { NewDraft } from './api/drafts';
export { ProblemError, type ClientProblem } from './api/problem';
export type { Client, Identity, NewMessage, Outcome } from './client';
export { createClient, type ClientOptions } from './create';
export type * from './connection/state';
export type { Readable } from './observable';
export { assertNever, CLOSE, isEvent, PROBLEM_STATUS, REJECT_RETRYABLE } from './protocol';
export type * from './protocol';
export type {
  ConversationListItem,
  ConversationListSnapshot,
  ConversationSnapshot,
  Delivery,
  Entry as ThreadEntry,
  MessageEntry,
  OnlineMap,
  PendingEntry,
  PresenceMap,
  SystemEntry,
  ThreadSnapshot,
  Typist,
  UserDirectory,
} from './store/snapshot';
