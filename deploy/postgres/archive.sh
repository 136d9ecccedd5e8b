#!/bin/sh
# PostgreSQL's archive_command: puts a segment of its log into the archive, whole or not at all, and never over another one.
#
#   archive_command = 'sh /etc/salon/archive.sh "%p" "%f" /archive/wal'
set -eu
segment=$1 name=$2 archive=$3

# One that is handed over because a minute has passed (archive_timeout) is mostly empty: 16 MB of nothing become 73 kB.
file=$archive/$name.gz

# Handed over before, and the answer lost in a crash: the same once more is fine, another one of that name is not.
if [ -e "$file" ]; then
  gzip -dc "$file" | cmp -s - "$segment"
  exit
fi
mkdir -p "$archive"
gzip -c1 "$segment" > "$file.new"
sync "$file.new"
mv "$file.new" "$file"
sync "$archive"
