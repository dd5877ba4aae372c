import Link from 'next/link';
import { KeyGlyph } from './key-glyph.tsx';
import { NavLink } from './nav-link.tsx';
import styles from './site-header.module.css';
import { ThemeSwitch } from './theme-switch.tsx';

const places = [
  { href: '/learn', label: 'Learn' },
  { href: '/playground', label: 'Playground' },
  { href: '/reference', label: 'Reference' },
  { href: '/dashboard', label: 'Dashboard' },
] as const;

/** Name, the places, and the theme. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link href="/" className={styles.brand} prefetch={false}>
          <KeyGlyph />
          KMS Playground
        </Link>
        <nav className={styles.nav} aria-label="Main">
          <ul>
            {places.map(({ href, label }) => (
              <li key={href}>
                <NavLink href={href} className={styles.link}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  );
}
