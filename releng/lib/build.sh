# Building. Sourced by the commands in releng, which set root.
# shellcheck shell=bash disable=SC2154

# shellcheck source=maven.sh
. "$root/releng/lib/maven.sh"

product_folder() { printf '%s' "$root/releng/org.rnvr.product/target/products/org.rnvr.product/linux/gtk/x86_64/rnvr"; }

build_inputs() {
    find "$root/pom.xml" "$root/.mvn" "$root/bundles" "$root/features" "$root/targetplatform" "$root/releng" \
        \( -name target -o -name bin -o -name '.polyglot.*' \) -prune -o -type f "$@" -print
}

product_is_stale() {
    local built=$root/target/product-built
    [ ! -x "$(product_folder)/rnvr" ] || [ ! -e "$built" ] || [ -n "$(build_inputs -newer "$built" | head -n 1)" ]
}

# When the commit was made that is built, in seconds; nothing when files differ from it, or nobody knows.
commit_time() {
    [ "$(git -C "$root" rev-parse --show-toplevel 2>/dev/null)" = "$root" ] &&
        [ -z "$(git -C "$root" status --porcelain 2>&1)" ] &&
        git -C "$root" log -1 --format=%ct
}

qualifier() { date -u -d "@$1" +%Y%m%d%H%M; }

# Whether what is built bears the version of the commit, where nothing but a commit is there.
is_of_commit() {
    local time
    ! time=$(commit_time) || [[ $(version_of "$(product_folder)") == *."$(qualifier "$time")" ]]
}

# The version of the product in a folder.
version_of() { sed -n 's/^rnvr\.product=.*org\.rnvr\.product //p' "$1/configuration/config.ini"; }

# What a build of a commit is told of versions: the product bears the commit's time, each bundle and each feature that of
# the commit which last changed it or what is in it. In a clone that lacks the history they all bear the commit's. What is
# packed bears one time whatever the commit, so that what has not changed is the same byte by byte.
of_commit() {
    printf -- '-D%s\n' project.build.outputTimestamp=2026-01-01T00:00:00Z "rnvr.product.qualifier=$(qualifier "$1")"
    if [ "$(git -C "$root" rev-parse --is-shallow-repository)" = false ]; then
        printf -- '-D%s\n' tycho.buildqualifier.provider=jgit
    else
        printf -- '-D%s\n' "forceContextQualifier=$(qualifier "$1")"
    fi
}

# The repository of the last release, which releng/baseline names: an address, or a folder below the checkout or elsewhere.
baseline() {
    local repository
    read -r repository <"$root/releng/baseline"
    case $repository in
        *:*) printf '%s' "$repository" ;;
        *) printf 'file:%s' "$(cd -- "$root" && readlink -m -- "$repository")" ;;
    esac
}

# Maven without the network once everything that the build needs has been fetched, and with it when that does not do.
maven() {
    local resolved=$root/target/resolved inputs time versions=()
    ensure_maven "$root" || return 1
    # A commit is built the same each time; anything else carries the time of its build.
    if time=$(commit_time); then
        mapfile -t versions < <(of_commit "$time")
    fi
    if [ -e "$root/releng/baseline" ]; then
        versions+=("-Drnvr.baseline=$(baseline)")
    fi
    inputs=$(cat "$root/pom.xml" "$root"/.mvn/*.* "$root"/targetplatform/*.target "$root"/releng/baseline 2>/dev/null | sha256sum)
    if [ "$(cat "$resolved" 2>/dev/null)" = "$inputs" ]; then
        (cd "$root" && ./mvnw -o --no-transfer-progress -B "${versions[@]}" "$@")
        return
    fi
    (cd "$root" && ./mvnw --no-transfer-progress -B "${versions[@]}" "$@") || return
    mkdir -p "$root/target" && printf '%s\n' "$inputs" >"$resolved"
}

# The mark carries the time before the build, so that a change made during the build counts as one after it.
begin_build() { mkdir -p "$root/target" && touch "$root/target/building"; }
end_build() { mv -f "$root/target/building" "$root/target/product-built"; }

build_product() { begin_build && maven -q -DskipTests -Dspotless.check.skip=true package && end_build; }

build_and_test() { begin_build && maven -fae verify && end_build; }

# Runs a function of these scripts with an X display: the one there is, or a virtual one.
with_display() {
    if [ -n "${DISPLAY:-}" ]; then
        "$@"
        return
    fi
    local number status
    exec 9< <(exec Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null)
    # shellcheck disable=SC2064 # the process of now
    trap "kill $! 2>/dev/null" EXIT
    if ! read -r -t 30 -u 9 number; then
        echo "${0##*/}: Xvfb did not start" >&2
        return 1
    fi
    DISPLAY=:$number GDK_BACKEND=x11 "$@" 9<&-
    status=$?
    exec 9<&-
    return "$status"
}
