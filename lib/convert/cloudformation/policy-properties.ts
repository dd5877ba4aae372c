/*
 * Which properties of CloudFormation's resources hold a policy, and what that policy is attached to.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
import type { PolicyKind } from '@/simulator/index.ts';

/** Inline policies of roles, users and groups stand in a list, under the same property. */
const inline: Readonly<Record<string, PolicyKind>> = { PolicyDocument: 'identity' };

export const policyProperties: Readonly<Record<string, Readonly<Record<string, PolicyKind>>>> = {
  'AWS::KMS::Key': { KeyPolicy: 'key' },
  'AWS::KMS::ReplicaKey': { KeyPolicy: 'key' },
  'AWS::IAM::ManagedPolicy': inline,
  'AWS::IAM::Policy': inline,
  'AWS::IAM::RolePolicy': inline,
  'AWS::IAM::UserPolicy': inline,
  'AWS::IAM::GroupPolicy': inline,
  'AWS::IAM::Role': { ...inline, AssumeRolePolicyDocument: 'resource' },
  'AWS::IAM::User': inline,
  'AWS::IAM::Group': inline,
  'AWS::S3::BucketPolicy': { PolicyDocument: 'resource' },
  'AWS::SNS::TopicPolicy': { PolicyDocument: 'resource' },
  'AWS::SQS::QueuePolicy': { PolicyDocument: 'resource' },
  'AWS::SecretsManager::ResourcePolicy': { ResourcePolicy: 'resource' },
  'AWS::EC2::VPCEndpoint': { PolicyDocument: 'endpoint' },
  'AWS::Organizations::Policy': { Content: 'scp' },
};

/** `Type` of AWS::Organizations::Policy. */
export const organizationsKinds: Readonly<Record<string, PolicyKind>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};
