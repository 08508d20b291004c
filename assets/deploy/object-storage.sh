#!/usr/bin/env bash
# Copies a repository to object storage (any that speaks S3), so that no kiosk ever sees half of a release: what is named by its hash
# first, signed metadata then, and the timestamp, which puts all in force, last of all.
# Usage: object-storage.sh REPOSITORY s3://BUCKET/PREFIX      needs the `aws` command; set its endpoint and keys in its own settings.
set -euo pipefail
repository=${1:?the folder of the repository}
bucket=${2:?s3://bucket/prefix}

forever=(--cache-control "public, max-age=31536000, immutable")
never=(--cache-control "no-cache")
aws s3 sync "$repository/blobs" "$bucket/blobs" "${forever[@]}"
aws s3 sync "$repository/targets" "$bucket/targets" "${forever[@]}"
aws s3 sync "$repository/metadata" "$bucket/metadata" "${never[@]}" --exclude timestamp.json
aws s3 cp "$repository/jusur-repository.json" "$bucket/jusur-repository.json" "${never[@]}"
aws s3 cp "$repository/metadata/timestamp.json" "$bucket/metadata/timestamp.json" "${never[@]}"
