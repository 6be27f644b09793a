# Packing the product for people. Sourced by releng/package, which sets root, after build.sh and packages.sh.
# shellcheck shell=bash disable=SC2154

# Where the Debian package puts the product. What the build notes of its own folders says this instead.
readonly DEBIAN_HOME=/opt/rnvr
# All of Java SE, as extensions may need what RNVR itself does not; for JNA and SQLite, the curves of https, Korean, and
# the DOM of Batik.
readonly JAVA_MODULES=java.se,jdk.unsupported,jdk.crypto.ec,jdk.charsets,jdk.localedata,jdk.net,jdk.xml.dom,jdk.zipfs

product_archive() { printf '%s' "$root/releng/org.rnvr.product/target/products/rnvr-linux.gtk.x86_64.tar.gz"; }

product_repository() { printf '%s' "$root/releng/org.rnvr.product/target/repository"; }

# make_packages FOLDER MAINTAINER [FINGERPRINT]: the packages of what was built last, signed with that key.
make_packages() (
    work=$(mktemp -d) || exit
    trap 'rm -rf -- "$work"' EXIT
    set -e
    umask 022
    mkdir -p "$1"
    javac -d "$work/classes" "$root"/releng/lib/reproducible/*.java
    tar -xzf "$(product_archive)" -C "$work" --warning=no-unknown-keyword
    version=$(version_of "$work/rnvr")
    SOURCE_DATE_EPOCH=$(time_of_version "$version")
    export SOURCE_DATE_EPOCH
    java -cp "$work/classes" Installation "$work/rnvr" "$DEBIAN_HOME" "$SOURCE_DATE_EPOCH"
    add_share "$work/rnvr"
    [ -z "${3-}" ] || add_key "$work/rnvr" "$3"
    make_repository "$work" "$1/rnvr-$version-p2.zip" "${3-}"
    make_debian_package "$work" "$version" "$1/rnvr_${version}_amd64.deb" "$2"
    make_archive "$work" "$1/rnvr-$version-linux-x86_64.tar.gz"
)

# The qualifier of a version is the minute of its commit, or of its build.
time_of_version() {
    local qualifier=${1##*.}
    date -u -d "${qualifier:0:8} ${qualifier:8:2}:${qualifier:10:2}" +%s
}

# What is signed with this key is trusted from the beginning.
add_key() {
    mkdir -p "$1/keys"
    public_key "$2" >"$1/keys/rnvr.asc"
    [ -s "$1/keys/rnvr.asc" ]
}

make_repository() {
    local work=$1 file=$2 key=$3
    cp -a "$(product_repository)" "$work/repository"
    java -cp "$work/classes" Repository tidy "$work/repository" "$SOURCE_DATE_EPOCH"
    if [ -n "$key" ]; then
        sign_repository "$work/repository" "$key"
    else
        echo 'releng/package: not signed: RNVR refuses to install from this repository unless updates.allow_unsigned is true'
    fi
    java -cp "$work/classes" Repository zip "$work/repository" "$SOURCE_DATE_EPOCH" "$file.part"
    mv -f "$file.part" "$file"
}

# What a desktop and systemd need of the product.
add_share() {
    local share=$1/share
    install -D -m 644 "$root/releng/packaging/rnvr.desktop" "$share/applications/rnvr.desktop"
    install -D -m 644 "$root/bundles/org.rnvr.app/icons/rnvr.svg" "$share/icons/hicolor/scalable/apps/rnvr.svg"
    install -D -m 644 "$root/releng/packaging/rnvr-user.service" "$share/systemd/user/rnvr.service"
    install -D -m 644 "$root/CHANGELOG.md" "$share/doc/rnvr/CHANGELOG.md"
    install -m 644 "$root/LICENSE" "$root/releng/packaging/IT_RNVR.json" "$share/doc/rnvr"
}

make_archive() {
    local work=$1 file=$2
    jlink --add-modules "$JAVA_MODULES" --include-locales en,ko --strip-java-debug-attributes --no-man-pages \
        --no-header-files --output "$work/rnvr/jre"
    tar --create --directory "$work" --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 \
        --numeric-owner --mode=u+w,go-w,a+rX rnvr | gzip -n >"$file.part"
    mv -f "$file.part" "$file"
}

make_debian_package() {
    local work=$1 version=$2 file=$3 tree=$1/deb share
    mkdir -p "$tree/DEBIAN" "$tree$DEBIAN_HOME" "$tree/usr/bin" "$tree/etc/rnvr"
    cp -a "$work/rnvr/." "$tree$DEBIAN_HOME"
    rm -r "$tree$DEBIAN_HOME/share/systemd"
    mv "$tree$DEBIAN_HOME/share" "$tree/usr/share"
    share=$tree/usr/share/doc/rnvr
    rm "$share/LICENSE"
    gzip -n -9 "$share/CHANGELOG.md"
    debian_changelog "$version" "$4" | gzip -n -9 >"$share/changelog.gz"
    mkdir -p "$tree/usr/share/man/man1"
    manual "$work/rnvr/rnvr" | gzip -n -9 >"$tree/usr/share/man/man1/rnvr.1.gz"
    install -D -m 644 "$root/releng/packaging/debian/lintian-overrides" "$tree/usr/share/lintian/overrides/rnvr"
    install -m 644 "$root/releng/packaging/debian/copyright" "$share/copyright"
    ln -s "$DEBIAN_HOME/rnvr" "$tree/usr/bin/rnvr"
    install -D -m 644 "$root/releng/packaging/rnvr.service" "$tree/usr/lib/systemd/system/rnvr.service"
    install -m 755 "$root/releng/packaging/debian/"{postinst,prerm,postrm} "$tree/DEBIAN"
    debian_control "$version" "$(size_of "$tree")" "$4" >"$tree/DEBIAN/control"
    (cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
    chmod -R u+w,go-w,a+rX "$tree"
    dpkg-deb --root-owner-group -Zgzip --build "$tree" "$file" >/dev/null
}

# In KiB, the same on every file system.
size_of() { find "$1" -printf '%y %s\n' | awk '{sum += ($1 == "f" ? int(($2 + 1023) / 1024) : 1)} END {print sum}'; }

debian_control() {
    cat <<CONTROL
Package: rnvr
Version: $1
Section: video
Priority: optional
Architecture: amd64
Maintainer: $3
Installed-Size: $2
Depends: openjdk-17-jre-headless | java17-runtime-headless, passwd, $(debian_dependencies)
Suggests: fonts-nanum
Description: network video recorder console
 Records RTSP cameras around the clock without transcoding, notices within
 about a second when a camera is gone, and records it again as soon as it is
 back. Comes with a console that shows cameras live and plays recordings, and
 with a service that records headless.
CONTROL
}

debian_changelog() {
    cat <<CHANGELOG
rnvr ($1) unstable; urgency=medium

  * /usr/share/doc/rnvr/CHANGELOG.md.gz tells what is new.

 -- $2  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")
CHANGELOG
}

# What the command says of itself, as a page of the manual.
manual() {
    printf '.TH RNVR 1 %s\n.SH NAME\nrnvr \\- network video recorder console\n.SH DESCRIPTION\n.nf\n' "$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)"
    "$1" --help | sed 's/\\/\\e/g; s/-/\\-/g; s/^\([.'"'"']\)/\\\&\1/'
    printf '.fi\n'
}

debian_dependencies() {
    needs_of_product | awk -F '|' '{printf "%s%s%s", (NR > 1 ? ", " : ""), $3, ($4 ? " | " $4 : "")}'
}

# Builds the commit twice, in folders of different names, and compares the packages.
check_reproducible() (
    if ! commit_time >/dev/null; then
        echo 'releng/package: only a commit can be built again: files here differ from it' >&2
        exit 1
    fi
    work=$(mktemp -d) || exit
    trap 'rm -rf -- "$work"' EXIT
    commit=$(git -C "$root" rev-parse HEAD)
    for folder in one the-other; do
        git clone -q --no-checkout "$root" "$work/$folder" && git -C "$work/$folder" checkout -q --detach "$commit" &&
            "$work/$folder/releng/package" --output "$work/packages-$folder" || exit 1
    done
    diff -rq "$work/packages-one" "$work/packages-the-other" || {
        echo 'releng/package: the packages differ' >&2
        exit 1
    }
    (cd "$work/packages-one" && sha256sum -- *)
    echo 'releng/package: two builds of this commit are the same, byte by byte'
)
