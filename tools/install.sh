#!/bin/sh
# Install a requirements file into a virtual environment, which is made where it is missing.
#
#   tools/install.sh PYTHON VENV REQUIREMENTS LOCK
#
# LOCK holds the versions that are installed of what REQUIREMENTS names and of what that needs; it may
# name more than is needed (tools/lock.py writes it).
#
# VENV/.installing marks an install at work. Found at the start, it means that the last install was
# cut off half way: the environment is then made anew, because pip takes half a package for a whole.
set -eu

python=$1
venv=$2
requirements=$3
lock=$4
marker=$venv/.installing

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

check_version() {
    command -v "$1" >/dev/null || fail "$1 is not to be found. $2"
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
        fail "$1 is $("$1" --version 2>&1), but 3.10 or later is needed. $2"
}

if [ -e "$marker" ]; then
    echo "The last install was cut off: $venv is made anew."
    rm -rf "$venv"
fi

if [ -x "$venv/bin/python" ]; then
    check_version "$venv/bin/python" "Remove $venv and try again."
else
    check_version "$python" "Install it or name another one, e.g. 'make run PYTHON=python3.12'."
fi

trap 'exit 130' INT TERM # leaves the marker behind
mkdir -p "$venv"
touch "$marker"
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
# --no-compile: a module is compiled when it is first loaded, and most of them never are
if ! "$venv/bin/python" -m pip install --disable-pip-version-check --no-compile \
    --requirement "$requirements" --constraint "$lock"; then
    rm "$marker" # pip gave up by itself and left the environment sound
    fail "$requirements could not be installed; pip's lines above say why."
fi
rm "$marker"
