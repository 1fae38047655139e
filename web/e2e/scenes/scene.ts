import type { Page, ViewportSize } from 'playwright-core';
import type { FakeHost } from '../fake/host';
import type { World } from '../fake/world';
import type { Watched } from '../browser';

export const phone: ViewportSize = { width: 360, height: 740 };
export const desktop: ViewportSize = { width: 1280, height: 800 };
export const wide: ViewportSize = { width: 1920, height: 1000 };

export interface Stage {
  readonly page: Page;
  readonly host: FakeHost;
  readonly world: World;
  readonly watched: Watched;
}

/** One state of the page: how it comes about, and what is to be seen before the picture is taken. */
export interface Scene {
  readonly name: string;
  readonly viewport: ViewportSize;
  readonly dark?: boolean;
  /** Who is signed in on the browser; nobody when absent. */
  readonly as?: string;
  readonly prepare?: (world: World) => void;
  readonly path: (world: World) => string;
  /** Console lines that the scene provokes, such as a refused socket. */
  readonly provokes?: readonly RegExp[];
  readonly act?: (stage: Stage) => Promise<void>;
  /** Only acted, not pictured: what it checks cannot be seen on a picture. */
  readonly unpictured?: true;
  /** A text that must be in sight. */
  readonly shows: string | RegExp;
}
