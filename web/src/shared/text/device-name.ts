const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/\bSamsungBrowser\//, 'Samsung Internet'], [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chromium)\//, 'Chromium'], [/\b(?:Chrome|CriOS)\//, 'Chrome'], [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bAndroid\b/, 'Android'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux'],
];

/** A browser's user agent as a person would name it; what an app calls itself stays as it is. */
export function deviceName(device: string): string {
  if (!device.startsWith('Mozilla/')) return device || 'Unknown device';
  const browser = browsers.find(([pattern]) => pattern.test(device))?.[1] ?? 'Browser';
  const system = systems.find(([pattern]) => pattern.test(device))?.[1];
  return system ? `${browser} on ${system}` : browser;
}
