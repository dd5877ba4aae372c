import type { Metadata } from 'next';
import { Workbench } from '@/components/playground/workbench.tsx';

export const metadata: Metadata = {
  title: 'Playground',
  description: 'Write a KMS key policy, put a request to it, and see which statement decides and why.',
};

export default function PlaygroundPage() {
  return <Workbench />;
}
