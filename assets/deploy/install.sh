#!/bin/sh
# Installs a kiosk from this folder, without a network. Options go to `kiosk install`: ./install.sh --name hall-3 --place north
#   --key PUBLIC.pem   first asks that the list of hashes was signed with this key, which you brought by another way than this folder
#   --uninstall        takes everything away again but the settings and what staff did
set -eu
say() { printf 'install.sh: %s\n' "$*"; }
fail() { printf 'install.sh: %s\n' "$*" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd)
key="" uninstall=false rest=""
for word do
    shift
    if [ "$rest" = key ]; then key=$word rest=""; continue; fi
    case "$word" in
        --key) rest=key; continue ;;
        --uninstall) uninstall=true ;;
    esac
    set -- "$@" "$word"
done
[ "$(id -u)" -eq 0 ] || fail "run as root"
opt=/opt/jusur
if $uninstall; then
    [ ! -x "$opt/current/bin/python" ] || "$opt/current/bin/python" -P -m kiosk.cli install "$@"
    rm -rf "$opt" /usr/local/bin/kiosk
    say "$opt is gone"
    exit 0
fi

wanted=$(cat "$here/debian-version")
found=$(. /etc/os-release && echo "${ID:-}${VERSION_ID:-}")
[ "$found" = "debian$wanted" ] || fail "this folder is for Debian $wanted, and here is $found; make one with script/make-installer"
[ "$(dpkg --print-architecture)" = amd64 ] || fail "this folder is for amd64, and here is $(dpkg --print-architecture)"
free=$(df -Pk /opt | awk 'NR == 2 {print $4}')
[ "$free" -ge 3000000 ] || fail "3 GB are needed in /opt, and $((free / 1000)) MB are free; make room"
say "looking at every file: their list has the hash $(sha256sum "$here/SHA256SUMS" | cut -c1-16)"
(cd "$here" && sha256sum --quiet --check SHA256SUMS) || fail "files were lost or changed on the way; copy the folder anew"

box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
ln -s "$here" "$box/from"
mkdir -p "$box/lists/partial" "$box/cache/archives/partial"
echo "deb [trusted=yes] file:$box/from/debian ./" >"$box/sources.list"
export DEBIAN_FRONTEND=noninteractive
from_here() {
    apt-get -qq -o "Dir::Etc::sourcelist=$box/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$box/lists" \
        -o "Dir::Cache=$box/cache" -o APT::Sandbox::User=root -o APT::Install-Recommends=false -o Dpkg::Use-Pty=0 "$@" </dev/null
}
from_here update
if [ -n "$key" ]; then
    command -v openssl >/dev/null || from_here install -y openssl >/dev/null
    openssl pkeyutl -verify -rawin -pubin -inkey "$key" -in "$here/SHA256SUMS" -sigfile "$here/SHA256SUMS.sig" >/dev/null 2>&1 ||
        fail "the list of hashes was not signed with $key; do not use this folder"
    say "signed with $key"
fi
say "installing the system's packages"
from_here install -y $(cat "$here/packages") >/dev/null

# Each program has a folder of its own, named by the number of its release, 0 from here, and by what is in it; `current` leads to
# the one that runs, and is changed in one step.
name=00000000-$(sha256sum "$here/SHA256SUMS" | cut -c1-64)
if [ ! -e "$opt/$name/complete" ]; then
    say "installing the program into $opt/$name"
    rm -rf "${opt:?}/$name"
    mkdir -p "$opt"
    python3 -m venv "$opt/$name"
    "$opt/$name/bin/pip" install --quiet --disable-pip-version-check --no-index --no-deps "$here"/wheels/*.whl
    touch "$opt/$name/complete"
    sync -f "$opt/$name"
fi
ln -sfn "$name" "$opt/current.new"
mv -T "$opt/current.new" "$opt/current"
rm -f "$opt/pointer" "$opt/offered"  # what a person installs is started, whatever was laid down before
"$opt/current/bin/python" -P -m kiosk.cli install "$@"
ln -sf "$opt/current/bin/kiosk" /usr/local/bin/kiosk
say "installed; the machine may be started anew"
