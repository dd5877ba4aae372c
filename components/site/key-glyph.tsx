/** The site's own mark: a key whose bow is the dashed ring of "nobody said yes". */
export function KeyGlyph() {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <circle cx="8" cy="12" r="5" strokeDasharray="3.2 2.04" strokeLinecap="round" />
      <path d="M13 12h9M18 12v4M22 12v3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
