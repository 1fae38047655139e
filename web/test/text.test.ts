import { describe, expect, it } from 'vitest';
import { addressOf, companionOf, conversationAt } from '@/features/conversation/address';
import { readableOn } from '@/shared/text/contrast';
import { deviceName } from '@/shared/text/device-name';
import { isEmojiOnly } from '@/shared/text/emoji-only';
import { initials } from '@/shared/text/initials';
import { pieces } from '@/shared/text/links';
import { ago, dayName, listTime, until } from '@/shared/time/day';

describe('links in a body', () => {
  it('are http and https only', () => {
    expect(pieces('see javascript:alert(1) or https://a.example/b')).toEqual([
      { is: 'text', text: 'see javascript:alert(1) or ' }, { is: 'link', text: 'https://a.example/b', href: 'https://a.example/b' },
    ]);
  });
  it.each([['(https://a.example).', 'https://a.example'], ['https://a.example/x_(y)', 'https://a.example/x_(y)'], ['https://a.example/?q=1,', 'https://a.example/?q=1']])('%s ends where the address ends', (body, href) => {
    expect(pieces(body).find((piece) => piece.is === 'link')).toMatchObject({ href });
  });
});

describe('addresses', () => {
  it('name a conversation and are read back', () => {
    for (const id of ['dm:01A:01B', 'room:01C', 'feed:ticker:01D']) expect(conversationAt(addressOf(id))).toBe(id);
  });
  it('of other pages name none', () => {
    for (const path of ['/', '/c', '/c/', '/login', '/c/%E0%A4%A']) expect(conversationAt(path)).toBeUndefined();
  });
  it('of a direct conversation tell the other person', () => {
    expect(companionOf('dm:A:B', 'A')).toBe('B');
    expect(companionOf('dm:A:B', 'B')).toBe('A');
    expect(companionOf('dm:A:A', 'A')).toBe('A');
    expect(companionOf('room:X', 'A')).toBeUndefined();
  });
});

describe('names', () => {
  it.each([['Wren Halloway', 'WH'], ['wren', 'W'], ['👩‍🚀 Ada', '👩‍🚀A'], ['', '?'], ['  ', '?']])('%s is %s on the stamp', (name, stamp) => {
    expect(initials(name)).toBe(stamp);
  });
  it('stay readable on every colour', () => {
    expect(readableOn('#ffff00')).toBe('#10201a');
    expect(readableOn('#1f6f5c')).toBe('#ffffff');
    expect(readableOn('nonsense')).toBe('#ffffff');
  });
});

describe('devices', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safa', 'Chromium on Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari on iPhone'],
    ['Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
    ['postrider-cli on a workbench', 'postrider-cli on a workbench'],
    ['', 'Unknown device'],
  ])('%s is %s', (device, name) => {
    expect(deviceName(device)).toBe(name);
  });
});

describe('emoji alone', () => {
  it.each([['🎉', true], ['👩‍🚀 🇳🇱', true], ['🎉🎉🎉🎉', false], ['ok 🎉', false], ['123', false], ['', false]])('%s: %s', (body, alone) => {
    expect(isEmojiOnly(body)).toBe(alone);
  });
});

describe('times', () => {
  const now = new Date(2026, 10, 20, 14, 30);
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).toISOString();
  it('are told as a person would', () => {
    expect(dayName(at(20, 1), now)).toBe('Today');
    expect(dayName(at(19, 23), now)).toBe('Yesterday');
    expect(dayName(at(9, 12), now)).toBe('Monday 9 November');
    expect(until(at(20, 18), now)).toBe('today, 18:05');
    expect(until(at(21, 9), now)).toBe('tomorrow, 09:05');
    expect(until(at(28, 9), now)).toBe('Saturday 28 November, 09:05');
    expect(listTime(at(20, 9), now)).toBe('09:05');
    expect(listTime(at(17, 9), now)).toBe('Tue');
    expect(listTime(at(2, 9), now)).toBe('2 Nov');
    expect(ago(at(20, 14), now)).toBe('25 min ago');
    expect(ago(at(19, 23), now)).toBe('yesterday at 23:05');
  });
});
