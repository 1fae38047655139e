import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const flags = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--font-render-hinting=none',
];

/** Starts the Chromium named by CHROME_BIN, or the one on the PATH; says how to get one where there is none. */
export async function launch(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath: chromeBin(), headless: true, args: [...flags, ...(root ? ['--no-sandbox'] : [])] });
}

function chromeBin(): string {
  const named = process.env['CHROME_BIN'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_BIN names ${named}, which is not there`);
  }
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // The next name.
    }
  }
  throw new Error('No Chromium found. Install it (apt-get install chromium) or name one in CHROME_BIN.');
}

/**
 * A browser page whose console errors, page errors and policy violations are kept: any of them is a fault of ours,
 * unless it was expected because the test provokes it.
 */
export class Watched {
  readonly complaints: string[] = [];

  private constructor(readonly context: BrowserContext, readonly page: Page, private readonly expected: readonly RegExp[]) {}

  static async open(browser: Browser, options: BrowserContextOptions = {}, expected: readonly RegExp[] = []): Promise<Watched> {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
    const page = await context.newPage();
    const watched = new Watched(context, page, expected);
    page.on('pageerror', (error) => watched.complain(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) watched.complain(`console: ${message.text()} ${message.location().url}`);
    });
    return watched;
  }

  private complain(text: string): void {
    if (!this.expected.some((pattern) => pattern.test(text))) this.complaints.push(text);
  }
}
