import { regionsByPartition } from './regions.ts';

/**
 * The Regions that every account has from the start: those launched before 20 March 2019. The rule is in the
 * guide (`sources.accountRegions`); which they are, DescribeRegions told a year later (`sources.defaultRegions`:
 * `opt-in-not-required`), and no Region has been added to them since.
 */
const defaultRegions: ReadonlySet<string> = new Set([
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
  ...['ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1'],
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
]);

/** The Regions that an account must enable before anything of it works there: all that came later. */
export const optInRegions: readonly string[] = regionsByPartition.aws.filter(
  (region) => !defaultRegions.has(region),
);
