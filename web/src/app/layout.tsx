import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ClientProvider } from '@/protocol/client-provider';
import { themeScript } from '@/shared/theme/theme-script';
import { Notices } from '@/shared/ui/notices';
import './globals.css';

export const metadata: Metadata = {
  title: 'Postrider',
  description: 'Messages that arrive: once, in order, whatever breaks on the way.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <head>
        {/* Static text, so that its hash stands in the content security policy. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body className="font-sans text-[15px] leading-normal">
        <ClientProvider>
          <Notices>{children}</Notices>
        </ClientProvider>
      </body>
    </html>
  );
}
