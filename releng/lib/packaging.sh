# Packing the product for people. Sourced by releng/package, which sets root, after build.sh and packages.sh.
# shellcheck shell=bash disable=SC2154

# Where the Debian package puts the product. What the build notes of its own folders says this instead.
readonly DEBIAN_HOME=/opt/rnvr
# All of Java SE, as extensions may need what RNVR itself does not; for JNA and SQLite, the curves of https, Korean, and
# the DOM of Batik.
readonly JAVA_MODULES=java.se,jdk.unsupported,jdk.crypto.ec,jdk.charsets,jdk.localedata,jdk.net,jdk.xml.dom,jdk.zipfs

product_archive() { printf '%s' "$root/releng/org.rnvr.product/target/products/rnvr-linux.gtk.x86_64.tar.gz"; }

# make_packages FOLDER: both packages of what was built last.
make_packages() (
    work=$(mktemp -d) || exit
    trap 'rm -rf -- "$work"' EXIT
    set -e
    umask 022
    mkdir -p "$1"
    tar -xzf "$(product_archive)" -C "$work" --warning=no-unknown-keyword
    version=$(basename -- "$work"/rnvr/plugins/org.rnvr.app_*.jar .jar)
    version=${version#org.rnvr.app_}
    SOURCE_DATE_EPOCH=$(time_of_version "$version")
    export SOURCE_DATE_EPOCH
    java "$root/releng/lib/Reproducible.java" "$work/rnvr" "$DEBIAN_HOME" "$SOURCE_DATE_EPOCH"
    add_share "$work/rnvr"
    make_debian_package "$work" "$version" "$1/rnvr_${version}_amd64.deb"
    make_archive "$work" "$1/rnvr-$version-linux-x86_64.tar.gz"
)

# The qualifier of a version is the minute of its commit, or of its build.
time_of_version() {
    local qualifier=${1##*.}
    date -u -d "${qualifier:0:8} ${qualifier:8:2}:${qualifier:10:2}" +%s
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
    install -m 644 "$root/releng/packaging/debian/copyright" "$share/copyright"
    ln -s "$DEBIAN_HOME/rnvr" "$tree/usr/bin/rnvr"
    install -D -m 644 "$root/releng/packaging/rnvr.service" "$tree/usr/lib/systemd/system/rnvr.service"
    install -m 755 "$root/releng/packaging/debian/"{postinst,prerm,postrm} "$tree/DEBIAN"
    debian_control "$version" "$(size_of "$tree")" >"$tree/DEBIAN/control"
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
Maintainer: RNVR <rnvr@localhost>
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
