import { ProblemError, type RejectCode } from '@postrider/client';

/** What a failed call means to the person before the screen. Field errors are told beside their fields instead. */
export function problemText(error: unknown): string {
  if (!(error instanceof ProblemError)) return 'Something went wrong. Please try again.';
  switch (error.code) {
    case 'unreachable': return 'The server could not be reached. Check your connection and try again.';
    case 'bad-credentials': return 'That username and password do not fit together.';
    case 'username-taken': return 'This username is taken.';
    case 'registration-closed': return 'New accounts need an invitation here.';
    case 'signed-out': return 'You have been signed out. Sign in again to go on.';
    case 'rate': return `Too many tries. ${again(error.problem.retryAfterMillis)}`;
    case 'unavailable': case 'unknown': return `A part of the server is away just now. ${again(error.problem.retryAfterMillis)}`;
    case 'not-found': return 'That is not here any more.';
    case 'forbidden': case 'blocked': return 'You may not do that.';
    // Codes may be added at any time: what is not named here speaks for itself.
    default: return error.problem.detail ?? error.problem.title;
  }
}

/** What is wrong with one field, if the server said so. */
export function fieldProblem(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.errors?.find((wrong) => wrong.field === field)?.detail;
}

/** Why a message or change was refused. */
export function rejectText(code: RejectCode | undefined): string {
  switch (code) {
    case 'blocked': return 'one of you has blocked the other';
    case 'not-member': return 'you are not in this conversation';
    case 'not-found': return 'the message is not there any more';
    case 'forbidden': return 'you may not do that here';
    case 'archived': return 'the conversation is archived';
    case 'too-large': return 'it is too long';
    case 'invalid': case 'unknown-type': return 'the server did not understand it';
    case 'rate': return 'too many at once';
    case 'unavailable': return 'a part of the server is away';
    case undefined: return 'the server refused it';
  }
}

function again(retryAfterMillis: number | undefined): string {
  if (retryAfterMillis === undefined) return 'Please try again in a moment.';
  const seconds = Math.max(1, Math.ceil(retryAfterMillis / 1000));
  return `Please try again in ${seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`;
}
