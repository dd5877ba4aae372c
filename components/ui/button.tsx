import Link from 'next/link';
import type { ComponentProps } from 'react';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'quiet' | 'plain';

type ButtonProps = ComponentProps<'button'> & { variant?: ButtonVariant };
type ButtonAnchorProps = ComponentProps<'a'> & { variant?: ButtonVariant };
type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant };

/** A button; `quiet` unless it is the one thing the reader came to do. */
export function Button({ variant = 'quiet', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, className)} {...rest} />;
}

/** A link that looks like a button, for the few that lead onwards. */
export function ButtonLink({ variant = 'quiet', className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClass(variant, className)} {...rest} />;
}

/** The same for an address that has to be loaded as if it were typed, such as one that carries a state. */
export function ButtonAnchor({ variant = 'quiet', className, children, ...rest }: ButtonAnchorProps) {
  return (
    <a className={buttonClass(variant, className)} {...rest}>
      {children}
    </a>
  );
}

function buttonClass(variant: ButtonVariant, extra: string | undefined): string {
  return [styles.button, styles[variant], extra].filter(Boolean).join(' ');
}
