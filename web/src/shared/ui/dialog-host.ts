import { createContext } from 'react';

/** The modal dialog around, if any: what floats above its parts must stand inside of it. */
export const DialogHost = createContext<HTMLDialogElement | null>(null);
