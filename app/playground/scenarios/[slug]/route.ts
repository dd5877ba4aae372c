import { scenarios } from '@/content/scenarios.ts';

/** Every scenario is a file of its own, made at build time: the playground fetches the one that is opened. */
export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return scenarios.map(({ slug }) => ({ slug }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return Response.json(scenarios.find((scenario) => scenario.slug === slug) ?? null);
}
