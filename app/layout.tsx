import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { KeepOffline } from '@/components/site/keep-offline.tsx';
import { SiteFooter } from '@/components/site/site-footer.tsx';
import { SiteHeader } from '@/components/site/site-header.tsx';
import { SkipLink } from '@/components/site/skip-link.tsx';
import { themeScript } from '@/lib/browser/theme.ts';
import './global.css';

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
});

const jetbrains = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--font-jetbrains',
  display: 'swap',
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: {
    default: 'KMS Playground: key policies, explained by running them',
    template: '%s · KMS Playground',
  },
  description:
    'Learn AWS KMS keys by running them: lessons on key types, key policies and rotation, and a policy simulator that works in your browser.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1216' },
  ],
};

/** The frame of every page. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme script sets an attribute before React takes over.
    <html lang="en" className={`${inter.variable} ${jetbrains.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, covered by a hash in the page's policy */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <SkipLink />
        <SiteHeader />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        <KeepOffline />
      </body>
    </html>
  );
}
