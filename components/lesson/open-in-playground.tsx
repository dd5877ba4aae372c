'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { writeVisit } from '@/lib/browser/visits.ts';
import type { Lab } from '@/lib/model/lab.ts';
import { labInPlayground } from '@/lib/model/lab-in-playground.ts';
import type { PlaygroundVisit } from '@/lib/model/playground-visit.ts';

interface OpenInPlaygroundProps {
  readonly title: string;
  readonly lab: Lab;
  readonly text: string;
}

/** Hands the lab's world, with the reader's text in it, to the playground. It gets a place of its own there. */
export function OpenInPlayground({ title, lab, text }: OpenInPlaygroundProps) {
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const open = async () => {
    const start = labInPlayground(lab, text);
    const visit: PlaygroundVisit = {
      name: `lab:${lab.id}`,
      title: `Lab: ${title}`,
      note: lab.task,
      back: `${location.pathname}#lab`,
      start,
      state: start,
    };
    try {
      await writeVisit(visit);
      router.push(`/playground?draft=${visit.name}`);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <Button variant="plain" onClick={() => void open()}>
        Open in playground
      </Button>
      {failed && <span role="alert">This browser keeps nothing to hand over. Copy the text instead.</span>}
    </>
  );
}
