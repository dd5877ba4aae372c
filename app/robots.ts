import type { MetadataRoute } from 'next';

/** Everything but the interface may be read by robots. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: '/api/' } };
}
