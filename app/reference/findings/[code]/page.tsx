import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FindingArticle } from '@/components/reference/finding-article.tsx';
import { findingSummaries, readFindingPage } from '@/lib/server/findings.ts';

interface FindingProps {
  readonly params: Promise<{ code: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return findingSummaries.map(({ code }) => ({ code }));
}

export async function generateMetadata({ params }: FindingProps): Promise<Metadata> {
  const { entry, note } = await findingOf(params);
  return { title: `${entry.code}: ${note.title}`, description: note.why };
}

/** A finding: avoid, prefer, why, and what AWS does. */
export default async function FindingReferencePage({ params }: FindingProps) {
  return <FindingArticle finding={await findingOf(params)} />;
}

async function findingOf(params: FindingProps['params']) {
  const { code } = await params;
  return (await readFindingPage(code)) ?? notFound();
}
