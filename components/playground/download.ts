import { download } from '@/components/ui/download.ts';

/** Hands the reader a file of JSON. */
export const downloadJson = (name: string, text: string): void => download(name, text, 'application/json');
