'use client';

import { useEffect, useId, useState } from 'react';
import styles from './narrow-by-text.module.css';

interface NarrowByTextProps {
  /** The id of the element whose list items are hidden when they do not fit. */
  readonly list: string;
  readonly label: string;
}

/** Narrows a list that is in the page already to the items with all of the words typed. Hidden without a script. */
export function NarrowByText({ list, label }: NarrowByTextProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [count, setCount] = useState(0);
  useEffect(() => {
    const words = text.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const item of document.querySelectorAll<HTMLElement>(`#${list} li`)) {
      const content = (item.textContent ?? '').toLowerCase();
      item.hidden = !words.every((word) => content.includes(word));
      if (!item.hidden) shown += 1;
    }
    setCount(shown);
  }, [list, text]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={text} onChange={(event) => setText(event.target.value)} />
      <span role="status">{text.trim() === '' ? '' : `${count} found`}</span>
    </div>
  );
}
