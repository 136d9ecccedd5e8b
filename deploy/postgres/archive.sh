#!/bin/sh
# PostgreSQL's archive_command: puts a segment of its log into the archive, whole or not at all, and never over another one.
#
#   archive_command = 'sh /etc/salon/archive.sh "%p" "%f" /archive/wal'
set -eu
segment=$1 name=$2 archive=$3

# Handed over before, and the answer lost in a crash: the same once more is fine, another one of that name is not.
if [ -e "$archive/$name" ]; then
  exec cmp -s "$segment" "$archive/$name"
fi
mkdir -p "$archive"
cp "$segment" "$archive/$name.new"
sync "$archive/$name.new"
mv "$archive/$name.new" "$archive/$name"
sync "$archive"
