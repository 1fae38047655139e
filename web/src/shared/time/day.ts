const dayMillis = 86_400_000;
const sameYear = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const otherYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A key that two instants share exactly when they fall on one day here. */
export function dayKey(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/** `Today`, `Yesterday`, `Monday, 3 March`, or with the year where it is another one. */
export function dayName(at: string, now: Date = new Date()): string {
  const days = daysBetween(new Date(at), now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return (new Date(at).getFullYear() === now.getFullYear() ? sameYear : otherYear).format(new Date(at));
}

/** `14:05`. */
export function clockTime(at: string): string {
  return clock.format(new Date(at));
}

/** For lists: the time of today, the weekday of this week, else the date. */
export function listTime(at: string, now: Date = new Date()): string {
  const days = daysBetween(new Date(at), now);
  if (days <= 0) return clockTime(at);
  if (days === 1) return 'Yesterday';
  return days < 7 ? weekday.format(new Date(at)) : short.format(new Date(at));
}

/** `just now`, `5 min ago`, `today at 09:12`, `yesterday at 22:40`, `on 3 Mar`. */
export function ago(at: string, now: Date = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(at).getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const days = daysBetween(new Date(at), now);
  if (days === 0) return `today at ${clockTime(at)}`;
  if (days === 1) return `yesterday at ${clockTime(at)}`;
  return `on ${short.format(new Date(at))}`;
}

/** For what is to come: `today, 14:05`, `tomorrow, 14:05`, `Saturday 21 November, 14:05`. */
export function until(at: string, now: Date = new Date()): string {
  const days = daysBetween(now, new Date(at));
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : dayName(at, now);
  return `${day}, ${clockTime(at)}`;
}

function daysBetween(at: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(at)) / dayMillis);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
