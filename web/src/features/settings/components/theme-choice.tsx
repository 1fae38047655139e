'use client';

import { useTheme } from '@/shared/theme/use-theme';
import { Segments } from '@/shared/ui/segments';

const options = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Light or dark, on this device. */
export function ThemeChoice() {
  const [theme, choose] = useTheme();
  return <Segments legend="Theme" value={theme} options={options} onChange={choose} />;
}
