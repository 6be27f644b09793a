# shellcheck shell=bash
# Sourced by the scripts of releng/: the Maven distribution that ./mvnw runs.

# Where mvnw looks for the Maven that the checkout pins. Takes the root of the checkout.
maven_home() {
  local url version
  url=$(wrapper_property "$1" distributionUrl)
  version=${url##*/apache-maven-}
  printf '%s' "${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-${version%-bin.zip}/$(wrapper_hash "$url")"
}

# Puts the pinned Maven where mvnw looks for it, fetched as an artifact by the Maven of the system, so that a site's
# own settings (mirrors, proxies) are honoured. Without a Maven of the system, mvnw downloads it by itself.
# Takes the root of the checkout.
ensure_maven() {
  local home work zip version
  home=$(maven_home "$1")
  if [ -d "$home" ] || ! command -v mvn >/dev/null; then
    return 0
  fi
  version=$(basename -- "${home%/*}")
  version=${version#apache-maven-}
  mkdir -p "${home%/*}" || return
  work=$(mktemp -d "${home%/*}/fetch.XXXXXX") || return
  zip=$work/apache-maven-$version-bin.zip
  # Outside the checkout: the Maven of the system may be too old for the build's own extensions.
  if (cd "$work" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="org.apache.maven:apache-maven:$version:zip:bin" -DoutputDirectory="$work" -Dmdep.useBaseVersion=true) \
    && printf '%s  %s\n' "$(wrapper_property "$1" distributionSha256Sum)" "$zip" | sha256sum --check --quiet \
    && (cd "$work" && unpack_zip "$zip") \
    && chmod +x "$work/apache-maven-$version/bin/mvn"; then
    # Another build may have been faster; its copy is as good.
    mv -T "$work/apache-maven-$version" "$home" 2>/dev/null || [ -d "$home" ]
  fi
  rm -rf -- "$work"
  [ -d "$home" ] || {
    printf 'Maven %s could not be fetched.\n' "$version" >&2
    return 1
  }
}

wrapper_property() { sed -n "s/^$2=//p" "$1/.mvn/wrapper/maven-wrapper.properties"; }

# The hash mvnw names the directory by: Java's String.hashCode, in hexadecimal.
wrapper_hash() {
  local text=$1 hash=0 index code
  for ((index = 0; index < ${#text}; index++)); do
    printf -v code %d "'${text:index:1}"
    hash=$(((hash * 31 + code) % 4294967296))
  done
  printf '%x\n' "$hash"
}

# Unpacks a zip into the current directory; a JDK is there wherever this is built, unzip may not be.
unpack_zip() {
  if command -v unzip >/dev/null; then
    unzip -q "$1"
  else
    jar xf "$1"
  fi
}
