resource "aws_kms_key" "logs" {
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Root",
          "Effect": "Allow",
          "Principal": { "AWS": "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" },
          "Action": "kms:*",
          "Resource": "*"
        },
        {
          "Sid": "Logs",
          "Effect": "Allow",
          "Principal": { "Service": "logs.${var.region}.amazonaws.com" },
          "Action": ${jsonencode(["kms:Encrypt*", "kms:Decrypt*"])},
          "Resource": "*",
          "Condition": {
            "ArnLike": { "kms:EncryptionContext:aws:logs:arn": ${jsonencode(var.log_groups)} }
          }
        }
        %{ if var.break_glass ~}
        , { "Sid": "Glass", "Effect": "Allow", "Principal": { "AWS": "$${literal}" }, "Action": "kms:*", "Resource": "*" }
        %{ endif ~}
      ]
    }
  POLICY
}
