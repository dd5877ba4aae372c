/*
 * Which arguments of Terraform's AWS resources hold a policy, and what that policy is attached to.
 * Source: the pages of the resources under https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
import type { PolicyKind } from '@/simulator/index.ts';

/** Argument by resource type. */
export const policyArguments: Readonly<Record<string, readonly [argument: string, kind: PolicyKind]>> = {
  aws_kms_key: ['policy', 'key'],
  aws_kms_external_key: ['policy', 'key'],
  aws_kms_replica_key: ['policy', 'key'],
  aws_kms_replica_external_key: ['policy', 'key'],
  aws_kms_key_policy: ['policy', 'key'],
  aws_iam_policy: ['policy', 'identity'],
  aws_iam_role_policy: ['policy', 'identity'],
  aws_iam_user_policy: ['policy', 'identity'],
  aws_iam_group_policy: ['policy', 'identity'],
  aws_ssoadmin_permission_set_inline_policy: ['inline_policy', 'identity'],
  aws_iam_role: ['assume_role_policy', 'resource'],
  aws_s3_bucket_policy: ['policy', 'resource'],
  aws_sns_topic_policy: ['policy', 'resource'],
  aws_sqs_queue_policy: ['policy', 'resource'],
  aws_secretsmanager_secret_policy: ['policy', 'resource'],
  aws_vpc_endpoint: ['policy', 'endpoint'],
  aws_vpc_endpoint_policy: ['policy', 'endpoint'],
  aws_organizations_policy: ['content', 'scp'],
};

/** `type` of aws_organizations_policy; without it, it is a service control policy. */
export const organizationsKinds: Readonly<Record<string, PolicyKind>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};
