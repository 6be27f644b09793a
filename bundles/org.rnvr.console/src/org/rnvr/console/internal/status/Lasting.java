package org.rnvr.console.internal.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rnvr.event.Moment;

/**
 * Tells what lasts from what merely happens. A trouble is an alert when it was there without a break for its patience, and is over when it stayed away for a while; one that comes back before that is still the same. Arithmetic on
 * the times at which it is looked. For one thread.
 */
final class Lasting {

    /** So long a trouble must stay away to be over. */
    static final Duration CALM = Duration.ofSeconds(10);

    /**
     * What a look brought about.
     *
     * @param begun alerts that are new
     * @param ended alerts that are over
     * @param changed whether the list of alerts, or a text in it, is another
     */
    record Changes(List<LastingAlert> begun, List<LastingAlert> ended, boolean changed) {
        Changes {
            begun = List.copyOf(begun);
            ended = List.copyOf(ended);
        }
    }

    private final Map<Trouble.Key, Course> courses = new LinkedHashMap<>();

    /** What became of one trouble. */
    private static final class Course {

        private final Moment began;
        private Trouble latest;
        private long seenNanos;
        private boolean told;
        private boolean acknowledged;

        Course(Trouble trouble, Moment began) {
            this.latest = trouble;
            this.began = began;
        }

        LastingAlert alert() {
            return new LastingAlert(latest, began.time(), acknowledged);
        }
    }

    /** Takes all that is wrong now. */
    Changes look(Collection<Trouble> troubles, Moment at) {
        List<LastingAlert> before = alerts();
        Map<Trouble.Key, Trouble> present =
                troubles.stream().collect(Collectors.toMap(Trouble::key, trouble -> trouble, (one, other) -> one));
        List<LastingAlert> ended = new ArrayList<>();
        courses.entrySet().removeIf(entry -> {
            Course course = entry.getValue();
            boolean over = !present.containsKey(entry.getKey())
                    && (!course.told || at.nanos() - course.seenNanos >= CALM.toNanos());
            if (over && course.told) {
                ended.add(course.alert());
            }
            return over;
        });
        List<LastingAlert> begun = new ArrayList<>();
        for (Trouble trouble : troubles) {
            Course course = courses.computeIfAbsent(trouble.key(), key -> new Course(trouble, at));
            course.latest = trouble;
            course.seenNanos = at.nanos();
            if (!course.told
                    && at.nanos() - course.began.nanos() >= trouble.patience().toNanos()) {
                course.told = true;
                // the list grows at its end
                courses.remove(trouble.key());
                courses.put(trouble.key(), course);
                begun.add(course.alert());
            }
        }
        return new Changes(begun, ended, !before.equals(alerts()));
    }

    /** What lasts now, in the order in which it was told. */
    List<LastingAlert> alerts() {
        return courses.values().stream()
                .filter(course -> course.told)
                .map(Course::alert)
                .toList();
    }

    /** The operator knows of it; it stays in the list until it is over. */
    void acknowledge(Trouble.Key key) {
        Course course = courses.get(key);
        if (course != null && course.told) {
            course.acknowledged = true;
        }
    }
}
