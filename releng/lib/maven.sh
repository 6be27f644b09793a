# shellcheck shell=bash
# Sourced by the scripts of releng/: the Maven distribution that ./mvnw runs.

# Puts the pinned Maven where mvnw looks for it, fetched as an artifact by the Maven of the system, so that a site's
# own settings (mirrors, proxies) are honoured. Without a Maven of the system, mvnw downloads it by itself.
# Takes the root of the checkout.
ensure_maven() {
  local root=$1 properties url sum version home work zip
  properties=$root/.mvn/wrapper/maven-wrapper.properties
  url=$(sed -n 's/^distributionUrl=//p' "$properties")
  sum=$(sed -n 's/^distributionSha256Sum=//p' "$properties")
  version=${url##*/apache-maven-}
  version=${version%-bin.zip}
  home=${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-$version/$(wrapper_hash "$url")
  if [ -d "$home" ] || ! command -v mvn >/dev/null; then
    return 0
  fi
  mkdir -p "${home%/*}" || return
  work=$(mktemp -d "${home%/*}/fetch.XXXXXX") || return
  # Outside the checkout: the Maven of the system may be too old for the build's own extensions.
  if (cd "$work" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="org.apache.maven:apache-maven:$version:zip:bin" -DoutputDirectory="$work" -Dmdep.useBaseVersion=true); then
    zip=$work/apache-maven-$version-bin.zip
    if printf '%s  %s\n' "$sum" "$zip" | sha256sum --check --quiet && (cd "$work" && unpack_zip "$zip") \
      && printf '%s\n' "$url" >"$work/apache-maven-$version/mvnw.url" \
      && chmod +x "$work/apache-maven-$version/bin/mvn"; then
      # Another build may have been faster; its copy is as good.
      mv -T "$work/apache-maven-$version" "$home" 2>/dev/null || [ -d "$home" ]
    fi
  fi
  rm -rf -- "$work"
  [ -d "$home" ] || {
    printf 'Maven %s could not be fetched.\n' "$version" >&2
    return 1
  }
}

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
