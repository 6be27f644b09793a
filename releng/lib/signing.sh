# Signing what p2 installs. Sourced by the commands in releng, which set root, after build.sh.
# shellcheck shell=bash disable=SC2154

# signing_key KEY: the fingerprint of the one secret key of gpg that is meant.
signing_key() {
    local found
    mapfile -t found < <(gpg --batch --with-colons --list-secret-keys -- "$1" 2>/dev/null |
        awk -F ':' '$1 == "sec" {primary = 1} $1 == "fpr" && primary {print $10; primary = 0}')
    case ${#found[@]} in
        1) printf '%s' "${found[0]}" ;;
        0) printf '%s: gpg has no secret key %s\n' "${0##*/}" "$1" >&2 && return 1 ;;
        *) printf '%s: gpg has several secret keys %s: %s\n' "${0##*/}" "$1" "${found[*]}" >&2 && return 1 ;;
    esac
}

# sign_repository FOLDER FINGERPRINT: signs every artifact of a p2 repository in place.
sign_repository() {
    local xz=false
    [ ! -e "$1/artifacts.xml.xz" ] || xz=true
    local pom=$root/releng/signing/pom.xml fetched=$root/target/fetched-for-signing inputs
    if ! [ -e "$1/artifacts.xml" ] && ! [ -e "$1/artifacts.jar" ] && ! [ -e "$1/artifacts.xml.xz" ]; then
        printf '%s: %s is no p2 repository\n' "${0##*/}" "$1" >&2
        return 1
    fi
    ensure_maven "$root" || return
    inputs=$(cat "$pom" "$root"/.mvn/*.* | sha256sum)
    local offline=()
    [ "$(cat "$fetched" 2>/dev/null)" != "$inputs" ] || offline=(-o)
    (cd "$root" && ./mvnw "${offline[@]}" -q --no-transfer-progress -B -f "$pom" package "-Drnvr.repository=$1" "-Dgpg.keyname=$2") ||
        return
    # It adds a second form of the list.
    $xz || rm -f -- "$1/artifacts.xml.xz"
    mkdir -p "$root/target" && printf '%s\n' "$inputs" >"$fetched"
}

# owner_of_key FINGERPRINT: who that is, as in a mail.
owner_of_key() {
    gpg --batch --with-colons --list-secret-keys "$1" | awk -F ':' '$1 == "uid" {print $10; exit}' | sed 's/\\x3a/:/g'
}

# public_key FINGERPRINT: that key, as text.
public_key() { gpg --batch --armor --export --export-options export-minimal "$1"; }
