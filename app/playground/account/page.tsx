import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page.tsx';

export const metadata: Metadata = {
  title: 'Simulated account',
  description:
    'An AWS account with KMS keys, services that use them, CloudTrail and a bill, simulated in your browser: create keys, rotate them, move the clock.',
};

export default function SimulatedAccountPage() {
  return <AccountPage />;
}
