#!/bin/bash
# A policy in an option, one in a file, one in the output of cat.
aws kms put-key-policy --key-id alias/orders --policy-name default \
  --policy '{"Version":"2012-10-17","Statement":[{"Sid":"It'\''s","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}'

cat > app.json <<EOF
{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:aws:kms:eu-west-1:${ACCOUNT}:key/\${aws:username}"}]}
EOF
aws iam create-policy --policy-name app --policy-document file://app.json

aws --region eu-west-1 organizations create-policy --type RESOURCE_CONTROL_POLICY --name n --description d --content "$(cat <<'EOF'
{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
EOF
)"
