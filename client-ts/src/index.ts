/** The one door of this package; everything not named here may change without notice. */
export { createApi, type Api, type ApiOptions } from './api';
export { directConversation, type ConversationPage, type MineChange } from './api/conversations';
export type { Credentials, NewAccount, ProfileChange, Refreshed, SignedIn, Ticket } from './api/auth';
export type { FormerBody, PageRequest, Reader } from './api/messages';
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
  PendingEntry,
  PresenceMap,
  SystemEntry,
  Typist,
  UserDirectory,
} from './store/snapshot';
