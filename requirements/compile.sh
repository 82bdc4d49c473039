#!/bin/sh
# Remakes requirements/*.txt from pyproject.toml: every version pinned, every file's hash kept, for Python 3.11 and
# later on any platform. Takes uv from the path, or puts one into a throw-away environment.
#
#   sh requirements/compile.sh             keep the versions that still fit pyproject.toml
#   sh requirements/compile.sh --upgrade   take the newest that fit
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if command -v uv >/dev/null 2>&1; then
    uv=uv
else
    python3 -m venv "$scratch/venv"
    "$scratch/venv/bin/pip" install --quiet uv
    uv="$scratch/venv/bin/uv"
fi

# torch is installed as a step of its own (README.md in this folder says why); the other serves Python inside a browser
printf '%s\n' torch httpx2-jsfetch >"$scratch/excluded"

# compile NAME FILE-THAT-BINDS [OPTION...]: a later file agrees with the earlier ones, so that all of them install into
# one environment. Wheels that lie about on this machine are left out: their hashes would be nobody else's. Extras stay:
# without them pip 23 takes the newest "coverage[toml]" for a package that asks for that, and refuses it for want of a
# hash. Nor does it see that "html-clean" is the "html_clean" that is asked for.
compile() {
    name=$1 bound=$2
    shift 2
    env -u UV_FIND_LINKS "$uv" pip compile pyproject.toml --output-file "requirements/$name.txt" --quiet \
        --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-config \
        --no-strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --constraints "$bound" --excludes "$scratch/excluded" "$@"
    { echo "# Made by requirements/compile.sh from pyproject.toml. Change that, not this."; sed 's/\[html-clean\]/[html_clean]/' "requirements/$name.txt"; } \
        >"$scratch/$name.txt"
    cat "$scratch/$name.txt" >"requirements/$name.txt"
}

compile run /dev/null "$@"
compile test requirements/run.txt --extra test "$@"
compile lint requirements/test.txt --extra lint "$@"
compile train requirements/lint.txt --extra train "$@"
