# What RNVR needs of the machine, and how it gets there. Sourced by the commands in releng.
# shellcheck shell=bash disable=SC2154

has_command() { type -P "$1" >/dev/null; }
has_library() { ldconfig -p 2>/dev/null | grep -q "^[[:space:]]*$1 " || /sbin/ldconfig -p | grep -q "^[[:space:]]*$1 "; }
has_element() { has_command gst-inspect-1.0 && gst-inspect-1.0 --exists "$1"; }
has_file() { [ -e "$1" ]; }
has_certificates() { [ -e /etc/ssl/certs/ca-certificates.crt ]; }
has_jdk() {
    local version
    has_command javac || return
    version=$(javac -version 2>&1)
    version=${version#javac }
    [ "${version%%.*}" -ge 17 ]
}
has_maven() { has_command mvn || [ -d "$(maven_home "$root")" ]; }

# How to see that it is there | what it is for | package of Debian and Ubuntu | alternative package
needs_to_build() {
    cat <<'TABLE'
has_certificates|downloading what the build needs|ca-certificates|
has_jdk|building and running RNVR|openjdk-17-jdk-headless|default-jdk-headless
has_maven|fetching the build tool|maven|
has_command gst-inspect-1.0|looking into GStreamer|gstreamer1.0-tools|
TABLE
}

# What the product needs beside Java; the Debian package depends on it.
needs_of_product() {
    cat <<'TABLE'
has_library libgtk-3.so.0|the console|libgtk-3-0|libgtk-3-0t64
has_element videotestsrc|GStreamer|gstreamer1.0-plugins-base|
has_element rtspsrc|receiving and recording cameras|gstreamer1.0-plugins-good|
has_element h264parse|reading H.264 and H.265|gstreamer1.0-plugins-bad|
has_element x264enc|the demo camera|gstreamer1.0-plugins-ugly|
has_element avdec_h264|decoding for the live picture|gstreamer1.0-libav|
has_element ximagesink|the live picture|gstreamer1.0-x|
has_library libgstrtspserver-1.0.so.0|the demo camera|libgstrtspserver-1.0-0|
TABLE
}

needs_to_run() {
    needs_to_build
    needs_of_product
}

needs_to_package() {
    needs_to_run
    cat <<'TABLE'
has_command dpkg-deb|making the Debian package|dpkg|
has_command git|telling what is built|git|
TABLE
}

needs_to_sign() {
    cat <<'TABLE'
has_certificates|downloading what signing needs|ca-certificates|
has_jdk|signing|openjdk-17-jdk-headless|default-jdk-headless
has_maven|fetching the build tool|maven|
has_command gpg|signing|gnupg|
TABLE
}

needs_to_test() {
    needs_to_run
    cat <<'TABLE'
has_command Xvfb|tests of windows|xvfb|
has_command xauth|tests of windows|xauth|
has_command openbox|tests by keyboard|openbox|
has_library libXtst.so.6|keys pressed by tests and measurements|libxtst6|libxtst6t64
has_command ip|tests that cut a network|iproute2|
has_command nft|tests that cut a network|nftables|
has_command ffprobe|checking recordings|ffmpeg|
has_command git|telling what has changed|git|
has_command kill|tests that stop a process|procps|
has_command mount|tests on small volumes|mount|
has_command mkfs.ext4|tests on small volumes|e2fsprogs|
has_command setpriv|tests as another user|util-linux|
has_command dpkg-deb|tests of the packages|dpkg|
has_command desktop-file-validate|tests of the packages|desktop-file-utils|
has_command systemd-analyze|tests of the packages|systemd|
has_command gpg|tests of signing|gnupg|
has_command openssl|verifying exports without RNVR|openssl|
has_file /usr/share/fonts/truetype/nanum/NanumGothic.ttf|looking at Korean windows|fonts-nanum|
has_file /usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1|tests that set the clock|libfaketime|
TABLE
}

# ensure_packages run|test|package|sign: installs what is missing, by the distribution's own installer.
ensure_packages() {
    local check purpose package alternative missing=() as_root=()
    while IFS='|' read -r check purpose package alternative; do
        # shellcheck disable=SC2086 # a check is a function and its argument
        if ! $check; then
            missing+=("$package|$alternative")
            printf '%s: %s is missing, needed for %s\n' "${0##*/}" "$package" "$purpose"
        fi
    done < <("needs_to_$1")
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! has_command apt-get; then
        echo "${0##*/}: this machine has no apt-get: please install these by its own installer" >&2
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! has_command sudo; then
            echo "${0##*/}: installing needs root: please run as root, or install sudo" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    if [ -t 0 ]; then
        local answer
        read -r -p 'Install them with apt-get now? [Y/n] ' answer
        case $answer in
            '' | [yY]*) ;;
            *) echo "${0##*/}: nothing was installed" >&2 && return 1 ;;
        esac
    fi
    install_packages "${missing[@]}"
}

install_packages() {
    local entry package alternative names=()
    "${as_root[@]}" apt-get -q update || return 1
    for entry in "$@"; do
        IFS='|' read -r package alternative <<<"$entry"
        if [ -n "$alternative" ] && ! apt-get -q -s install --no-install-recommends "$package" >/dev/null 2>&1; then
            package=$alternative
        fi
        names+=("$package")
    done
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${names[@]}" || {
        echo "${0##*/}: apt-get could not install ${names[*]}" >&2
        return 1
    }
}
