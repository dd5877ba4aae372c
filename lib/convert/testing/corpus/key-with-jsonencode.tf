terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

variable "environment" {
  type    = string
  default = "prod"
}

variable "reader_arns" {
  type = list(string)
}

locals {
  account = data.aws_caller_identity.current.account_id
  root    = "arn:${data.aws_partition.current.partition}:iam::${local.account}:root"
  admins  = ["deploy", "security"]
}

resource "aws_kms_key" "orders" {
  description         = "Orders"
  enable_key_rotation = true

  policy = jsonencode({
    Version = "2012-10-17"
    Id      = "orders-${var.environment}"
    Statement = concat([
      {
        Sid       = "EnableIamPolicies"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid    = "Admins"
        Effect = "Allow"
        Principal = {
          AWS = [for name in local.admins : "arn:aws:iam::${local.account}:role/${name}"]
        }
        Action   = ["kms:Describe*", "kms:Put*"]
        Resource = "*"
      },
      {
        Sid       = "Readers"
        Effect    = "Allow"
        Principal = { AWS = var.reader_arns }
        Action    = "kms:Decrypt"
        Resource  = "*"
        Condition = {
          StringEquals = {
            "kms:ViaService"         = "s3.${data.aws_region.current.region}.amazonaws.com"
            "aws:PrincipalTag/owner" = "$${aws:username}"
          }
        }
      },
    ], var.environment == "prod" ? [] : [{ Sid = "Never", Effect = "Deny", Principal = "*", Action = "*", Resource = "*" }])
  })
}
