# The results of the tests. Sourced by releng/test, which sets root.
# shellcheck shell=bash disable=SC2154

reports() { find "$root/bundles" "$root/releng" -path '*/target/surefire-reports*/TEST-*.xml'; }

forget_results() { reports | tr '\n' '\0' | xargs -0 -r rm -f; }

# Sum of one attribute (tests, failures, errors, skipped) over all reports.
sum_of() {
    reports | tr '\n' '\0' |
        xargs -0 -r sed -n '/<testsuite[ >]/,/>/p' |
        grep -o "[[:space:]]$1=\"[0-9]*\"" |
        tr -dc '0-9\n' |
        awk '{sum += $1} END {print sum + 0}'
}

skipped_tests() { sum_of skipped; }

print_failed() {
    reports | tr '\n' '\0' | xargs -0 -r grep -h -A 1 '<testcase' | grep -B 1 '<failure\|<error' |
        sed -n 's/.*<testcase name="\([^"]*\)" classname="\([^"]*\)".*/failed: \2.\1/p'
}

print_skipped() {
    echo 'skipped, and why:'
    reports | tr '\n' '\0' | xargs -0 -r grep -h -A 1 '<testcase' | grep -B 1 '<skipped' |
        sed -n 's/.*<testcase name="\([^"]*\)" classname="\([^"]*\)".*/  \2.\1/p; s/.*<skipped message="\([^"]*\)".*/    \1/p'
}

print_results() {
    local run failed skipped
    run=$(sum_of tests)
    failed=$(($(sum_of failures) + $(sum_of errors)))
    skipped=$(skipped_tests)
    print_failed
    echo "tests: $run run, $failed failed, $skipped skipped"
    echo "$((run - failed - skipped)) passed, $failed failed, $skipped skipped"
}

# All that the result depends on: every file of the project, and the versions of what it runs on.
fingerprint() {
    (
        cd "$root" || exit
        git ls-files -z --cached --others --exclude-standard | xargs -0 sha256sum 2>&1
        javac -version 2>&1
        gst-inspect-1.0 --version
        uname -r
    ) | sha256sum
}

passed_already() { [ "$(cat "$root/target/tests-passed" 2>/dev/null)" = "$1" ] && [ -n "$(reports | head -n 1)" ]; }

remember_pass() { mkdir -p "$root/target" && printf '%s\n' "$1" >"$root/target/tests-passed"; }
