/**
 * The services that kms:ViaService can name, as the prefix of `<prefix>.<region>.amazonaws.com` (the same suffix in
 * every partition). Source: `sources.conditionKeys`.
 * `sso` and `identitystore` are not in that list yet: IAM Identity Center's guide has them in its key policies
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/baseline-KMS-key-policy.html).
 */
export const viaServices =
  `sso identitystore aiops apprunner appfabric appflow mgn athena auditmanager rds backup backup-gateway bedrock chimevoiceconnector
  cleanrooms-ml codeartifact codeguru-reviewer comprehend connect profile wisdom dms deepracer directoryservice
  docdb-elastic dynamodb ssm ec2 ecr elasticfilesystem elasticache dax mediatailor entityresolution events finspace
  forecast fsx glue groundstation malware-protection healthlake iotsitewise kendra cassandra kinesis firehose
  kinesisvideo lambda lex license-manager geo lookoutequipment lookoutmetrics lookoutvision macie m2 apptest
  managedblockchain kafka airflow memorydb monitron mq nimble omics es aoss custom-packages proton qldb redshift
  sqlworkbench redshift-serverless rekognition ards sagemaker secretsmanager securitylake ses sns sqs s3 s3tables
  importexport states storagegateway ssm-incidents ssm-contacts timestream translate verified-access workmail
  workspaces thinclient workspaces-web xray`.split(/\s+/) as readonly string[];
