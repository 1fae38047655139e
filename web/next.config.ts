import type { NextConfig } from 'next';

/** A static export: the gateway serves `out/` and falls back from /c/<anything> to c.html. */
const config: NextConfig = {
  output: 'export',
  transpilePackages: ['@postrider/client'],
  reactStrictMode: true,
  images: { unoptimized: true },
  devIndicators: false,
};

export default config;
