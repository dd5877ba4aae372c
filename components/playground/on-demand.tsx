'use client';
import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
} from 'react';
import styles from './workbench.module.css';

/** A component that is fetched when it is first shown; to be shown inside `OnDemand`. */
export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().then((component) => ({ default: component })));
}

/** Says that a part is on its way, and keeps one that cannot be fetched, as when offline, from taking the page with it. */
export function OnDemand({ children }: { children: ReactNode }) {
  return (
    <LoadGuard>
      <Suspense fallback={<p className={styles.loading}>Loading …</p>}>{children}</Suspense>
    </LoadGuard>
  );
}

class LoadGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p className={styles.loading} role="alert">
        This part could not be loaded. Your work is kept; reload the page once you are online.
      </p>
    );
  }
}
