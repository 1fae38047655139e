/** An `@name` that begins a word. */
export const atName = /(?<![\w@.-])@([a-z0-9][a-z0-9._-]{1,29})/gu;

/** A name without what is punctuation at its end. */
export function trimmedName(name: string): string {
  return name.replace(/[._-]+$/, '');
}

/** The names that follow an `@` in a text, lower-cased. */
export function namesIn(text: string): string[] {
  return [...text.toLowerCase().matchAll(atName)].map(([, name = '']) => trimmedName(name));
}
